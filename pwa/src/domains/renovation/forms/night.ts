/** Who stays in a unit at night (`renovation.md` 6). */
import { corrected } from '@/core/clock'
import { newId } from '@/core/ids'
import { t } from '@/core/text'
import { foundAt } from '@/domains/renovation/found'
import type { Said } from '@/domains/renovation/said'
import { SITE_LIST } from '@/domains/renovation/siteVisit'
import { personsAllowed } from '@/domains/renovation/standing'
import type { About, Form } from './types'
import { many, passOptions, photos, text } from './values'

const allowedTonight = ({ one, board }: About) => personsAllowed(one, board.today.day)
export const nightCheck: Form<'night_check'> = {
  fields: [
    {
      name: 'personsThere',
      kind: 'text',
      needed: true,
      first: (about) => `${allowedTonight(about)}`,
    },
    { name: 'passesSeen', kind: 'many', options: passOptions },
    { name: 'note', kind: 'long' },
    { name: 'photos', kind: 'photos' },
  ],
  lack: (values) => (/^\d{1,3}$/.test(text(values, 'personsThere')) ? null : 'number'),
  said: (values, { board }) => ({
    ...{ checkId: newId(), night: board.today.day, persons: Number(text(values, 'personsThere')) },
    ...{ passesSeen: many(values, 'passesSeen'), note: text(values, 'note') },
    ...{ passesSeen: many(values, 'passesSeen'), note: text(values, 'note') },
    photos: photos(values),
  }),
  found: (said, about) => tooManyFound(said, about),
}

/** More than may stay is a finding (`renovation.md` 6). */
function tooManyFound({ checkId, persons, note, photos }: Said['night_check'], about: About) {
  const allowed = allowedTonight(about)
  if (persons <= allowed) return []
  const told = t('renovation.tooManyFound', { persons, allowed })
  const seen = {
    ...{ findingId: newId(), item: 'RN-11', choice: allowed > 0 ? 'too_many' : 'no_permit' },
    ...{ origin: { kind: 'renovation.night_check', id: checkId }, photos, at: corrected() },
    description: [told, note].filter((text) => text.trim() !== '').join(' · '),
  }
  return foundAt(about.one, SITE_LIST, about.board.templates, [seen])
}
