/** The supervisor's desk: what of a day needs a person, how far the rounds are, every visit in full. */
import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'

export const desk: Room = {
  name: 'desk',
  later: {
    under: ['/desk', '/heads', '/check'],
    load: officePage(() => import('@/desk/pages')),
  },
}
