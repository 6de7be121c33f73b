/** Who is signed in on this phone. Kept locally: without a network the app opens as whom it was left. */
import { liveQuery } from 'dexie'
import { computed, shallowRef } from 'vue'

import { now } from '@/core/clock'
import { rememberContact, thisDevice, nameDevice } from '@/core/device/device'
import { credentials, get, post, type Answer } from '@/core/http/client'
import { makerTable, sessionTable, type SessionRow, type Verifier } from '@/core/session/table'
import type { Schemas } from '@/core/http/schema'
import {
  copyTables,
  finishLeaving,
  forgetCopies,
  heardOf,
  leave,
  rest,
  shutOut,
} from '@/core/session/leave'
import { useStore } from '@/core/store/use'

export type { Me, Membership } from '@/core/session/table'

const OVERSEERS = ['supervisor', 'manager', 'office_manager']

type SignedIn = Schemas['SignedInOut']

const row = shallowRef<SessionRow | null>(null)
const expired = shallowRef(false)

const me = computed(() => row.value?.me ?? null)
const estate = computed(() => me.value?.estates.find(({ id }) => id === row.value?.estate) ?? null)
const overseer = computed(() => OVERSEERS.includes(estate.value?.role ?? ''))
/** May set up people and labels; an administrator does so without seeing the day's work. */
const administers = computed(() => overseer.value || estate.value?.role === 'admin')

/** Answer who is signed in, in which estate, and whether the server still knows of it. */
export function useSession() {
  return { me, estate, overseer, administers, expired, signIn, signOut, chooseEstate }
}

/** Take up the session this phone was left with. */
export async function openSession(): Promise<void> {
  show((await kept()) ?? null)
}

/**
 * Follow what other tabs do: a phone that was handed over in one of them shows nobody else's name in another.
 *
 * handedOver  called when another person, or nobody, has taken the place of the one shown
 */
export function followSession(handedOver: () => void): void {
  const next = (session: SessionRow | undefined) => {
    const before = row.value
    const same = session?.me.id === before?.me.id
    const unchanged = session?.csrfToken === before?.csrfToken && session?.estate === before?.estate
    if (same && unchanged) return
    show(session ?? null)
    if (!same) handedOver()
  }
  liveQuery(kept).subscribe({ next, error: () => undefined })
}

/**
 * Answer the person for whom this tab acts, while the phone is still theirs; null once it was handed over.
 *
 * Inside a transaction `sessionTable` must be among its tables.
 */
export async function stillMe(): Promise<string | null> {
  const id = row.value?.me.id
  return id !== undefined && (await kept())?.me.id === id ? id : null
}

/** Ask the server whether it still knows us; without a network nothing changes. */
export async function refreshSession(): Promise<void> {
  if (!row.value || row.value.offline) return finishLeaving()
  const answer = await get<Schemas['SessionOut']>('/session')
  if (answer.ok) await renew(answer.data)
  else if (answer.why === 'unauthorized') sessionExpired()
}

/** Asked for by somebody who has handed the phone over meanwhile, the answer is nobody's. */
async function renew({ me, csrfToken }: Schemas['SessionOut']): Promise<void> {
  if (row.value?.me.id === me.id && !row.value.offline) await hold({ ...row.value, me, csrfToken })
}

/**
 * The server no longer knows the session: capture goes on, a bar says so. Why, it does not say; it may be that the
 * person was shut out or the password changed, so the phone alone lets them in no more.
 */
export function sessionExpired(): void {
  expired.value = row.value !== null
  if (row.value && !row.value.offline) void shutOut([row.value.me.id])
}

/** Sign in; needs the network. A refusal is answered, never thrown. */
async function signIn(
  login: string,
  password: string,
  deviceName: string,
  patienceMs?: number,
): Promise<Answer<unknown>> {
  // Made while the server checks: it takes a slow phone as long.
  const making = verifierOf(password)
  const { deviceId } = await thisDevice()
  const device = { id: deviceId, name: deviceName }
  await finishLeaving()
  const askedAt = now()
  const how = { cookie: true as const, ...(patienceMs && { patienceMs }) }
  const answer = await post<SignedIn>('/session', { login, password, device }, how)
  if (!answer.ok) {
    const { learnFromRefusal } = await import('@/core/session/refused')
    await learnFromRefusal(login, password, answer.code ?? '')
    return answer
  }
  await heardOf()
  await nameDevice(deviceName)
  await rememberContact(answer.data.serverTime, askedAt)
  await takeOver(answer.data, await making)
  return answer
}

/**
 * Another person finds none of the copies that were pulled for the one before; who has left an estate, none of its.
 * All of it or none.
 */
async function takeOver(
  { me, csrfToken, pushToken }: SignedIn,
  verifier: Verifier | undefined,
): Promise<void> {
  const store = useStore()
  const taken = await store.transaction([sessionTable, makerTable, ...copyTables()], async () => {
    const before = await kept()
    if (before) await rest(before)
    const here = me.estates.map(({ id }) => id)
    if (before?.me.id !== me.id) await forgetCopies()
    else if (before.me.estates.some(({ id }) => !here.includes(id))) await forgetCopies(here)
    const chosen = before?.me.id === me.id ? before.estate : ''
    const { id: estate = '' } = me.estates.find(({ id }) => id === chosen) ?? me.estates[0] ?? {}
    const signedInAt = now().toISOString()
    const session: SessionRow = { id: 'now', me, csrfToken, estate, signedInAt }
    await store.rows(makerTable).put({ id: me.id, name: me.name, pushToken })
    await store.rows(sessionTable).put(session)
    await letInAgain(session, verifier)
    return session
  })
  show(taken)
}

/** The own password is another from now on; the phone lets in by the new one. */
export async function passwordChanged(password: string): Promise<void> {
  const verifier = await verifierOf(password)
  const session = await kept()
  if (session) await letInAgain(session, verifier)
}

/** Let the person of `session` in again without a network, unless their password is one that others know. */
async function letInAgain(session: SessionRow, verifier: Verifier | undefined): Promise<void> {
  const { me, estate } = session
  if (!verifier || me.mustChangePassword) return shutOut([me.id])
  const entry = { me, estate, verifier, usedAt: now().toISOString(), tries: 0 }
  await useStore().rows(makerTable).update(me.id, { entry })
}

/** Loaded with the first sign-in: no start waits for it. Without it the phone asks for the network next time. */
async function verifierOf(password: string): Promise<Verifier | undefined> {
  return import('@/core/session/verifier')
    .then(({ makeVerifier }) => makeVerifier(password))
    .catch(() => undefined)
}

/**
 * Sign out: copies of the server's data go, items not yet sent stay sealed to their maker.
 *
 * Works without a network: the server is told once there is one.
 */
async function signOut(): Promise<void> {
  await leave()
  show(null)
  await finishLeaving()
}

/** Show another estate of the same person. */
async function chooseEstate(id: string): Promise<void> {
  if (row.value) await hold({ ...row.value, estate: id })
}

function kept(): Promise<SessionRow | undefined> {
  return useStore().rows(sessionTable).get('now')
}

async function hold(session: SessionRow): Promise<void> {
  await useStore().rows(sessionTable).put(session)
  show(session)
}

/** Show whose session it is now; at once after it was written, before `followSession` takes it for another tab's. */
export function show(session: SessionRow | null): void {
  row.value = session
  expired.value = session?.offline ?? false
  credentials.foreign = expired.value
  credentials.csrf = session?.csrfToken ?? ''
  credentials.estate = session?.estate ?? ''
}
