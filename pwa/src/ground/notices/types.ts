/** Notices as the phone holds them. */
import type { Locale } from '@/core/domain'

export interface NoticeWords {
  title: string
  line: string
}

/** Something this person was told of. `path`: the page that shows it; `at`: ISO 8601. */
export interface Notice {
  id: string
  estate: string
  kind: string
  urgent: boolean
  words: Record<Locale, NoticeWords>
  path: string
  at: string
}

/** Up to which moment somebody has read the notices of an estate on this phone. */
export interface ReadUpTo {
  /** `person/estate`. */
  id: string
  at: string
}
