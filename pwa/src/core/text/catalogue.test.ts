import { describe, expect, it } from 'vitest'
import englishStart from 'virtual:words/en'
import englishOffice from 'virtual:words/office/en'
import simplifiedOffice from 'virtual:words/office/zh-Hans'
import traditionalOffice from 'virtual:words/office/zh-Hant'
import simplifiedStart from 'virtual:words/zh-Hans'
import traditionalStart from 'virtual:words/zh-Hant'

const english: Record<string, string> = { ...englishStart, ...englishOffice }
const simplified: Record<string, string> = { ...simplifiedStart, ...simplifiedOffice }
const traditional: Record<string, string> = { ...traditionalStart, ...traditionalOffice }

const sources = import.meta.glob<string>('/src/**/*.{ts,vue}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Keys written out in full; those put together at run time are seen on the screen. */
function keysUsed(): Set<string> {
  const used = Object.entries(sources)
    .filter(([path]) => !path.includes('.test.'))
    .flatMap(([, source]) => [...source.matchAll(/(?<![\w.])t\(\s*'([a-z]\w*(?:\.\w+)+)'/g)])
  return new Set(used.map(([, key]) => key!))
}

const gaps = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort()

describe('the words', () => {
  it('are the same in number in all three languages', () => {
    expect(Object.keys(traditional).sort()).toEqual(Object.keys(simplified).sort())
    expect(Object.keys(english).sort()).toEqual(Object.keys(simplified).sort())
  })

  it('take the same parameters in all three languages', () => {
    for (const [key, sentence] of Object.entries(simplified)) {
      expect([key, gaps(traditional[key]!)]).toEqual([key, gaps(sentence)])
    }
  })

  it('are there for every key that the code names', () => {
    expect([...keysUsed()].filter((key) => !(key in simplified))).toEqual([])
  })

  it('name every kind of item in 待上传', () => {
    const kinds = Object.keys(import.meta.glob('../../../../tests/examples/kinds/*.json'))
      .map((path) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length))
      .filter((kind) => kind !== 'keys.purge') // made by the server itself
    expect(kinds.filter((kind) => !(`titles.${kind}` in simplified))).toEqual([])
  })

  it('are never addressed like an advertisement', () => {
    const loud = Object.entries(simplified).filter(([, sentence]) => /[您！哦啦]/.test(sentence))
    expect(loud).toEqual([])
  })
})
