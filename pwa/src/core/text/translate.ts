/** How a word becomes a sentence: parameters, plural, and what is shown when a word is missing. Pure. */

export type Words = Readonly<Record<string, string>>
export type Params = Readonly<Record<string, unknown>>

const PLURAL_MARK = ' | '

/** Answer the words under `key` with `params` put in; the key itself when there are none. */
export function translate(words: Words, key: string, params: Params = {}): string {
  const found = words[key]
  return found === undefined ? key : filled(inNumber(found, params.n), params)
}

/** Answer the words of a refusal: by its whole code, else by its room's, else the general sentence with the code. */
export function refusalText(words: Words, code: string, params: Params = {}): string {
  const room = code.split('.')[0] ?? ''
  const key = [`refusals.${code}`, `${room}.refusals.${code}`].find((key) => key in words)
  return key ? translate(words, key, params) : translate(words, 'core.refusedWithCode', { code })
}

function inNumber(sentence: string, n: unknown): string {
  const [one = sentence, other] = sentence.split(PLURAL_MARK)
  return other === undefined || Number(n) === 1 ? one : other
}

function filled(sentence: string, params: Params): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) =>
    name in params ? String(params[name]) : gap,
  )
}
