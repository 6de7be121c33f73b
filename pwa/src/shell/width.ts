/** How wide the screen is: a phone, a tablet (rail instead of tabs), a wide one (the desk). */
import { onScopeDispose, ref, type Ref } from 'vue'

/** Answer whether the screen is at least a tablet's; follows turning and resizing. */
export function useWidth(): { tablet: Ref<boolean> } {
  return { tablet: useMedia('(width >= 768px)') }
}

function useMedia(query: string): Ref<boolean> {
  const media = window.matchMedia(query)
  const matches = ref(media.matches)
  const follow = (): void => void (matches.value = media.matches)
  media.addEventListener('change', follow)
  onScopeDispose(() => media.removeEventListener('change', follow))
  return matches
}
