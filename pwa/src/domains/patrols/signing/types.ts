/** A page of the patrol book as the phone holds it: what was done to it, and the visits on it. */
import type { Day } from '@/ground/calendar/rules'
import type { Stroke } from '@/ground/signatures/strokes'
import type { Answer, RoundKey } from '@/domains/patrols/types'

export type ActName =
  | 'finish'
  | 'cosign'
  | 'sign_off'
  | 'return'
  | 'void'
  | 'hand_over'
  | 'skip'
  | 'make_up'
  | 'supervise'

export type Policy = 'two_colleagues' | 'manager' | 'both'

/** Why a place was not visited, or not wholly checked. */
export interface Unvisited {
  placeId: string
  reason: string
}

export type Doing = 'supervise' | 'follow' | 'order' | 'recheck'
export type Service = 'security' | 'engineering' | 'environment'

/** A look on a supervisor's round (`patrol.md` 8); what was seen is the note of its act. */
export interface Look {
  placeId: string
  name: string
  act: Doing
  service: Service
  photos: string[]
  findingId: string | null
}

/** Something done to a page. `seen`: ids of the visits and of the finish that it names. */
export interface Act {
  id: string
  act: ActName
  signerId: string
  signerName: string
  at: string
  means: 'own_phone' | 'pin' | null
  note: string | null
  detail: {
    policy?: Policy
    unvisited?: Unvisited[]
    toId?: string
    toName?: string
    /** Of places left out or made up: which, and whether that is the whole round. */
    whole?: boolean
    places?: { placeId: string; name: string }[]
  } & Partial<Look>
  seen: string[]
  strokes: Stroke[] | null
  /** Of a finish or a look: the hash of the item that brought it. */
  sha256: string | null
  /** Made on this phone and not answered yet. */
  pending?: boolean
}

/** A visit as whoever signs sees it; answers are there as long as the page is open. */
export interface PageVisit {
  id: string
  sha256: string | null
  whole: boolean
  placeId: string
  placeName: string | null
  byId: string
  byName: string
  scannedAt: string
  /** Its place was missed on the round, and made up later (补检). */
  madeUp: boolean
  abnormal: number
  checklist: { type: string; version: number } | null
  answers: Answer[] | null
  observation: string
  /** On a supervisor's round: what was done there, for which service. */
  look?: Pick<Look, 'act' | 'service'>
  photos: string[]
}

/** Pulled: a page that something was done to in the last 14 days. */
export interface PulledPage {
  id: string
  estate: string
  routeId: string | null
  number: number | null
  serial: string | null
  date: Day
  /** When the manager must have signed; null while that is not what is missing. */
  dueAt: string | null
  acts: Act[]
  visits: (Omit<PageVisit, 'abnormal' | 'madeUp'> & { timeliness: string })[]
  visitIds: string[]
}

/** What a signature names. */
export interface SeenItem {
  id: string
  sha256: string
}

/** A place of the page with the visits there, why it was left out, and who asked for it to be made up. */
export interface PagePlace {
  placeId: string
  name: string
  visits: PageVisit[]
  reason: string | null
  /** Left out on purpose, while it could still be visited. */
  skipped: boolean
  makeUp: Act | null
}

/** A page as a screen shows it. */
export interface Page {
  id: string
  round: RoundKey | null
  routeName: string
  date: Day
  serial: string | null
  dueAt: string | null
  places: PagePlace[]
  visitIds: string[]
  acts: Act[]
  /** The newest act of this person that the server refused, until another was made. */
  refused: { code: string; params: object } | null
  /** A supervisor's own round. */
  supervision: boolean
}
