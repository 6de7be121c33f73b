import { describe, expect, it } from 'vitest'

import { wayOf } from '@/core/install'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15'
const ANDROID =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36'

describe('the way onto the phone', () => {
  it('leads out of WeChat first', () => {
    expect(wayOf(`${ANDROID} MicroMessenger/8.0`, 5)).toBe('wechat')
    expect(wayOf(`${IPHONE} MicroMessenger/8.0`, 5)).toBe('wechat')
  })

  it('goes by the share menu on iPhone and iPad, which calls itself a Mac', () => {
    expect(wayOf(IPHONE, 5)).toBe('ios')
    expect(wayOf(MAC, 5)).toBe('ios')
  })

  it('goes by the browser’s menu elsewhere', () => {
    expect(wayOf(ANDROID, 5)).toBe('menu')
    expect(wayOf(MAC, 0)).toBe('menu')
  })
})
