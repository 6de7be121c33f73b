/** Grades and reasons in words. */
import { t } from '@/core/text'
import { refusal } from '@/core/text/refusal'
import type { State } from '@/core/ui/states'

export type Grade = 'solid' | 'fair' | 'weak' | 'doubtful'

export interface Reason {
  code: string
  params: Record<string, unknown>
}

/** Reasons that say more than their words: a figure, a place. */
const DETAILED = ['drumming', 'pace', 'photo_awaited', 'position_vague', 'clock_off']

/** Answer the shape of a grade: quiet when there is nothing to ask. */
export function gradeMark(grade: string): State {
  const marks = { solid: 'quiet', fair: 'na', weak: 'asked', doubtful: 'asked' } as const
  return marks[grade as Grade] ?? 'asked'
}

/** Answer a reason in words, with what it rests on. */
export function reasonText({ code, params }: Reason): string {
  const detail = detailOf(code.split('.')[1] ?? '', params)
  return detail ? t('desk.doubts.with', { what: refusal(code), detail }) : refusal(code)
}

function detailOf(word: string, params: Reason['params']): string {
  if (word === 'task_missing') return t(`patrols.task.of.${String(params['task'])}`)
  if (word === 'not_scanned') return t(`patrols.methods.${String(params['method'])}`)
  return DETAILED.includes(word) ? t(`desk.doubts.details.${word}`, params) : ''
}
