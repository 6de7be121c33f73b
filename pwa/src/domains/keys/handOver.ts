/** To whom keys are handed over, and with what proof (`keys.md` 7, KEY-I6). Pure; twin of the server's. */
import type { HandOverProof } from './said'
import type { KeyMandate, KeySet } from './types'

export type Collector = 'owner' | 'named' | 'developer'

export const PROOFS: Record<Collector, readonly HandOverProof[]> = {
  owner: ['owner_card', 'valid_id'],
  named: ['own_id'],
  developer: ['written_request'],
}

/** Answer who may come for a set. */
export function collectorsOf({ custodyKind, mandate }: KeySet): Collector[] {
  return [
    'owner',
    ...(mandate ? (['named'] as const) : []),
    ...(custodyKind === 'developer_held' ? (['developer'] as const) : []),
  ]
}

/** Say whether the owner named somebody under the requirements for collection. */
export function isNamed(name: string, mandate: KeyMandate | null): boolean {
  const wanted = folded(name)
  return (
    wanted.length > 1 && mandate !== null && folded(mandate.collectionRequirements).includes(wanted)
  )
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}
