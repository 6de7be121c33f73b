/** Letting in lines: what each says, and how it stands. */
import { t } from '@/core/text'
import { dotted } from '@/core/text/dotted'
import { dateText } from '@/core/text/when'
import type { State } from '@/core/ui/states'
import type { Day } from '@/ground/calendar/rules'
import { usable, type Consent, type Letting, type Lettings } from '@/domains/vacancy/letting'

export interface LetLine {
  id: string
  title: string
  /** Its page. */
  unitId: string | null
  said: string[]
  mark?: { state: State; word: string }
}

const word = (name: string, more = {}) => t(`vacancy.lettings.${name}`, more)
const lines = (...said: string[]) => said.filter(Boolean)

/** Answer the units that have long been vacant, the longest first; the line is named after the unit. */
export function longLines({ long }: Lettings): LetLine[] {
  return [...long]
    .sort((a, b) => b.days - a.days)
    .map(({ unitId, unit, days }) => ({
      ...{ id: unitId, unitId, title: unit, said: [word('longDays', { n: days })] },
    }))
}

export function wishLines({ wishes }: Lettings): LetLine[] {
  return wishes.map(({ id, unitId, unit, name, phone, text, notedOn, byName }) => ({
    ...{ id, unitId: null, title: dotted(name, phone) },
    said: lines(
      unitId && unit ? word('wantsUnit', { unit, text }) : text,
      dotted(dateText(notedOn), byName),
    ),
  }))
}

const consentMark = ({ granted }: Consent, holds: boolean) => {
  if (!granted) return { state: 'na', word: word('no') } as const
  return holds
    ? ({ state: 'normal', word: word('yes') } as const)
    : ({ state: 'na', word: word('used') } as const)
}

/** Answer what the developer answered; a yes no longer good for a letting says so. */
export function consentLines(told: Lettings, today: Day): LetLine[] {
  const holding = new Set(usable(told, today).map(({ id }) => id))
  return told.consents.map((one) => ({
    ...{ id: one.id, unitId: one.unitId, title: one.unit },
    said: lines(
      dotted(
        one.paperNo && word('paperOf', { no: one.paperNo }),
        one.until ? word('untilDay', { day: dateText(one.until) }) : '',
      ),
      dotted(word('answered', { day: dateText(one.answeredOn) }), one.byName),
      one.note,
    ),
    mark: consentMark(one, holding.has(one.id)),
  }))
}

const letMark = ({ endedOn }: Letting) =>
  endedOn
    ? ({ state: 'na', word: word('over') } as const)
    : ({ state: 'doing', word: word('running') } as const)

export function letLines({ lettings }: Lettings): LetLine[] {
  return lettings.map((one) => ({
    ...{ id: one.id, unitId: one.unitId, title: one.unit },
    said: lines(
      dotted(one.tenant, word('contractOf', { no: one.contractNo })),
      word(one.until ? 'span' : 'since', {
        from: dateText(one.beginsOn),
        until: one.until ? dateText(one.until) : '',
      }),
      one.keysHandedOver ? '' : word('keysKept'),
      one.endedOn ? word('ended', { day: dateText(one.endedOn), why: one.endedBecause ?? '' }) : '',
      one.note,
    ),
    mark: letMark(one),
  }))
}
