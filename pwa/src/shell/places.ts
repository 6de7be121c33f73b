/** Where one can go from anywhere: the four tabs of a phone, the rail of a tablet. */
import type { RouteMeta } from 'vue-router'

import { useSession } from '@/core/session/session'
import type { IconName } from '@/core/ui/icons'

export interface NavPlace {
  tab: NonNullable<RouteMeta['tab']> | 'scan'
  path: string
  icon: IconName
}

const today: NavPlace = { tab: 'today', path: '/today', icon: 'stairs' }
const found: NavPlace = { tab: 'findings', path: '/findings', icon: 'flag' }
const keys: NavPlace = { tab: 'keys', path: '/keys', icon: 'key' }
const scan: NavPlace = { tab: 'scan', path: '/scan', icon: 'scan' }
const queue: NavPlace = { tab: 'queue', path: '/queue', icon: 'upload' }
const mine: NavPlace = { tab: 'me', path: '/me', icon: 'person' }

/** Who puts right what others found, and walks no rounds. */
const DEPARTMENTS = ['engineer', 'guard', 'cleaner']

/** Answer whether this person works in a department that puts findings right. */
export function putsRight(): boolean {
  return DEPARTMENTS.includes(useSession().estate.value?.role ?? '')
}

/** Answer the tabs of a phone; scan is the raised key between them. */
export function tabs(): NavPlace[] {
  const { overseer, estate } = useSession()
  if (putsRight()) return [found, queue, mine]
  const day: NavPlace = { ...today, icon: 'day' }
  const holds = overseer.value || estate.value?.role === 'steward'
  return holds ? [day, found, scan, queue, mine] : [day, scan, queue, mine]
}

const setUp: readonly NavPlace[] = [
  { tab: 'places', path: '/places', icon: 'building' },
  { tab: 'labels', path: '/labels', icon: 'label' },
  { tab: 'people', path: '/people', icon: 'people' },
]

/** Answer what the rail offers to this person. */
export function railPlaces(): NavPlace[] {
  const { overseer, administers, estate } = useSession()
  if (overseer.value) {
    return [
      { tab: 'desk', path: '/desk', icon: 'day' },
      today,
      found,
      keys,
      scan,
      ...setUp,
      queue,
      mine,
    ]
  }
  if (administers.value) return [...setUp, queue, mine]
  // A phone's bar is full: there the keys stand under 我的.
  return estate.value?.role === 'steward' ? [today, found, keys, scan, queue, mine] : tabs()
}

/** Answer which of a phone's tabs a page belongs to. */
export function tabOf(tab: RouteMeta['tab']): NavPlace['tab'] | undefined {
  if (tab === 'desk') return 'today'
  if (tab === 'keys') return 'me'
  return setUp.some((place) => place.tab === tab) ? 'me' : tab
}
