/** What became of a finding in words: what was done, by whom, when; then the steps that are left. */
import { REASONS } from '@/core/scan/types'
import { t } from '@/core/text'
import { dotted } from '@/core/text/dotted'
import { refusal } from '@/core/text/refusal'
import { dayLine, durationText } from '@/core/text/when'
import type { State } from '@/core/ui/states'
import type { Department } from '@/ground/people'
import { aheadOf } from '@/domains/findings/expected'
import { deptName } from '@/domains/findings/say'
import type { ActDone, Case, OnSite, Remark, Said, Side } from '@/domains/findings/types'

export interface Step {
  key: string
  /** None: still to come. */
  at: string | null
  mark: State
  title: string
  who: string
  lines: string[]
  remarks: string[]
  waits: boolean
  refused: string
}

/** Answer the history, oldest first, with what is still to come at its end. */
export function stepsOf(found: Case, departments: readonly Department[]): Step[] {
  const done = found.acts.map((act) => doneStep(act, found, departments))
  return [reportStep(found), ...done, ...aheadOf(found).map(comingStep)]
}

const plain = { lines: [], remarks: [], waits: false, refused: '', who: '' }

function reportStep(found: Case): Step {
  const waits = found.serial === null
  const title = t('findings.found')
  const mark = waits ? 'waiting' : 'quiet'
  return { ...plain, key: 'report', at: found.foundAt, mark, title, who: found.byName, waits }
}

function comingStep(act: string): Step {
  return { ...plain, key: act, at: null, mark: 'todo', title: t(`findings.coming.${act}`) }
}

function doneStep(act: ActDone, found: Case, departments: readonly Department[]): Step {
  const { id, at, byName, waits = false, refused, remarks = [], dueAt } = act
  const late = dueAt && at > dueAt ? Date.parse(at) - Date.parse(dueAt) : 0
  const lines = saidLines(act, found, departments)
  if (late) lines.push(t('findings.wasLate', { span: durationText(late) }))
  return {
    key: id,
    at,
    mark: refused ? 'abnormal' : waits ? 'waiting' : isSetback(act) ? 'missed' : 'quiet',
    title: titleOf(act),
    who: byName,
    lines: lines.filter((line) => line !== ''),
    remarks: remarks.map(words),
    waits,
    refused: refused ? words(refused) : '',
  }
}

const words = ({ code, params }: Remark) => refusal(code, params)

function isSetback({ act, said }: ActDone): boolean {
  return act === 'verify' && said.outcome === 'not_right'
}

function titleOf({ act, said }: ActDone): string {
  if (act === 'verify' || act === 'settle')
    return t(`findings.done.${act}_${String(said.outcome ?? said.action)}`)
  return act === 'smell_step' ? t(`findings.smell.${String(said.step)}`) : t(`findings.done.${act}`)
}

function saidLines(act: ActDone, found: Case, departments: readonly Department[]): string[] {
  const lines = LINES[act.act as keyof Said] as Lines | undefined
  return lines?.(act.said, { act, found, departments }) ?? []
}

interface Around {
  act: ActDone
  found: Case
  departments: readonly Department[]
}
type Lines<T = Record<string, unknown>> = (said: T, around: Around) => string[]

const LINES: { [K in keyof Said]: Lines<Said[K]> } = {
  settle: ({ note }) => [note],
  dispatch: ({ dept, priority, hard, note }, { act, departments }) => [
    dotted(
      deptName(dept, departments),
      priority === 'urgent' ? t('checklists.urgent') : '',
      t(hard ? 'findings.hard' : 'findings.sameDay'),
    ),
    act.serial ? t('findings.orderNo', { no: act.serial }) : '',
    note,
  ],
  order: ({ dept, dueOn, note }, { act, departments }) => [
    `${deptName(dept, departments)} · ${t('findings.rectifyBy', { day: dayLine(dueOn) })}`,
    act.serial ? t('findings.noticeNo', { no: act.serial }) : '',
    note,
  ],
  reject: ({ reason }) => [reason],
  accept: ({ note }) => [note],
  fix: ({ result }) => [result],
  verify: ({ scan, note }) => [note, scanWords(scan)],
  sign: (_said, { act, found }) => {
    const side: Side | undefined = found.signatures.find(({ byId }) => byId === act.byId)?.side
    return side ? [t(`findings.sides.${side}`)] : []
  },
  letter: ({ facts, help }) => [facts, help ? t('findings.helpAsked', { help }) : ''],
  letter_pass: ({ to, answer }) => [
    to ? t('findings.passedTo', { role: t(`people.roles.${to}`) }) : '',
    answer,
  ],
  smell_step: ({ units, answer, known, cause, taken, guard, result, calls }) => [
    dotted(units, answer, cause, taken, guard, result, calls),
    known === false ? t('findings.smell.unknown') : '',
  ],
}

function scanWords({ method, reason }: OnSite): string {
  const known = REASONS.find((one) => one === reason)
  const why = known ? t(`scan.reasons.${known}`) : (reason ?? '')
  return dotted(t(`findings.scan.${method}`), why)
}
