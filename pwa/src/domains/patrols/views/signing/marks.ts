/** By which shape the state of a page is shown. */
import type { State } from '@/core/ui/states'
import type { PageState } from '@/domains/patrols/signing/standing'

export const MARKS: Record<PageState, State> = {
  in_progress: 'doing',
  skipped: 'na',
  awaiting_cosign: 'unsigned',
  awaiting_manager: 'unsigned',
  returned: 'late',
  closed: 'normal',
  voided: 'na',
}
