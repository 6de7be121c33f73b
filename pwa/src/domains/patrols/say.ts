/** Patrols in words. */
import { t } from '@/core/text'
import { REASONS } from '@/core/scan/types'

/** Answer why no label was read, in words; own words stay as they are. */
export function reasonWords(reason: string): string {
  const known = REASONS.find((one) => one === reason)
  return known === undefined ? reason : t(`scan.reasons.${known}`)
}
