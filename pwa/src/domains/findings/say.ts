/** Findings in words and marks. */
import type { State } from '@/core/ui/states'
import { locale, t } from '@/core/text'
import { dotted } from '@/core/text/dotted'
import { durationText, momentText } from '@/core/text/when'
import { choiceWords } from '@/ground/checklists/say'
import type { Template } from '@/ground/checklists/types'
import type { Department } from '@/ground/people'
import { itemOf } from '@/domains/findings/board'
import { nextDue, pressureOf } from '@/domains/findings/deadlines'
import { aheadOf } from '@/domains/findings/expected'
import { isOrdered } from '@/domains/findings/machine'
import type { Case, Due } from '@/domains/findings/types'

const MARKS: Record<string, State> = {
  open: 'todo',
  solved_on_spot: 'asked',
  reported: 'asked',
  dispatched: 'todo',
  in_repair: 'doing',
  fixed: 'asked',
  verified: 'unsigned',
  reopened: 'abnormal',
  closed: 'normal',
  rejected: 'na',
}

/** Answer what was found: 灭火器 · 过期. */
export function titleWords(found: Case, templates: readonly Template[]): string {
  const item = itemOf(found, templates)
  const name = item?.words[locale.value] ?? found.item
  const wrong = choiceWords(item, found.choice, locale.value) || found.description
  return dotted(name, wrong)
}

/** Answer how the state is shown: never by colour alone. */
export function stateMark({ state }: Pick<Case, 'state'>): { state: State; word: string } {
  return { state: MARKS[state] ?? 'asked', word: t(`findings.states.${state}`) }
}

/** Answer how much is left of a limit; red when passed, amber from 80 % on. */
export function dueMark(due: Due, now: Date): { state: State; word: string } {
  const left = Date.parse(due.dueAt) - now.getTime()
  const pressure = pressureOf(due, now)
  const span = durationText(Math.abs(left))
  if (pressure === 'over') return { state: 'overdue', word: t('findings.over', { span }) }
  return { state: pressure === 'near' ? 'late' : 'todo', word: t('findings.left', { span }) }
}

/** Answer the limit that ends first in words: 18:00 前派工. */
export function dueWords({ what, dueAt }: Due, zone: string): string {
  return t(`findings.due.${what}`, { time: momentText(dueAt, zone) })
}

/** Answer the limit that counts now and how it stands, or null. */
export function dueOf(
  found: Case,
  now: Date,
): { due: Due; mark: ReturnType<typeof dueMark> } | null {
  const due = nextDue(found.due)
  return due ? { due, mark: dueMark(due, now) } : null
}

/** Answer a department's name: the estate's own, else the usual one. */
export function deptName(
  kind: string | null | undefined,
  departments: readonly Department[],
): string {
  if (!kind) return t('findings.noDept')
  return departments.find((one) => one.kind === kind)?.name ?? t(`findings.depts.${kind}`)
}

/** Answer what comes next and by whom, of a finding that is not final: 等工程部接单. */
export function nextWords(found: Case, departments: readonly Department[]): string {
  const [next] = aheadOf(found)
  if (!next) return ''
  if (next === 'verify' && isOrdered(found)) return t('findings.next.recheck')
  const dept = deptName(found.dept, departments)
  return t(`findings.next.${next}`, { dept, names: unsignedNames(found) })
}

function unsignedNames(found: Case): string {
  const signed = new Set(found.signatures.map(({ side }) => side))
  return (['fixer', 'verifier'] as const)
    .filter((side) => !signed.has(side))
    .map((side) => found[side]?.name ?? '')
    .join(t('findings.and'))
}
