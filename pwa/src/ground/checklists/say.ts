/** Answers in words. Pure. */
import type { Locale } from '@/core/domain'
import type { ChecklistItem, DraftAnswer } from '@/ground/checklists/types'

type Given = Pick<DraftAnswer, 'result' | 'choice' | 'reason' | 'description'>

/** Answer the words of what is wrong, or the empty string when nothing was chosen. */
export function choiceWords(
  item: Pick<ChecklistItem, 'choices'> | undefined,
  code: string | null,
  locale: Locale,
): string {
  return item?.choices.find((choice) => choice.code === code)?.words[locale] ?? ''
}

/** Answer what an answer says, in one line: the phrase of the chip, what is wrong, or why there is none. */
export function noteOf(item: ChecklistItem, answer: Given, locale: Locale): string {
  if (answer.result === 'normal') return item.normal[locale]
  if (answer.result !== 'abnormal') return answer.reason
  const choice = choiceWords(item, answer.choice, locale)
  const more = answer.description === choice ? '' : answer.description
  return [choice, more].filter((words) => words !== '').join(' · ')
}
