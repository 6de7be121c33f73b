/** A sheet on its way from the scan to its page: shown at once, while the store still writes it. */
import type { Template } from '@/ground/checklists/types'
import type { Draft } from '@/domains/patrols/types'

export interface Fresh {
  draft: Draft
  template: Template
  /** Settles once the store has it; rejects when it was not kept. */
  kept: Promise<void>
}

let onTheWay: Fresh | undefined

/** Hand a sheet just opened over to its page. */
export function handOver(fresh: Fresh): void {
  onTheWay = fresh
}

/** Answer the sheet `id` if it was just opened; once. */
export function takeOver(id: string): Fresh | undefined {
  const fresh = onTheWay?.draft.id === id ? onTheWay : undefined
  onTheWay = undefined
  return fresh
}
