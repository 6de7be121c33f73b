import { expect, it } from 'vitest'

import { hintFor } from '@/core/scan/hint'

const AIMING = { on: true, dark: false, hasTorch: true, torch: false, vain: false }

it('says to aim while all is well', () => {
  expect(hintFor(AIMING)).toBe('scan.aim')
  expect(hintFor({ ...AIMING, on: false, dark: true })).toBe('scan.starting')
})

it('says in the dark what helps there: the torch, and where there is none or it is not enough, another way', () => {
  expect(hintFor({ ...AIMING, dark: true })).toBe('scan.darkTorch')
  expect(hintFor({ ...AIMING, dark: true, torch: true })).toBe('scan.dark')
  expect(hintFor({ ...AIMING, dark: true, hasTorch: false })).toBe('scan.dark')
})

it('offers another way once it was tried for long', () => {
  expect(hintFor({ ...AIMING, vain: true })).toBe('scan.vain')
})
