/** The code on a label (`protocol.md` 12): 11 Crockford characters and a Luhn mod 32 check. The host never matters. */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12
/** One character too many or too few is a slip of the finger; more than that is another kind of text. */
const NEAR_MISS = /^[0-9A-Z]{11,13}$/
const LABEL_ADDRESS =
  /^(?:https?:\/\/)?(?:[^\s/?#]+)?(?:\/[^\s/?#]+)*\/t\/([^\s/?#]+)\/?(?:[?#].*)?$/i

export type ParsedCode = { ok: true; code: string } | { ok: false; why: 'not_ours' | 'mistyped' }

/**
 * Read what a scanner saw or a person typed.
 *
 * Takes a label's address on any host, or the bare code in any case, with spaces or hyphens, with O
 * for 0 and I or L for 1. Answers the 12 characters; `mistyped` when they look like a code but the
 * check fails; else `not_ours`. Both sides agree on `tests/examples/rules/code.json`.
 */
export function parseCode(text: string): ParsedCode {
  const trimmed = text.trim()
  const code = plainCode(LABEL_ADDRESS.exec(trimmed)?.[1] ?? trimmed)
  if (!NEAR_MISS.test(code)) return { ok: false, why: 'not_ours' }
  return checkHolds(code) ? { ok: true, code } : { ok: false, why: 'mistyped' }
}

/** Answer `text` as the person meant it: capitals, no gaps, look-alikes read as digits. */
export function plainCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

/** Answer a code in groups of four, as it is printed: `4K7Q 2M9X TB3K`. Takes an unfinished one too. */
export function groupCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}

/** Luhn mod 32: from the right, every second value is doubled; the digits of all sum to a multiple of 32. */
function checkHolds(code: string): boolean {
  const values = [...code].reverse().map((char) => ALPHABET.indexOf(char))
  if (values.length !== LENGTH || values.includes(-1)) return false
  const sum = values.reduce((total, value, place) => {
    const weighed = place % 2 === 0 ? value : value * 2
    return total + Math.floor(weighed / ALPHABET.length) + (weighed % ALPHABET.length)
  }, 0)
  return sum % ALPHABET.length === 0
}
