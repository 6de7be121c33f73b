import { expect, it } from 'vitest'

import { taggedSets } from '@/domains/keys/useTags'
import type { Label } from '@/ground/labels'

it('knows which sets have a tag that counts', () => {
  const label = (targetId: string, more: Partial<Label> = {}): [string, Label] => [
    targetId,
    {
      ...{ id: targetId, estate: 'e-1', code: targetId, targetKind: 'key_set', targetId, spot: '' },
      ...{ generation: 1, state: 'printed', revokedAt: null, reason: null, ...more },
    },
  ]
  const labels = new Map([
    label('s-1'),
    label('s-2', { state: 'revoked' }),
    label('p-1', { targetKind: 'person' }),
  ])
  expect([...taggedSets({ labels })]).toEqual(['s-1'])
})
