/** Which forms have unsaved words. An update never takes over while one is open. */
import { computed, onScopeDispose, reactive, watchEffect, type Ref } from 'vue'

const open = reactive(new Set<symbol>())

/** True while a form has unsaved words. */
export const busy = computed(() => open.size > 0)

/** Say that the calling form is busy while `isBusy` holds; it ends with the form. */
export function useBusy(isBusy: Ref<boolean>): void {
  const form = Symbol('form')
  watchEffect(() => {
    if (isBusy.value) open.add(form)
    else open.delete(form)
  })
  onScopeDispose(() => open.delete(form))
}
