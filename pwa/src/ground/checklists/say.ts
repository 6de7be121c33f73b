/** Answers in words. */
import type { Locale } from '@/core/domain'
import { t } from '@/core/text'
import { dotted } from '@/core/text/dotted'
import { UNREADABLE } from '@/ground/checklists/details'
import type { ChecklistItem, Details, DraftAnswer } from '@/ground/checklists/types'

type Given = Pick<
  DraftAnswer,
  'result' | 'choice' | 'reason' | 'description' | 'tell' | 'stillThere'
>

/** Answer the words of what is wrong, or the empty string when nothing was chosen. */
export function choiceWords(
  item: Pick<ChecklistItem, 'choices'> | undefined,
  code: string | null,
  locale: Locale,
): string {
  return item?.choices.find((choice) => choice.code === code)?.words[locale] ?? ''
}

/** Answer what was found wrong and where, each word of it once: the choice is often the description too. */
export function foundWords(
  item: Pick<ChecklistItem, 'choices'> | undefined,
  found: { choice: string | null; description: string; spot: string },
  locale: Locale,
): string {
  const words = [choiceWords(item, found.choice, locale), found.description, found.spot]
  return dotted(...new Set(words))
}

/** Answer what was noted, each with its name: 房号 902, 读数 1284 m³. */
export function detailLines(
  item: Pick<ChecklistItem, 'counted' | 'measure'> | undefined,
  details: Partial<Details>,
): string[] {
  return Object.entries(details).flatMap(([name, value]) => {
    if (!value) return []
    const known = value === UNREADABLE ? t('checklists.unreadable') : value
    const unit = name === 'reading' && value !== UNREADABLE ? measureWords(item) : ''
    return [`${detailName(item, name as keyof Details)} ${known}${unit && ` ${unit}`}`]
  })
}

/** Answer what a detail is called: the number of dead shrubs is how many, that of a lamp is its own. */
export function detailName(
  item: Pick<ChecklistItem, 'counted'> | undefined,
  name: keyof Details,
): string {
  return t(`checklists.details.${name === 'number' && item?.counted ? 'count' : name}`)
}

/** Answer the unit of the reading, or the empty string. */
export function measureWords(item: Pick<ChecklistItem, 'measure'> | undefined): string {
  return item?.measure ? t(`checklists.measures.${item.measure}`) : ''
}

/** Answer what an answer says, in one line: the phrase of the chip, what is wrong, or why there is none. */
export function noteOf(item: ChecklistItem, answer: Given, locale: Locale): string {
  if (answer.result === 'normal') return dotted(item.normal[locale], answer.tell ?? '')
  if (answer.result !== 'abnormal') return answer.reason
  const again = answer.stillThere ? t('checklists.outcomes.still_there') : ''
  const choice = choiceWords(item, answer.choice, locale)
  const more = answer.description === choice ? '' : answer.description
  return dotted(again, choice, more)
}
