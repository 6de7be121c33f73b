/** An estate's own wording of its papers: kept only where it differs from what is shipped. Pure. */

/** What a paper says as it is shipped; `names` are filled in where they stand in braces. */
export interface Wording {
  form: string
  title: string
  text: string
  names: string[]
}

type Own = Readonly<Record<string, string>>

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

/** Answer the names in braces that nothing is filled in for: they would print as a dash. */
export function unknownNames(written: string, { names }: Wording): string[] {
  const named = [...written.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  return [...new Set(named)].filter((name) => !names.includes(name))
}
