/** The list of rooms, one line each. A new kind of inspection is a folder and a line here. */
import type { Room } from '@/core/domain'
import { desk } from '@/desk'
import { checks } from '@/domains/checks'
import { emergencies } from '@/domains/emergencies'
import { findings } from '@/domains/findings'
import { keys } from '@/domains/keys'
import { patrols } from '@/domains/patrols'
import { renovation } from '@/domains/renovation'
import { vacancy } from '@/domains/vacancy'
import { checklists } from '@/ground/checklists'
import { estates } from '@/ground/estates'
import { notices } from '@/ground/notices'
import { people } from '@/ground/people'
import { labels } from '@/ground/labels'
import { places } from '@/ground/places'
import { register } from '@/ground/register'

export const rooms: readonly Room[] = [
  estates,
  people,
  places,
  register,
  labels,
  checklists,
  notices,
  patrols,
  findings,
  emergencies,
  checks,
  keys,
  renovation,
  vacancy,
  desk,
]
