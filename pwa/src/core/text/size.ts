/** Sizes as people read them. */
import { numberText } from '@/core/text/when'

/** Answer so many bytes in MB, from a thousand on in GB, with one digit behind the point. */
export function sizeText(bytes: number): string {
  return bytes < 1e9 ? `${numberText(bytes / 1e6, 1)} MB` : `${numberText(bytes / 1e9, 1)} GB`
}
