import { expect, it } from 'vitest'

import { reworded, unknownNames, wordingIn } from '@/domains/renovation/wordings'

const permit = { form: 'permit', title: '许可证', text: '准予 {unit} 施工', names: ['unit'] }

it('keeps what differs from what is shipped, and nothing else', () => {
  const own = reworded({ notice: '请改正' }, permit, '准予 {unit} 装修')
  expect(own).toEqual({ notice: '请改正', permit: '准予 {unit} 装修' })
  expect(wordingIn(own, permit)).toBe('准予 {unit} 装修')
  for (const back of ['', '  ', permit.text, `${permit.text}\n`])
    expect(reworded(own, permit, back)).toEqual({ notice: '请改正' })
  expect(wordingIn({}, permit)).toBe(permit.text)
})

it('names what would print as a dash', () => {
  expect(unknownNames('{unit} {owner} {owner}', permit)).toEqual(['owner'])
  expect(unknownNames('{unit}', permit)).toEqual([])
})
