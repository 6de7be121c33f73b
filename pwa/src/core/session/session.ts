/** Who is signed in on this phone. Kept locally: without a network the app opens as whom it was left. */
import { liveQuery } from 'dexie'
import { computed, shallowRef } from 'vue'

import { now } from '@/core/clock'
import { rememberContact, thisDevice, nameDevice } from '@/core/device/device'
import { credentials, get, post, type Answer } from '@/core/http/client'
import { makerTable, sessionTable, type SessionRow } from '@/core/session/table'
import type { Schemas } from '@/core/http/schema'
import { copyTables, finishLeaving, forgetCopies, heardOf, leave } from '@/core/session/leave'
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
    if (session?.csrfToken === before?.csrfToken && session?.estate === before?.estate) return
    show(session ?? null)
    if (session?.me.id !== before?.me.id) handedOver()
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
  if (!row.value) return finishLeaving()
  const answer = await get<Schemas['SessionOut']>('/session')
  if (answer.ok) await hold({ ...row.value, me: answer.data.me, csrfToken: answer.data.csrfToken })
  else if (answer.why === 'unauthorized') sessionExpired()
}

/** The server no longer knows the session: capture goes on, a bar says so. */
export function sessionExpired(): void {
  expired.value = row.value !== null
}

/** Sign in; needs the network. A refusal is answered, never thrown. */
async function signIn(
  login: string,
  password: string,
  deviceName: string,
): Promise<Answer<unknown>> {
  const { deviceId } = await thisDevice()
  const device = { id: deviceId, name: deviceName }
  const askedAt = now()
  const answer = await post<SignedIn>('/session', { login, password, device })
  if (!answer.ok) return answer
  await heardOf()
  await nameDevice(deviceName)
  await rememberContact(answer.data.serverTime, askedAt)
  await takeOver(answer.data)
  return answer
}

/** Another person finds none of the copies that were pulled for the one before. All of it or none. */
async function takeOver({ me, csrfToken, pushToken }: SignedIn): Promise<void> {
  const store = useStore()
  const taken = await store.transaction([sessionTable, makerTable, ...copyTables()], async () => {
    const before = await kept()
    if (before?.me.id !== me.id) await forgetCopies()
    const chosen = before?.me.id === me.id ? before.estate : ''
    const { id: estate = '' } = me.estates.find(({ id }) => id === chosen) ?? me.estates[0] ?? {}
    const signedInAt = now().toISOString()
    const session: SessionRow = { id: 'now', me, csrfToken, estate, signedInAt }
    await store.rows(makerTable).put({ id: me.id, name: me.name, pushToken })
    await store.rows(sessionTable).put(session)
    return session
  })
  show(taken)
}

/**
 * Sign out: copies of the server's data go, items not yet sent stay sealed to their maker.
 *
 * Works without a network: the server is told once there is one.
 */
async function signOut(): Promise<void> {
  await leave(credentials.csrf)
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

function show(session: SessionRow | null): void {
  row.value = session
  expired.value = false
  credentials.csrf = session?.csrfToken ?? ''
  credentials.estate = session?.estate ?? ''
}
