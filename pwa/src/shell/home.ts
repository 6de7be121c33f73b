/**
 * Where a person starts: overseers on a wide screen at the desk, administrators with people, departments with what is
 * to be put right, all others at today's work.
 */
import { useSession } from '@/core/session/session'
import { putsRight } from '@/shell/places'

const WIDE = '(width >= 1024px)'

/** Answer the path of the first page. */
export function homeOf(): string {
  const { overseer, administers } = useSession()
  if (overseer.value) return window.matchMedia(WIDE).matches ? '/desk' : '/today'
  if (administers.value) return '/people'
  return putsRight() ? '/findings' : '/today'
}
