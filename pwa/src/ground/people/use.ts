/** People as pages see them: signing in, the own secrets, colleagues and devices for overseers. */
import { shallowRef } from 'vue'

import { thisDevice } from '@/core/device/device'
import { get, post } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import { passwordChanged, refreshSession, useSession } from '@/core/session/session'
import { askToPersist } from '@/core/store/health'
import { syncNow } from '@/core/sync/loop'
import { t } from '@/core/text'

import type { Colleague, KnownDevice } from './types'

/** Sign in and begin to sync. The browser is asked now not to throw the store away: the person sees why. */
export function useSignIn() {
  const { signIn } = useSession()
  const form = useCall()

  async function enter(login: string, password: string, deviceName: string): Promise<boolean> {
    const answer = await form.call(() => signIn(login, password, deviceName))
    if (!answer.ok) return false
    void askToPersist()
    void syncNow()
    return true
  }
  return { ...form, enter }
}

/** Answer the name this phone has, or one guessed from what the browser says. */
export async function deviceName(): Promise<string> {
  return (await thisDevice()).name || t(`people.deviceGuess.${guess(navigator.userAgent)}`)
}

/** Change the own password or PIN; both ask for the password. */
export function useOwnSecret() {
  const form = useCall()

  async function change(path: 'password' | 'pin', body: Record<string, string>): Promise<boolean> {
    const { ok } = await form.call(() => post(`/people/me/${path}`, body))
    if (ok) await refreshSession()
    if (ok && body.newPassword) await passwordChanged(body.newPassword)
    return ok
  }
  return { ...form, change }
}

/** Colleagues and devices of the estate; both need the network. */
export function useStaff() {
  const colleagues = shallowRef<Colleague[]>([])
  const devices = shallowRef<KnownDevice[]>([])
  const loading = useCall()

  async function load(): Promise<void> {
    const people = await loading.call(() => get<Colleague[]>('/people'))
    if (people.ok) colleagues.value = people.data
    const phones = people.ok ? await loading.call(() => get<KnownDevice[]>('/devices')) : people
    if (phones.ok) devices.value = phones.data
  }
  return { colleagues, devices, load, failed: loading.failed, running: loading.running }
}

/** Take a colleague's password or PIN away. Answers the one-time password, '' for a PIN, null when refused. */
export function useReset() {
  const form = useCall()

  async function reset(id: string, what: 'password' | 'pin'): Promise<string | null> {
    const answer = await form.call(() =>
      post<{ password?: string }>(`/people/${id}/reset`, { what }),
    )
    return answer.ok ? (answer.data.password ?? '') : null
  }
  return { ...form, reset }
}

/** Shut a phone out. What is still on it waits for a decision when it arrives. */
export function useRevoke() {
  const form = useCall()
  const revoke = async (id: string, reason: string): Promise<boolean> =>
    (await form.call(() => post(`/devices/${id}/revoke`, { reason }))).ok
  return { ...form, revoke }
}

function guess(agent: string): 'iphone' | 'ipad' | 'android' | 'computer' {
  if (/iPhone/.test(agent)) return 'iphone'
  if (/iPad/.test(agent) || (/Macintosh/.test(agent) && navigator.maxTouchPoints > 1)) return 'ipad'
  return /Android/.test(agent) ? 'android' : 'computer'
}
