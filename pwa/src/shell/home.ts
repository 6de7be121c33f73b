/** Where a person starts: overseers on a wide screen at the desk, everybody else at today's work. */
import { useSession } from '@/core/session/session'

export const WIDE = '(width >= 1024px)'

/** Answer the path of the first page. */
export function homeOf(): string {
  const { overseer } = useSession()
  return overseer.value && window.matchMedia(WIDE).matches ? '/desk' : '/today'
}
