/** Bringing the open item to where the thumb is: its end a little above the foot, its head never under the bar. */

/** What of the next item shows below the open one, so that one sees it goes on. */
const PEEK_PX = 72

/** Scroll so that `element` ends above the foot of the page; its beginning wins when it is taller than the window. */
export function intoThumbZone(element: Element | null | undefined): void {
  if (!element) return
  const { top, bottom } = element.getBoundingClientRect()
  const bar = document.querySelector('.visit-head')?.getBoundingClientRect().bottom ?? 0
  const foot = document.querySelector('.visit-foot')?.getBoundingClientRect().top
  const wanted = (foot ?? window.innerHeight) - PEEK_PX
  const room = wanted - bar
  const by = bottom - top > room ? top - bar - 8 : bottom - wanted
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  window.scrollBy({ top: by, behavior: calm ? 'auto' : 'smooth' })
}
