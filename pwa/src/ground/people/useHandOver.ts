/** Taking the phone over: by the server while it can be reached, else by the phone alone. */
import { ref, shallowRef } from 'vue'

import { useCall } from '@/core/http/useCall'
import { enterOffline, knownPersons, type Entered, type Known } from '@/core/session/handOver'
import { useSession } from '@/core/session/session'
import { syncNow } from '@/core/sync/loop'
import { syncState } from '@/core/sync/state'
import { t } from '@/core/text'

import { deviceName } from './use'

/** A slow network counts as none: nobody stands waiting in a stairwell. */
const PATIENCE_MS = 6_000

/** Answer the persons this phone knows, and how one of them takes it over. */
export function useHandOver() {
  const persons = shallowRef<Known[]>()
  const running = ref(false)
  const failed = ref('')
  /** Estates of which the phone holds nothing for who has just come in. */
  const missing = ref<string[]>([])
  const asked = useCall()

  async function read(): Promise<void> {
    persons.value = await knownPersons()
  }

  async function enter(person: Known, password: string): Promise<boolean> {
    running.value = true
    failed.value = ''
    const known = syncState.online ? await askServer(person, password) : null
    const entered = known ?? taken(await enterOffline(person.me.id, password))
    running.value = false
    if (entered) void syncNow()
    else await read()
    return entered
  }

  /** Answer whether the server let them in; null when it could not be asked. */
  async function askServer({ me }: Known, password: string): Promise<boolean | null> {
    const { signIn } = useSession()
    const name = await deviceName()
    const answer = await asked.call(() => signIn(me.login, password, name, PATIENCE_MS))
    if (answer.ok) return true
    if (answer.why === 'offline' || answer.why === 'server') return null
    failed.value = asked.failed.value
    return false
  }

  function taken(entered: Entered): boolean {
    if (entered.ok) missing.value = entered.missing.map(({ name }) => name)
    else failed.value = t(`people.handOver.${entered.why}`, { n: entered.left })
    return entered.ok
  }
  return { persons, running, failed, missing, read, enter }
}
