/** Keeps the screen on. */
import { useWakeLock } from '@vueuse/core'
import { onScopeDispose, watch } from 'vue'

/** Keep the screen from going dark while `wanted`. */
export function useAwake(wanted: () => boolean): void {
  const awake = useWakeLock()
  watch(wanted, (on) => {
    // A phone low on battery forbids it; the work goes on.
    const asked = on ? awake.request('screen') : awake.release()
    asked.catch(() => undefined)
  })
  onScopeDispose(() => void awake.release())
}
