/** A long list that is drawn piece by piece: the first screen stands at once, the rest follows frame by frame. */
import { useRafFn } from '@vueuse/core'
import { computed, ref, watch, type ComputedRef } from 'vue'

/** Answer so much of `all` as is to be drawn now, `step` more with every frame. */
export function useGradually<T>(all: () => readonly T[], step: number): ComputedRef<readonly T[]> {
  const count = ref(step)
  const { pause, resume } = useRafFn(() => (count.value += step), { immediate: false })
  const isMore = () => count.value < all().length
  watch(isMore, (more) => (more ? resume() : pause()), { immediate: true, flush: 'sync' })
  return computed(() => all().slice(0, count.value))
}
