/** The code on a label (`protocol.md` 12): 11 Crockford characters and a Luhn mod 32 check. The host never matters. */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12
const LABEL_ADDRESS = /^https?:\/\/[^/\s]+\/t\/([^/?#\s]*)\/?(?:[?#]\S*)?$/i

export type ParsedCode = { ok: true; code: string } | { ok: false; why: 'not_ours' | 'mistyped' }

/**
 * Read what a scanner saw or a person typed.
 *
 * Takes a label's address on any host, or the bare code with spaces or hyphens, in any case, with O for 0 and I or L
 * for 1. Answers the 12 characters; `mistyped` when they look like a code but the check fails; else `not_ours`.
 */
export function parseCode(text: string): ParsedCode {
  const trimmed = text.trim()
  const code = plainCode(LABEL_ADDRESS.exec(trimmed)?.[1] ?? trimmed)
  if (!looksLikeCode(code)) return { ok: false, why: 'not_ours' }
  return checkHolds(code) ? { ok: true, code } : { ok: false, why: 'mistyped' }
}

/** Answer `text` as a person may mean it: capitals, no gaps, look-alikes read as digits. */
export function plainCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—·.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

/** Answer the code in groups of four, as it is printed: `4K7Q 2M9X TB3K`. Works on an unfinished code too. */
export function groupCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}

function looksLikeCode(code: string): boolean {
  return code.length === LENGTH && [...code].every((char) => ALPHABET.includes(char))
}

/** Luhn mod 32: from the right, every second value is doubled; the digits of all values sum to a multiple of 32. */
function checkHolds(code: string): boolean {
  const sum = [...code].reverse().reduce((total, char, place) => {
    const value = ALPHABET.indexOf(char) * (place % 2 === 0 ? 1 : 2)
    return total + Math.floor(value / ALPHABET.length) + (value % ALPHABET.length)
  }, 0)
  return sum % ALPHABET.length === 0
}
