/** Why something was not accepted, and what to do next; what it tells of as people read it. */
import { termsOf } from '@/core/rooms'
import { refusalAsItIs, t } from '@/core/text'
import type { Params } from '@/core/text/translate'
import { dateOfYear, momentText } from '@/core/text/when'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/

/** Answer the words of a refusal's `code`: days, moments and codes among its parameters in words, several with commas. */
export function refusal(code = 'core.failed', params: object = {}): string {
  const terms = termsOf(code.split('.')[0] ?? '')
  const said = Object.entries(params).map(([name, value]) => {
    const word = (one: unknown) => wordOf(one, terms[name] ?? [])
    return [name, Array.isArray(value) ? value.map(word).join(t('core.comma')) : word(value)]
  })
  return refusalAsItIs(code, Object.fromEntries(said) as Params)
}

function wordOf(value: unknown, trees: readonly string[]): unknown {
  if (typeof value !== 'string') return value
  if (MOMENT.test(value)) return momentText(value)
  if (DAY.test(value)) return dateOfYear(value)
  const keys = trees.map((tree) => `${tree}.${value}`)
  return keys.map((key) => [key, t(key)]).find(([key, word]) => word !== key)?.[1] ?? value
}
