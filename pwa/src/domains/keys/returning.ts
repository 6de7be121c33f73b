/** What is asked when keys come back: each kind counted, their condition, the receiver's signature (`keys.md` 4.2). Pure; twin of the server's. */
import { isSigned } from '@/ground/signatures/strokes'
import type { Said } from './said'
import type { Keeper, KeyItem, KeyLoan, Strokes } from './types'

export type ReturnLack = 'counting' | 'note' | 'ownReturn' | 'signature'

export interface ReturnDraft {
  /** By kind as on the ring; null until it was counted. */
  counted: readonly (number | null)[]
  condition: 'good' | 'damaged'
  note: string
  /** Who brought them, when it was not the borrower. */
  returnedBy: string
  idGivenBack: boolean
  strokes: Strokes
}

/** Answer how many keys are missing, so far as they were counted. */
export function shortBy(items: readonly KeyItem[], counted: readonly (number | null)[]): number {
  return items.reduce((sum, { count }, i) => sum + count - (counted[i] ?? count), 0)
}

/** Say whether the return opens a memo. */
export function opensMemo(items: readonly KeyItem[], draft: ReturnDraft): boolean {
  return shortBy(items, draft.counted) > 0 || draft.condition === 'damaged'
}

/** Answer the first thing that is missing, or null. Who borrowed does not receive, unless the estate lets one alone (KEY-I8). */
export function returnLack(
  draft: ReturnDraft,
  items: readonly KeyItem[],
  loan: Pick<KeyLoan, 'borrower'>,
  who: Keeper,
  mayReceiveOwn: boolean,
): ReturnLack | null {
  if (loan.borrower.personId === who.id && !mayReceiveOwn) return 'ownReturn'
  if (draft.counted.length < items.length || draft.counted.includes(null)) return 'counting'
  if (opensMemo(items, draft) && draft.note.trim().length < 2) return 'note'
  return isSigned(draft.strokes) ? null : 'signature'
}

/** Answer what a return says. An ID stays while keys are missing (acceptance 3). */
export function returnOf(
  draft: ReturnDraft,
  items: readonly KeyItem[],
  loan: KeyLoan,
  who: Keeper,
): Said['return'] {
  const { counted, condition, note, returnedBy, idGivenBack, strokes } = draft
  return {
    ...{ loanId: loan.id, condition, note: note.trim(), returnedBy: returnedBy.trim(), photos: [] },
    counted: counted.map((count) => count ?? 0),
    idGivenBack: loan.idKept && idGivenBack && shortBy(items, counted) === 0,
    alone: loan.borrower.personId === who.id,
    private: { strokes },
  }
}
