/** An estate's own wording of its papers: kept only where it differs from what is shipped. Pure. */

/** What a paper says as it is shipped; `names` can be filled in where they stand in braces. */
export interface Wording {
  form: string
  title: string
  text: string
  names: string[]
}

type Own = Readonly<Record<string, string>>

/** By name, what the office reads for it: applicant → 申请人. */
export type Names = Readonly<Record<string, string>>

/** A stretch of a paper; `filled`: it came from the case. */
export interface Piece {
  text: string
  filled: boolean
}

const BRACED = /\{(\w+)\}/g
const MARKED = /〔([^〔〕\n]{1,30})〕/g

/** Answer what a paper says here. */
export function wordingIn(own: Own, { form, text }: Wording): string {
  return own[form] ?? text
}

/** Answer the own wordings after one was written; what is shipped, or nothing, is no wording of one's own. */
export function reworded(own: Own, { form, text }: Wording, written: string): Own {
  const { [form]: _, ...rest } = own
  const same = written.trim() === '' || written.trim() === text.trim()
  return same ? rest : { ...rest, [form]: written }
}

/** Answer a wording as the office reads it: 〔申请人〕 for {applicant}. */
export function shownText(stored: string, names: Names): string {
  return stored.replace(BRACED, (whole, name: string) => {
    const words = names[name]
    return words === undefined ? whole : `〔${words}〕`
  })
}

/** Answer a wording as it is stored: {applicant} for 〔申请人〕. */
export function storedText(shown: string, names: Names): string {
  const byWords = new Map(Object.entries(names).map(([name, words]) => [words, name]))
  return shown.replace(MARKED, (whole, words: string) => {
    const name = byWords.get(words.trim())
    return name === undefined ? whole : `{${name}}`
  })
}

/** Answer what nothing can be filled in for; 〔2026〕 is the year of a document. */
export function unknownIn(stored: string, { names }: Pick<Wording, 'names'>): string[] {
  const braced = [...stored.matchAll(BRACED)].filter(([, name = '']) => !names.includes(name))
  const marked = [...stored.matchAll(MARKED)].filter(([, words = '']) => !/^\d+$/.test(words))
  return [...new Set([...braced, ...marked].map(([whole]) => whole))]
}

/** Answer a paper as it is printed, piece by piece, filled in with these values. */
export function piecesOf(stored: string, values: Names): Piece[] {
  return stored
    .split(/(\{\w+\})/)
    .filter((text) => text !== '')
    .map((text) => {
      const name = /^\{(\w+)\}$/.exec(text)?.[1]
      return name === undefined
        ? { text, filled: false }
        : { text: values[name] ?? '—', filled: true }
    })
}

/** Answer a text with something put in where the caret stood, and where it stands then. */
export function putIn(
  text: string,
  put: string,
  { from, until }: { from: number; until: number },
): { text: string; caret: number } {
  return { text: text.slice(0, from) + put + text.slice(until), caret: from + put.length }
}
