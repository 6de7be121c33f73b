/** Where one can go from anywhere: the four tabs of a phone, the rail of a tablet. */
import { entrancesFor } from '@/core/rooms'
import { useSession } from '@/core/session/session'
import type { IconName } from '@/core/ui/icons'

export interface NavPlace {
  tab: string
  path: string
  icon: IconName
  /** The key of its word, where it is not `shell.tabs.<tab>`. */
  word?: string
}

const today: NavPlace = { tab: 'today', path: '/today', icon: 'stairs' }
const found: NavPlace = { tab: 'findings', path: '/findings', icon: 'flag' }
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
  const rooms = roomPlaces()
  if (overseer.value) {
    const desk: NavPlace = { tab: 'desk', path: '/desk', icon: 'day' }
    return [desk, today, found, ...rooms, scan, ...setUp, queue, mine]
  }
  if (administers.value) return [...setUp, queue, mine]
  // A phone's bar is full: there the rooms stand under 我的.
  if (estate.value?.role === 'steward') return [today, found, ...rooms, scan, queue, mine]
  return [...tabs().slice(0, -2), ...rooms, queue, mine]
}

function roomPlaces(): NavPlace[] {
  return entrancesFor(useSession().estate.value?.role).flatMap(({ rail, path, icon, title }) =>
    rail ? [{ tab: rail, path, icon, word: title }] : [],
  )
}

/** Answer which of a phone's tabs a page belongs to. */
export function tabOf(tab: string | undefined): string | undefined {
  if (tab === 'desk') return 'today'
  const elsewhere = [...setUp, ...roomPlaces()]
  return elsewhere.some((place) => place.tab === tab) ? 'me' : tab
}
