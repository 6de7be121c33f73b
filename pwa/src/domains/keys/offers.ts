/** What the key cabinet tells other domains: whose keys hang where. */
import { readBoard } from '@/domains/keys/board'
import type { KeyCase } from '@/domains/keys/types'

/** The keys of one unit. `gone`: lost, handed over or retired. */
export interface UnitKeys {
  setId: string
  unitId: string
  keyNo: string
  slot: string
  quantity: number
  state: 'in_cabinet' | 'on_loan' | 'gone'
  loanId: string | null
  holderId: string | null
  holderName: string
}

/** Answer the keys of units, with what this phone did and the server has not told yet. */
export async function readUnitKeys(): Promise<UnitKeys[]> {
  const board = await readBoard()
  return (board?.cases ?? []).flatMap(keysOf)
}

function keysOf({ set, open }: KeyCase): UnitKeys[] {
  const { id: setId, unitId, keyNo, cabinetSlot: slot, quantity, state } = set
  if (unitId === null) return []
  const known = { setId, unitId, keyNo, slot, quantity }
  if (state === 'on_loan' && open) {
    const { personId: holderId, name: holderName } = open.borrower
    return [{ ...known, state, loanId: open.id, holderId, holderName }]
  }
  const nobody = { loanId: null, holderId: null, holderName: '' }
  return [{ ...known, ...nobody, state: state === 'in_cabinet' ? state : 'gone' }]
}
