import { describe, expect, it } from 'vitest'

import { wedgeReader } from '@/core/scan/wedge'

function type(text: string, gapMs: number, end = 'Enter'): (string | null)[] {
  const read = wedgeReader()
  return [...text, end].map((key, i) => read(key, i * gapMs)).filter((answer) => answer !== null)
}

describe('a scanner that types', () => {
  it('is heard at its Enter, with everything it typed', () => {
    expect(type('HTTPS://R.CN/T/4K7Q2M9XTB3K', 8)).toEqual(['HTTPS://R.CN/T/4K7Q2M9XTB3K'])
  })

  it('is not taken for a person who types the same', () => {
    expect(type('4K7Q2M9XTB3K', 120)).toEqual([])
  })

  it('is not a short burst, nor one without Enter', () => {
    expect(type('903', 8)).toEqual([])
    expect(type('4K7Q2M9XTB3K', 8, 'Tab')).toEqual([])
  })

  it('types capitals with Shift, which is no character', () => {
    const read = wedgeReader()
    const keys = [
      'Shift',
      '4',
      'Shift',
      'K',
      '7',
      'Q',
      '2',
      'M',
      '9',
      'X',
      'T',
      'B',
      '3',
      'K',
      'Enter',
    ]

    expect(keys.map((key, i) => read(key, i * 5)).at(-1)).toBe('4K7Q2M9XTB3K')
  })

  it('is heard apart from keys that were pressed before it', () => {
    const read = wedgeReader()
    read('x', 0)

    expect([...'4K7Q2M9XTB3K', 'Enter'].map((key, i) => read(key, 1000 + i * 5)).at(-1)).toBe(
      '4K7Q2M9XTB3K',
    )
  })
})
