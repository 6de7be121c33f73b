/** The card of a vacant unit as a form, and what of it is sent. Pure. */
import type { Card } from './types'

/** Lists are written in one field, parted by 、 or a comma. */
export interface CardForm {
  finish: 'bare' | 'fine' | ''
  westRooms: string
  appliances: string
  developer: string
  layout: string
  takenOverOn: string
  completedOn: string
  movingInNoticeOn: string
  note: string
}

const listed = (names: readonly string[]) => names.join('、')
const parted = (text: string) =>
  text
    .split(/[、，,;；\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** Answer the form of a card, empty where nobody registered the unit yet. */
export function formOf(card: Card | null): CardForm {
  const { developer = '', layout = '', note = '', westRooms = [], appliances = [] } = card ?? {}
  return {
    ...{ finish: card?.finish ?? '', developer, layout, note, westRooms: listed(westRooms) },
    appliances: listed(appliances.map(({ name }) => name)),
    ...datesOf(card),
  }
}

const datesOf = (card: Card | null) => ({
  takenOverOn: card?.takenOverOn ?? '',
  completedOn: card?.completedOn ?? '',
  movingInNoticeOn: card?.movingInNoticeOn ?? '',
})

/** Answer the card as it is sent; what is known of an appliance besides its name stays. */
export function cardOf(form: CardForm, before: Card | null): Card {
  const known = new Map((before?.appliances ?? []).map((one) => [one.name, one]))
  return {
    takenOverOn: form.takenOverOn || null,
    completedOn: form.completedOn || null,
    movingInNoticeOn: form.movingInNoticeOn || null,
    developer: form.developer.trim(),
    layout: form.layout.trim(),
    finish: form.finish || null,
    westRooms: parted(form.westRooms),
    appliances: parted(form.appliances).map(
      (name) => known.get(name) ?? { name, model: '', manual: false },
    ),
    note: form.note.trim(),
  }
}
