import { expect, it } from 'vitest'

import { dotted } from '@/core/text/dotted'

it('sets words apart by dots that begin no line, and says nothing of what is blank', () => {
  expect(dotted('9 层', '', null, undefined, false, '已上报')).toBe('9 层\u00a0· 已上报')
  expect(dotted('9 层')).toBe('9 层')
  expect(dotted('', null)).toBe('')
})
