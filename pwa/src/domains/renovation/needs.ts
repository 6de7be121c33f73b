/** What renovations need of other domains. It names no domain: the shell joins whoever can answer. */
import { needOf } from '@/core/needs'
import type { AlsoKept, NewItem } from '@/core/outbox/outbox'
import type { ChecklistRef, FoundItem } from '@/ground/checklists/types'

/** Something found wrong at a unit; `origin`: the record on which it was found. */
export interface Found extends FoundItem {
  origin: { kind: string; id: string }
  placeId: string
  checklist: ChecklistRef
}

export interface Needs {
  /** Answer what is to be kept, in the record's own transaction, for something found wrong. */
  report(found: Found, placeName: string): { item: NewItem; also: AlsoKept }
}

export const needs = needOf<Needs>('renovations')
