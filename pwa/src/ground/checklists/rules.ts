/** What makes an answer whole, and the words that say nothing (PAT-R02). Pure; judged alike on the server. */
import type {
  ChecklistItem,
  Details,
  DraftAnswer,
  Gap,
  PhotoMoment,
  RecordMark,
  Result,
  Step,
  StepTaken,
  Template,
} from '@/ground/checklists/types'

/** Only what occurs in words for "nothing wrong"; a tick is a tick however it is drawn. */
const ALIKE: Record<string, string> = {
  無: '无',
  異: '异',
  沒: '没',
  問: '问',
  題: '题',
  狀: '状',
  況: '况',
  穩: '稳',
  '✓': '√',
  '✔': '√',
  '☑': '√',
}

/** Answer `text` as PAT-R02 compares it: NFKC, Simplified, lower case, without punctuation and spaces. */
export function normalised(text: string): string {
  const folded = [...text.normalize('NFKC')].map((sign) => ALIKE[sign] ?? sign).join('')
  return folded.toLowerCase().replace(/[\p{P}\p{Z}\p{C}\p{M}]/gu, '')
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Say whether `text` consists of nothing but words like 正常 (PAT-R02); empty text does not. */
export function isBareNormal(text: string, bareWords: readonly string[]): boolean {
  const bare = bareWords.map((word) => escaped(normalised(word))).filter((word) => word !== '')
  return bare.length > 0 && new RegExp(`^(?:${bare.join('|')})+$`, 'u').test(normalised(text))
}

const noDetails: Details = { unit: null, plate: null, number: null, expiry: null, reading: null }

/** Answer a fresh answer of `result`, with nothing written yet. */
export function freshAnswer(result: Result, given: { at: Date; ms: number }): DraftAnswer {
  return {
    result,
    choice: null,
    description: '',
    spot: '',
    action: null,
    details: { ...noDetails },
    reason: '',
    methods: [],
    ms: given.ms,
    at: given.at.toISOString(),
    findingId: null,
  }
}

/** Say whether a text holds anything but punctuation and spaces. */
export const isWritten = (text: string | null) => text !== null && normalised(text) !== ''

const DETAIL_OF: Record<RecordMark, keyof Details> = {
  N: 'number',
  X: 'expiry',
  V: 'plate',
  U: 'unit',
  R: 'reading',
}

/** Answer the details that an item asks to be noted when it is abnormal. */
export function detailsOf(item: Pick<ChecklistItem, 'record'>): (keyof Details)[] {
  return item.record.map((mark) => DETAIL_OF[mark])
}

/** Answer which of the details that the item asks for are not noted; that nothing is to be read there is noted too. */
export function detailsMissing(
  item: Pick<ChecklistItem, 'record'>,
  details: Details,
): (keyof Details)[] {
  return detailsOf(item).filter((name) => !isWritten(details[name]))
}

/** Say whether an item is about units in which nobody lives: only of those a valve is closed (PAT-M2). */
export function isOfEmptyUnits({ steps }: Pick<ChecklistItem, 'steps'>): boolean {
  return steps?.includes('valve_closed') ?? false
}

/** How many photos of an item show each moment. */
export type PhotoCount = Partial<Record<PhotoMoment, number>>

/** What is photographed when it is done. */
const SHOWN: readonly Step[] = ['valve_closed', 'notice_posted']
/** The steps that must be taken, or be reasoned why not; the owner is told where one can be reached (PAT-M2, PAT-N3). */
const MUST = [
  'valve_closed',
  'notice_posted',
  'resident_called',
  'manager_called',
  'help_called',
] as const

/** Answer which of the steps an item asks for are neither done (and photographed) nor excused. */
export function stepsMissing(
  asked: readonly Step[] | undefined,
  taken: readonly StepTaken[] | undefined,
  photos: PhotoCount,
): (typeof MUST)[number][] {
  return MUST.filter((step) => asked?.includes(step)).filter((step) => {
    const made = taken?.find((one) => one.step === step)
    const seen = !SHOWN.includes(step) || (photos[step as PhotoMoment] ?? 0) > 0
    const done = !!made?.doneAt && seen
    return !done && !isWritten(made?.reason ?? null)
  })
}

/** Answer what an abnormal answer lacks (PAT-R04), in the order it is asked. */
function abnormalGaps(
  item: ChecklistItem,
  answer: DraftAnswer,
  photos: PhotoCount,
  bareWords: readonly string[],
): Gap[] {
  const bare = isBareNormal(answer.description, bareWords)
  const steps = stepsMissing(item.steps, answer.steps, photos)
  const lacks: Record<Exclude<Gap, 'reason' | 'tell'>, boolean> = {
    choice: answer.choice === null,
    description: !isWritten(answer.description) && !bare,
    bare,
    spot: !isWritten(answer.spot),
    detail: detailsMissing(item, answer.details).length > 0,
    photo: !photos.before,
    valve_closed: steps.includes('valve_closed'),
    notice_posted: steps.includes('notice_posted'),
    action: answer.action === null,
    after: answer.action === 'solved_on_spot' && !photos.after,
  }
  return (Object.keys(lacks) as (keyof typeof lacks)[]).filter((gap) => lacks[gap])
}

function tellGaps(tell: string, bareWords: readonly string[]): Gap[] {
  if (isBareNormal(tell, bareWords)) return ['bare']
  return isWritten(tell) ? [] : ['tell']
}

/** Answer what is still to be filled in of one item; nothing when the answer is whole. */
export function gapsOf(
  item: ChecklistItem,
  answer: DraftAnswer,
  photos: PhotoCount,
  bareWords: readonly string[],
): Gap[] {
  if (answer.result === 'normal') return item.tell ? tellGaps(answer.tell ?? '', bareWords) : []
  if (answer.stillThere) return []
  if (answer.result === 'abnormal') return abnormalGaps(item, answer, photos, bareWords)
  if (isBareNormal(answer.reason, bareWords)) return ['bare']
  return isWritten(answer.reason) ? [] : ['reason']
}

/** Answer the newest template for places of `type`, or undefined when there is none. */
export function newestFor(type: string, templates: readonly Template[]): Template | undefined {
  return templates
    .filter((template) => template.type === type)
    .reduce<Template | undefined>(
      (newest, one) => (newest === undefined || one.version > newest.version ? one : newest),
      undefined,
    )
}
