/** How a page of the patrol book stands, by what was done to it. Pure; twin of the server's. */
import type { Act } from '@/domains/patrols/signing/types'
import { handedTo } from '@/domains/patrols/walkers'

export type PageState =
  | 'in_progress'
  | 'skipped'
  | 'awaiting_cosign'
  | 'awaiting_manager'
  | 'returned'
  | 'closed'
  | 'voided'

type Done = Pick<Act, 'id' | 'act' | 'seen' | 'detail' | 'signerId'>

export interface Standing<A extends Done = Act> {
  state: PageState
  /** The finish that holds. */
  finish: A | undefined
  cosigns: A[]
  signOffs: A[]
  /** The return that holds. */
  remark: A | undefined
  void: A | undefined
  /** Visits below the patroller's signature (签后补充). */
  late: string[]
  /** What came after a signature that was given, and is not signed yet. */
  supplement: string[]
  handedTo: string | null
  /** What was left out on purpose, and what was asked to be made up. */
  skips: A[]
  makeUps: A[]
}

function unsigned(whole: readonly string[], signatures: readonly Done[]): string[] {
  const seen = new Set(signatures.flatMap((one) => one.seen))
  return whole.filter((id) => !seen.has(id))
}

function stateOf(
  standing: Pick<Standing<Done>, 'void' | 'finish' | 'remark'>,
  asked: Asked,
  never: boolean,
): PageState {
  if (standing.void) return 'voided'
  if (!standing.finish) return never ? 'skipped' : 'in_progress'
  if (standing.remark) return 'returned'
  if (asked.cosign.length > 0) return 'awaiting_cosign'
  return asked.manager.length > 0 ? 'awaiting_manager' : 'closed'
}

/** What a colleague and the manager have still to sign. */
interface Asked {
  cosign: string[]
  manager: string[]
}

/** What was left out on purpose and what was asked to be made up; what is void says nothing of its places any more. */
function leftOut<A extends Done>(acts: readonly A[]): Pick<Standing<A>, 'skips' | 'makeUps'> {
  const of = (name: Act['act']) => acts.filter(({ act }) => act === name)
  return { skips: of('void').length > 0 ? [] : of('skip'), makeUps: of('make_up') }
}

/** Answer how a page stands with these visits on it; `acts` in the order of the book. */
export function standing<A extends Done>(
  acts: readonly A[],
  visits: readonly string[],
): Standing<A> {
  const finish = acts.findLast(({ act }) => act === 'finish')
  const since = finish ? acts.slice(acts.indexOf(finish) + 1) : []
  const cosigns = since.filter(({ act }) => act === 'cosign')
  const signOffs = since.filter(({ act }) => act === 'sign_off')
  const whole = finish ? [...visits, finish.id] : []
  const policy = finish?.detail.policy ?? 'both'
  const asked = {
    cosign: policy === 'manager' ? [] : unsigned(whole, cosigns),
    manager: policy === 'two_colleagues' ? [] : unsigned(whole, signOffs),
  }
  const told = {
    finish,
    remark: since.find(({ act }) => act === 'return'),
    void: acts.find(({ act }) => act === 'void'),
  }
  const left = leftOut(acts)
  const never = visits.length === 0 && left.skips.some(({ detail }) => detail.whole)
  const below = [...(cosigns.length ? asked.cosign : []), ...(signOffs.length ? asked.manager : [])]
  return {
    ...told,
    state: stateOf(told, asked, never),
    cosigns,
    signOffs,
    late: finish ? visits.filter((id) => !finish.seen.includes(id)) : [],
    supplement: [...new Set(below)],
    handedTo: handedTo(acts),
    ...left,
  }
}

/** Who looks at a page. */
export interface Viewer {
  id: string
  /** Signs off as the manager. */
  manages: boolean
  overseer: boolean
  walks: boolean
}

export type Duty = 'finish' | 'ask' | 'cosign' | 'sign_off' | 'none'

/** Answer what a page asks of a person now; its patroller asks a colleague for the second signature. */
export function dutyOf(stands: Standing<Done>, viewer: Viewer, walked: boolean): Duty {
  const { state, finish, cosigns, signOffs } = stands
  const signed = (acts: readonly Done[]) => acts.some(({ signerId }) => signerId === viewer.id)
  const own = finish?.signerId === viewer.id
  if (state === 'in_progress' || state === 'returned') return walked ? 'finish' : 'none'
  if (state === 'awaiting_cosign') return own ? 'ask' : signed(signOffs) ? 'none' : 'cosign'
  const free = viewer.manages && !own && !signed(cosigns)
  return state === 'awaiting_manager' && free ? 'sign_off' : 'none'
}
