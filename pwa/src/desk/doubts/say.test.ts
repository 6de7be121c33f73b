import { beforeAll, describe, expect, it } from 'vitest'

import { officePage, showLanguage } from '@/core/text'
import { gradeMark, reasonText } from '@/desk/doubts/say'

beforeAll(async () => {
  await showLanguage('zh-Hans')
  await officePage(async () => 'page')()
})

describe('a reason', () => {
  it.each([
    ['patrols.drumming', { ms: 180 }, '每项答得太快，来不及看（一般每项 180 毫秒）'],
    ['patrols.not_scanned', { method: 'typed' }, '没有扫码（输入编码）'],
    ['patrols.task_missing', { task: 'exit_sign' }, '随机要求的现场照片没拍（疏散指示灯）'],
    ['patrols.photo_repeated', {}, '用了以前的同一张照片'],
  ])('%s says what it rests on', (code, params, words) => {
    expect(reasonText({ code, params })).toBe(words)
  })
})

describe('a grade', () => {
  it('is quiet when there is nothing to ask, and asks for a person when there is', () => {
    expect(['solid', 'fair', 'weak', 'doubtful'].map(gradeMark)).toEqual([
      'quiet',
      'na',
      'asked',
      'asked',
    ])
  })

  it('of a newer server is something to ask about', () => {
    expect(gradeMark('splendid')).toBe('asked')
  })
})
