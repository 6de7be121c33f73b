/** Several short words in one line: 9 层 · 已上报 · 林晓岚. */

/** What stands between two of them; a line breaks after it, never before. */
const DOT = '\u00a0· '

/** Answer these words in one line; blank ones are left out. */
export function dotted(...words: (string | false | null | undefined)[]): string {
  return words.filter(Boolean).join(DOT)
}
