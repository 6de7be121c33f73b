/** The rehearsal of a round on this phone: what is looked at, and looking again. */
import { usePermission } from '@vueuse/core'
import { computed, ref, shallowRef, type Ref } from 'vue'

import { corrected } from '@/core/clock'
import { startDecoder } from '@/core/scan/decoder'
import { useCamera } from '@/core/scan/useCamera'
import { askToPersist } from '@/core/store/health'
import { useLive } from '@/core/store/use'
import { readHeld, readOffline, readRoom } from '@/shell/ready/phone'
import { dataChecks, positionCheck, verdictOf, type Check } from '@/shell/ready/rules'

/** Answer the camera, all checks with their verdict, and what is tried again by a touch. */
export function useRehearsal(video: Readonly<Ref<HTMLVideoElement | null>>) {
  const camera = useCamera(video)
  const decoder = useDecoder()
  const position = usePosition()
  const held = useLive<Awaited<ReturnType<typeof readHeld>> | null>(readHeld, null)
  const phone = shallowRef<Check[]>([waiting('space'), waiting('offline')])

  const picture = computed<Check>(() => {
    if (camera.trouble.value) return { name: 'camera', outcome: 'bad', found: camera.trouble.value }
    return camera.state.value === 'on' ? found('camera', 'here') : waiting('camera')
  })
  const torch = computed<Check>(() => {
    if (camera.state.value !== 'on') return waiting('torch')
    if (camera.hasTorch.value) return found('torch', 'here')
    return { name: 'torch', outcome: 'warn', found: 'none' }
  })
  const data = computed(() =>
    held.value ? dataChecks(held.value, corrected()) : [waiting('data')],
  )
  // Without a picture its torch is no question.
  const checks = computed(() => [
    ...(camera.trouble.value ? [picture.value] : [picture.value, torch.value]),
    decoder.value,
    ...(held.value?.asksPosition ? [position.check.value] : []),
    ...phone.value,
    ...data.value,
  ])

  async function look(): Promise<void> {
    phone.value = await Promise.all([readRoom(), readOffline()])
  }
  async function protect(): Promise<void> {
    await askToPersist()
    await look()
  }

  void look()
  const verdict = computed(() => verdictOf(checks.value))
  return { camera, checks, verdict, look, protect, askPosition: position.ask }
}

function useDecoder(): Ref<Check> {
  const check = ref<Check>(waiting('decoder'))
  const decoder = startDecoder()
  decoder.ready
    .then(
      () => (check.value = found('decoder', 'here')),
      () => (check.value = { name: 'decoder', outcome: 'bad', found: 'none' }),
    )
    .finally(decoder.stop)
  return check
}

function usePosition() {
  const leave = usePermission('geolocation')
  // Not every browser says it before it is asked.
  const told = ref<PermissionState>()
  const ask = () =>
    navigator.geolocation?.getCurrentPosition(
      () => (told.value = 'granted'),
      () => (told.value = 'denied'),
    )
  return { check: computed(() => positionCheck(told.value ?? leave.value)), ask }
}

const waiting = (name: string): Check => ({ name, outcome: 'checking', found: 'checking' })
const found = (name: string, what: string): Check => ({ name, outcome: 'ok', found: what })
