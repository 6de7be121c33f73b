/** What may be set, and what was changed on the page. */
import type { ChosenSettings } from '@/ground/estates/types'

type Windows = ChosenSettings['patrol_windows']

/** Most rounds a day, as the server takes them. */
export const MOST_ROUNDS = 12

/** Say whether windows follow one another; only the last may end on the next day. */
export function windowsFollow(windows: Windows): boolean {
  const last = windows.length - 1
  return windows.every(([start, end], i) => {
    if (!start || !end) return false
    const next = windows[i + 1]
    return i === last || (start < end && next !== undefined && end <= next[0])
  })
}

/** Answer the settings that differ, by name. */
export function changesIn(
  before: ChosenSettings,
  after: ChosenSettings,
): Partial<Record<keyof ChosenSettings, unknown>> {
  const names = Object.keys(after) as (keyof ChosenSettings)[]
  const differing = names.filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  return Object.fromEntries(differing.map((name) => [name, after[name]]))
}

/** Answer the window that comes after the last: two hours, as far as the day goes. */
export function nextWindow(windows: Windows): [start: string, end: string] {
  const start = windows.at(-1)?.[1] ?? '09:00'
  const hour = Math.min(Number(start.slice(0, 2)) + 2, 23)
  const end = `${String(hour).padStart(2, '0')}:${start.slice(3)}`
  return [start, end > start ? end : '23:59']
}
