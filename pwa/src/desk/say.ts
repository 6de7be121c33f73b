/** Troubles in words: what is wrong, where, and what stands at the right. */
import { locale, t } from '@/core/text'
import { dotted } from '@/core/text/dotted'
import { refusal } from '@/core/text/refusal'
import { agoText, clockTime } from '@/core/text/when'
import type { Trouble, TroubleKind } from '@/desk/types'
import { choiceWords } from '@/ground/checklists/say'
import type { Template } from '@/ground/checklists/types'

/** What is said of a whole round: its time is the end of the window. */
const OF_ROUNDS: readonly TroubleKind[] = ['missed', 'late', 'not_arrived']

/** What stands between two sentences in one line. */
const pause = () => (locale.value === 'en' ? '; ' : '；')

function itemOf({ params }: Trouble, templates: readonly Template[]) {
  const versions = templates.filter(({ type }) => type === params.checklist)
  return versions.flatMap(({ items }) => items).findLast(({ id }) => id === params.item)
}

function abnormalTitle(trouble: Trouble, templates: readonly Template[]): string {
  const { awaited, item, choice } = trouble.params
  if (awaited) return t('desk.findingAwaited', { n: awaited })
  const found = itemOf(trouble, templates)
  // Before the checklists are here: a number would say nothing to anybody.
  const unnamed = templates.length === 0 ? t('core.states.abnormal') : item
  return dotted(
    found?.words[locale.value] ?? unnamed,
    choiceWords(found, choice ?? null, locale.value),
  )
}

/** Answer what is wrong, in one line. `count` is how many visits share the doubt. */
export function troubleTitle(
  trouble: Trouble,
  count: number,
  templates: readonly Template[],
): string {
  const { kind, params, places } = trouble
  if (kind === 'abnormal') return abnormalTitle(trouble, templates)
  if (kind === 'doubtful') return t('desk.doubtful', { n: Math.max(count, places.length) })
  if (kind === 'refused') return t(`desk.refused.${params.outcome === 'held' ? 'held' : 'refused'}`)
  if (kind === 'late' && params.open) return t('desk.lateOpen', { n: params.open })
  return t(`desk.kinds.${kind}`, { n: places.length })
}

/** Answer where it is, who was there, and for a doubt or a refusal why. */
export function troubleNote(trouble: Trouble): string {
  const { kind, params, places, routeName, number, stewardName } = trouble
  const round = routeName
    ? `${routeName} ${t('patrols.roundNumber', { n: number ?? 0 })}`
    : places[0]?.name
  if (kind === 'doubtful')
    return dotted(params.byName, params.codes?.map((code) => refusal(code)).join(pause()))
  if (kind === 'refused') return dotted(params.byName, params.code ? refusal(params.code) : '')
  const state = params.state ? t(`desk.findingStates.${params.state}`) : ''
  return dotted(round, state, params.byName ?? stewardName)
}

/** Answer when it was, or when it ended. */
export function troubleTime(trouble: Trouble, zone: string): string {
  if (OF_ROUNDS.includes(trouble.kind))
    return t('desk.ended', { time: clockTime(trouble.at, zone) })
  return agoText(trouble.at, zone)
}
