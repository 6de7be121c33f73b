import { effectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { useReadings } from '@/core/scan/useReadings'
import { speakOffice } from '@/core/testing/office'

const LABEL = 'HTTPS://ROUNDS.EXAMPLE/T/4K7Q2M9XTB3K'

function reader(placeOf: (code: string) => string | undefined = () => undefined) {
  const told: unknown[] = []
  const readings = effectScope().run(() =>
    useReadings({
      code: (scanned) => told.push(scanned),
      refusal: (code) => told.push(code),
      placeOf,
    }),
  )!
  return { ...readings, told }
}

describe('what was read', () => {
  beforeEach(async () => {
    await speakOffice()
    vi.useFakeTimers()
  })
  afterEach(() => void vi.useRealTimers())

  it('is told as the code alone, with the way it was read', () => {
    const { read, told, found, said } = reader()

    read(LABEL, 'camera')

    expect(told).toEqual([{ code: '4K7Q2M9XTB3K', method: 'camera' }])
    expect(found.value).toBe(true)
    expect(said.value).toEqual({ tone: 'found', words: '已认出标签，正在打开' })
  })

  it('names the place where it is known', () => {
    const { read, said } = reader((code) =>
      code === '4K7Q2M9XTB3K' ? '3 栋 1 单元 9 层' : undefined,
    )

    read(LABEL, 'scanner')

    expect(said.value?.words).toBe('3 栋 1 单元 9 层，正在打开')
  })

  it('lets scanning go on when the page does not', () => {
    const { read, found, said } = reader()
    read(LABEL, 'camera')

    vi.advanceTimersByTime(2000)

    expect(found.value).toBe(false)
    expect(said.value).toBeNull()
  })

  it.each([
    ['WIFI:S:lobby;;', 'scan.not_ours', '这不是巡管家的标签。扫墙上的标签，或输入 12 位编码'],
    ['HTTPS://R.CN/T/4K7Q2M9XTB3J', 'scan.mistyped', '标签上的码印坏了。输入下面印的 12 位编码'],
  ])('is refused in words when it is %s', (text, code, words) => {
    const { read, told, said, found } = reader()

    read(text, 'camera')

    expect(told).toEqual([code])
    expect(found.value).toBe(false)
    expect(said.value).toEqual({ tone: 'refused', words })
    vi.advanceTimersByTime(4000)
    expect(said.value).toBeNull()
  })

  it('a label after a refusal takes its place at once', () => {
    const { read, said } = reader()
    read('hello', 'camera')

    read(LABEL, 'camera')

    expect(said.value?.tone).toBe('found')
  })
})
