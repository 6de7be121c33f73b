/** Bringing the open item to where the thumb is: its end a little above the foot, its head never under the bar. */

/** What of the next item shows below a small one, so that one sees it goes on; a tall one needs the room itself. */
const PEEK_PX = 72
const GAP_PX = 8

/** Answer how far the bar reaches down over the items; on a low screen it is scrolled away. */
function barOver(): number {
  const bar = document.querySelector('.sheet-head')
  return bar && getComputedStyle(bar).position === 'sticky' ? bar.getBoundingClientRect().bottom : 0
}

/** Scroll so that `element` ends above the foot of the page; its beginning wins when it is taller than the window. */
export function intoThumbZone(element: Element | null | undefined): void {
  if (!element) return
  const { top, bottom } = element.getBoundingClientRect()
  const bar = barOver()
  const foot =
    document.querySelector('.visit-foot')?.getBoundingClientRect().top ?? window.innerHeight
  const tall = bottom - top > (foot - bar) / 2
  const wanted = foot - (tall ? GAP_PX : PEEK_PX)
  const fits = bottom - top <= wanted - bar - GAP_PX
  const by = fits ? bottom - wanted : top - bar - GAP_PX
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  window.scrollBy({ top: by, behavior: calm ? 'auto' : 'smooth' })
}
