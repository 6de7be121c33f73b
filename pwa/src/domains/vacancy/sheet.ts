/** The sheet of a vacant unit while it is filled in: what is asked, what is missing, what is sent. Pure. */
import { numberIn, UNREADABLE } from '@/ground/checklists/details'
import { isWritten } from '@/ground/checklists/rules'
import { answersOf, foundIn, itemOfPhoto } from '@/ground/checklists/sheet'
import type { ChecklistItem, Template, Words } from '@/ground/checklists/types'
import { valvesUnlike } from './rules'
import { VALVES, type CheckBody, type CheckDraft, type Found, type Valve } from './types'

/** The item of the water meter, and the card that running water raises (PAT-M2). */
export const METER = 'VU-04'
export const RUNNING = 'MT-03'
export const AIRED = 'VU-05'
export const MOULD = 'VU-06'

/**
 * Answer the items that a sheet asks.
 *
 * running   the card of running water in a unit where nobody lives: its steps are asked where the meter turns
 * noteHint  what to write besides where the meter cannot be read
 */
export function templateOf(
  whole: Template,
  { asked, unreadable }: Pick<CheckDraft, 'asked' | 'unreadable'>,
  running: ChecklistItem | undefined,
  noteHint: Words,
): Template {
  const items = whole.items.filter(({ id }) => asked.includes(id))
  const steps = running?.steps
  return {
    ...whole,
    items: items.map((item) => {
      if (item.id !== METER) return item
      return { ...item, ...(steps && { steps }), ...(unreadable && { tell: noteHint }) }
    }),
  }
}

/** What is asked besides the items, before one leaves. */
export type LeaveGap = 'reading' | 'photo' | 'valve' | 'unlike' | 'reason' | 'windows'

/** Answer what is still missing besides the items, in the order of the page (VAC-R01). */
export function leaveGaps(draft: CheckDraft): LeaveGap[] {
  const { reading, unreadable, photos, answers, valves, openValves, windowsClosed } = draft
  const open = VALVES.filter((valve) => valves[valve] === 'open')
  const reasoned = (valve: Valve) =>
    isWritten(openValves[valve]?.reason ?? '') && !!openValves[valve]?.dueOn
  const lacks: Record<LeaveGap, boolean> = {
    reading: !unreadable && numberIn(reading) === null,
    photo: photos.length === 0,
    valve: VALVES.some((valve) => valves[valve] === undefined),
    unlike: valvesUnlike(answers, valves).length > 0,
    reason: !open.every(reasoned),
    windows: windowsClosed === null,
  }
  return (Object.keys(lacks) as LeaveGap[]).filter((gap) => lacks[gap])
}

/** Less than that is how it was read, not water. */
const NOISE_LITRES = 10
const LITRES = 1000

/** Answer how many litres ran since the last reading though the meter was said to stand still; 0 where none did. */
export function litresRun(draft: CheckDraft, before: string | null): number {
  const [now, last] = [numberIn(draft.reading), numberIn(before)]
  if (now === null || last === null || draft.answers[METER]?.result !== 'normal') return 0
  const ran = Math.round((now - last) * LITRES)
  return ran > NOISE_LITRES ? ran : 0
}

/** Answer the check as it is sent. All that is missing was asked for before. */
export function bodyOf(draft: CheckDraft, template: Template, leftAt: Date): CheckBody {
  const { unitId, loanId, scan, enteredAt, checklist, unreadable, reading } = draft
  const minutes = numberIn(draft.aired)
  return {
    ...{ checkId: draft.id, unitId, loanId, scan, enteredAt, checklist },
    leftAt: leftAt.toISOString(),
    answers: answersOf(draft, template),
    waterReading: unreadable ? '' : reading.trim(),
    airedMinutes: minutes === null ? null : Math.round(minutes),
    valves: { water: 'absent', power: 'absent', gas: 'absent', ...draft.valves },
    openValves: VALVES.flatMap((valve) => openOf(draft, valve)),
    windowsClosed: draft.windowsClosed === true,
    care: [],
    observation: draft.observation.trim(),
    photos: draft.photos.map((photo) => ({
      ...{ sha256: photo.sha256, takenAt: photo.takenAt, live: photo.live },
      item: itemOfPhoto(photo, draft),
    })),
  }
}

function openOf({ valves, openValves }: CheckDraft, valve: Valve): CheckBody['openValves'] {
  const said = openValves[valve]
  if (valves[valve] !== 'open' || !said) return []
  return [{ valve, reason: said.reason.trim(), dueOn: said.dueOn }]
}

/** Answer what was found wrong; running water goes as the card that the meters have for it. */
export function foundOf(
  draft: CheckDraft,
  unit: string,
  running: ChecklistItem | undefined,
): Found[] {
  const { id: checkId, unitId: placeId, checklist, meters } = draft
  return foundIn(draft).map((found) => {
    const known = { ...found, checkId, placeId }
    if (found.item !== METER || !running || !meters) return { ...known, checklist }
    const reading = draft.unreadable ? UNREADABLE : draft.reading.trim()
    const details = { ...found.details, unit, reading, number: found.details.number ?? UNREADABLE }
    const choice = running.choices[0]?.code ?? found.choice
    return { ...known, checklist: meters, item: RUNNING, choice, details }
  })
}
