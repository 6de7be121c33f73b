/** Keys in words and marks. */
import { t } from '@/core/text'
import { durationText, momentText } from '@/core/text/when'
import type { State } from '@/core/ui/states'
import type { Face } from '@/domains/keys/cabinet'
import { standingOf } from '@/domains/keys/chase'
import type { Borrower, KeyCase, KeyItem, KeyLoan } from '@/domains/keys/types'

const FACE_MARKS: Record<Face, State> = {
  disputed: 'abnormal',
  incident: 'abnormal',
  overdue: 'overdue',
  out: 'asked',
  expired: 'late',
  in: 'quiet',
  gone: 'na',
}

/** Answer how a set's place is shown: never by colour alone. */
export function faceMark(face: Face): { state: State; word: string } {
  return { state: FACE_MARKS[face], word: t(`keys.faces.${face}`) }
}

/** Answer how a loan stands, with how late it is. */
export function loanMark(loan: KeyLoan, now: Date): { state: State; word: string } {
  const standing = standingOf(loan, now)
  if (standing === 'overdue' || standing === 'chasing') {
    const span = durationText(now.getTime() - Date.parse(loan.dueAt))
    return { state: 'overdue', word: t(`keys.late.${standing}`, { span }) }
  }
  const marks: Partial<Record<typeof standing, State>> = {
    open: 'asked',
    returned: 'normal',
    settled: 'normal',
    returned_short: 'abnormal',
    lost: 'abnormal',
    disputed: 'abnormal',
  }
  return { state: marks[standing] ?? 'todo', word: t(`keys.loanStates.${standing}`) }
}

/** Answer who borrows, with the department where it is known: 工程部 吴建国. */
export function borrowerWords({ department, name }: Borrower): string {
  return [department, name].filter((word) => word !== '').join(' ')
}

/** Answer what a kind of key is called on its ring. */
export function itemName({ kind, label }: KeyItem): string {
  return label || t(`keys.items.${kind}`)
}

/** Answer where a set is in one sentence, for who does not see the picture. */
export function setSentence({ set, open }: KeyCase, face: Face, zone: string): string {
  const words = { keyNo: set.keyNo, place: set.placeName, state: t(`keys.faces.${face}`) }
  if (!open) return t('keys.sentence', words)
  const who = borrowerWords(open.borrower)
  return t('keys.sentenceOut', { ...words, who, due: momentText(open.dueAt, zone) })
}

/** Answer a history's act in words: an unknown one, of a newer server, as it is called. */
export function actWords(act: string): string {
  const words = t(`keys.done.${act}`)
  return words === `keys.done.${act}` ? act : words
}
