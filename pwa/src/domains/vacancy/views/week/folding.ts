/** How a long week is looked at: which stairwells lie open, whose, which building; so it stays while one goes in and out. */
import { reactive, ref } from 'vue'

const opened = reactive(new Set<string>())

/** Own buildings, or all. */
export const scope = ref<'mine' | 'all'>('mine')

/** The building whose units are shown; '' for all. */
export const building = ref('')

export const isOpen = (key: string): boolean => opened.has(key)
export const isAnyOpen = (): boolean => opened.size > 0

/** Open or shut a stairwell. */
export function fold(key: string, open: boolean): void {
  if (open) opened.add(key)
  else opened.delete(key)
}
