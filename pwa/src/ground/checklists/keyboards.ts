/** The keyboard that fits what is to be noted. */
import type { ChecklistItem, Details } from '@/ground/checklists/types'

interface Keyboard {
  type: 'text' | 'date'
  inputmode?: 'decimal' | 'numeric'
  autocapitalize?: 'characters'
}

/** Numbers of assets and units carry letters; plates are capitals; counts and readings are figures alone. */
export function keyboardOf(item: Pick<ChecklistItem, 'counted'>, name: keyof Details): Keyboard {
  if (name === 'expiry') return { type: 'date' }
  if (name === 'reading') return { type: 'text', inputmode: 'decimal' }
  if (name === 'number' && item.counted) return { type: 'text', inputmode: 'numeric' }
  return { type: 'text', autocapitalize: 'characters' }
}
