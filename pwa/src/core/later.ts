/** Parts of a page that come after it. Vue's own way (`defineAsyncComponent`) would cost every start 0.7 kB. */
import { shallowRef, type Component, type Ref } from 'vue'

/** Answer a part once it has come, undefined until then; a start without a network may lack it once. */
export function useLater(load: () => Promise<{ default: Component }>): Ref<Component | undefined> {
  const part = shallowRef<Component>()
  load().then(
    (loaded) => (part.value = loaded.default),
    () => undefined,
  )
  return part
}
