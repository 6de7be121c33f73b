/** A rectification notice as it is served, on a visit or at an acceptance: the same fields everywhere. */
import { newId } from '@/core/ids'
import { dayAfter } from '@/ground/calendar/rules'
import type { Served, SignsAs } from '@/domains/renovation/said'
import type { About, Field, Values } from './types'
import { many, nameOf, photos, text, ticked } from './values'

/** What a site can break (`renovation.md` 8). */
export const SITE_ITEMS = Array.from(
  { length: 16 },
  (_, i) => `RN-${String(i + 1).padStart(2, '0')}`,
)

/** Answer the fields of a notice; `when` says when it is asked for. */
export function servedFields(when: (values: Values) => boolean = () => true): Field[] {
  const inDays = ({ board }: About) =>
    dayAfter(board.today.day, board.settings.rectify_suggest_days)
  return [
    { name: 'items', kind: 'many', needed: true, when, options: () => SITE_ITEMS.map(valueOf) },
    { name: 'description', kind: 'long', needed: true, when },
    { name: 'violationPhotos', kind: 'photos', needed: true, when },
    { name: 'dueOn', kind: 'day', needed: true, when, first: inDays },
    { name: 'servedTo', kind: 'one', needed: true, when, options: recipients },
    { name: 'refusedToSign', kind: 'tick', when },
    {
      name: 'witness',
      kind: 'text',
      needed: true,
      when: (values) => when(values) && ticked(values, 'refusedToSign'),
    },
  ]
}

const valueOf = (value: string) => ({ value })
const recipients = () => [{ value: 'person_in_charge' }, { value: 'owner' }]

/** Answer who signs for it: whom it is served to, or the witness of a refusal. */
export function servedSigns(values: Values): SignsAs[] {
  if (ticked(values, 'refusedToSign')) return ['witness']
  return [text(values, 'servedTo') === 'owner' ? 'owner' : 'person_in_charge']
}

/** Answer the notice that the fields make. */
export function servedOf(values: Values, about: About): Served {
  const as = text(values, 'servedTo') === 'owner' ? 'owner' : 'person_in_charge'
  const refusedToSign = ticked(values, 'refusedToSign')
  return {
    noticeId: newId(),
    items: many(values, 'items'),
    description: text(values, 'description'),
    photos: photos(values, 'violationPhotos'),
    dueOn: text(values, 'dueOn'),
    servedTo: { as, name: nameOf(as, about) },
    refusedToSign,
    witness: refusedToSign ? text(values, 'witness') : '',
  }
}

/** Say that a notice cannot be due before today. */
export function servedLack(values: Values, { board }: About): string | null {
  return text(values, 'dueOn') < board.today.day ? 'dueInPast' : null
}
