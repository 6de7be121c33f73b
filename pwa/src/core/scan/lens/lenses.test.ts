import { describe, expect, it } from 'vitest'

import { inOrder, lensAfter, lensFor, modelOf, type Lens } from '@/core/scan/lens/lenses'

function lenses(...labels: string[]): Lens[] {
  return labels.map((label, at) => ({ id: `id-${at}`, label }))
}

const ANDROID = lenses(
  'camera2 3, facing back',
  'camera2 1, facing front',
  'camera2 2, facing back',
  'camera2 0, facing back',
)

describe('the lens that opens', () => {
  it.each([
    ['of a phone that numbers them', ANDROID, 'camera2 0, facing back'],
    [
      'of an iPhone',
      lenses(
        'Front Camera',
        'Back Ultra Wide Camera',
        'Back Telephoto Camera',
        'Back Camera',
        'Back Dual Wide Camera',
      ),
      'Back Camera',
    ],
    [
      'of an iPhone that speaks Chinese',
      lenses('前置相机', '后置超广角相机', '后置长焦相机', '后置相机', '后置三镜头相机'),
      '后置相机',
    ],
    [
      'of a tablet whose front comes first',
      lenses('camera 1, facing front', 'camera 0, facing back'),
      'camera 0, facing back',
    ],
    ['of a desk', lenses('Integrated Webcam', 'USB 2.0 Camera'), 'Integrated Webcam'],
    [
      'of a phone with only special ones behind',
      lenses('Front Camera', 'Back Telephoto Camera'),
      'Back Telephoto Camera',
    ],
  ])('is the main one facing away %s', (_, all, main) => {
    expect(lensFor(all, {})?.label).toBe(main)
  })

  it('is the one chosen on this model before, whatever id it has today', () => {
    const chosen = { [modelOf(ANDROID)]: 'camera2 2, facing back' }
    const today = ANDROID.map((lens) => ({ ...lens, id: `new-${lens.id}` })).reverse()

    expect(lensFor(today, chosen)?.id).toBe('new-id-2')
  })

  it('is not one chosen on another model', () => {
    const chosen = { [modelOf(ANDROID)]: 'camera2 2, facing back' }

    expect(lensFor(lenses('Back Camera', 'Back Telephoto Camera'), chosen)?.label).toBe(
      'Back Camera',
    )
  })

  it('is left to the browser while it tells no labels', () => {
    expect(lensFor(lenses('', ''), {})).toBeUndefined()
    expect(lensFor([], {})).toBeUndefined()
  })
})

describe('the next lens', () => {
  it('is another one facing away before one facing the person, round and round', () => {
    const order = inOrder(ANDROID)

    expect(order.map(({ label }) => label)).toEqual([
      'camera2 0, facing back',
      'camera2 2, facing back',
      'camera2 3, facing back',
      'camera2 1, facing front',
    ])
    expect(lensAfter(ANDROID, order[0]?.id)).toBe(order[1])
    expect(lensAfter(ANDROID, order[3]?.id)).toBe(order[0])
  })
})
