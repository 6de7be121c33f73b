/** Vacant units in words and marks. */
import { t } from '@/core/text'
import { dotted } from '@/core/text/dotted'
import { dateOfYear, dateText } from '@/core/text/when'
import type { State } from '@/core/ui/states'
import type { Day } from '@/ground/calendar/rules'
import { daysSince, type Turn } from '@/domains/vacancy/rules'
import type { Card, VacantUnit } from '@/domains/vacancy/types'
import type { UnitCase } from '@/domains/vacancy/walk'

const MARKS: Record<Turn, State> = {
  off: 'na',
  done: 'normal',
  airing: 'todo',
  due: 'todo',
  missed: 'overdue',
}

/** Answer shape and word of how a unit stands this week; what is open there comes first. */
export function turnMark({ turn, openFindings, draftId }: UnitCase): {
  state: State
  word: string
} {
  if (draftId) return { state: 'doing', word: t('vacancy.turns.doing') }
  if (turn !== 'off' && openFindings > 0)
    return { state: 'abnormal', word: t('vacancy.openFindings', { n: openFindings }) }
  return { state: MARKS[turn], word: t(`vacancy.turns.${turn}`) }
}

/** Answer what kind of unit it is: 空置房 · 精装修 · 西晒. */
export function kindLine({ status, card, area }: VacantUnit): string {
  const finish = card?.finish ? t(`vacancy.finishes.${card.finish}`) : ''
  const west = card?.westRooms.length ? t('vacancy.west', { rooms: card.westRooms.join('、') }) : ''
  const size = area === null ? '' : t('vacancy.area', { n: area / 100 })
  return dotted(t(`places.statuses.${status}`), finish, west, size)
}

/** Answer what a card says, in a line: 精装修 · 西晒：主卧 · 空调 · 鹏城地产. */
export function cardLine({ finish, westRooms, appliances, layout, developer }: Card): string {
  return dotted(
    finish ? t(`vacancy.finishes.${finish}`) : '',
    westRooms.length ? t('vacancy.west', { rooms: westRooms.join('、') }) : '',
    appliances.map(({ name }) => name).join('、'),
    layout,
    developer,
  )
}

/** Answer when a unit was last checked completely. */
export function sinceLine(unit: VacantUnit, today: Day): string {
  const days = daysSince(unit, today)
  if (days === null) return t('vacancy.neverChecked')
  return days === 0 ? t('vacancy.checkedToday') : t('vacancy.daysSince', { n: days })
}

/** Answer by when the units of this week are checked. */
export const untilLine = (last: Day): string => t('vacancy.week.until', { day: dateText(last) })

const dayWords = (day: Day | null | undefined) => (day ? dateOfYear(day) : '')

/** Answer what the register says of a unit, name and value; what is not known is left out. */
export function factsOf({ card, riskBand, since, dryingSince }: VacantUnit): [string, string][] {
  const all: [string, string | undefined][] = [
    [t('vacancy.facts.since'), dayWords(since)],
    [
      t('vacancy.facts.drying'),
      dryingSince ? t('vacancy.dryingSince', { day: dateText(dryingSince) }) : '',
    ],
    [t('vacancy.facts.takenOver'), dayWords(card?.takenOverOn)],
    [t('vacancy.facts.developer'), card?.developer],
    [t('vacancy.facts.layout'), card?.layout],
    [t('vacancy.facts.appliances'), card?.appliances.map(({ name }) => name).join('、')],
    [t('vacancy.facts.risk'), riskBand ? t(`vacancy.risks.${riskBand}`) : ''],
    [t('vacancy.facts.note'), card?.note],
  ]
  return all.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []))
}
