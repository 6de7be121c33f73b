/** What the sync loop of this page is doing, for whoever shows it. */
import { reactive } from 'vue'

interface SyncState {
  /** What the browser says; a phone may be online and still reach nobody. */
  online: boolean
  running: boolean
  /** Ids of the items being sent now. */
  sending: Set<string>
  /** Items that the server took no decision on, each with the code why, empty when it gave none. */
  undecided: Map<string, string>
  /** Something of this run has reached the server. */
  moved: boolean
  /** Photos of this run. */
  photosDone: number
  photosTotal: number
  /** The photos took longer than their head start. */
  slow: boolean
  /** Why the last run ended early; empty when it did not. */
  failed: '' | 'offline' | 'server' | 'refused'
  /** The phone's moment of the last run that reached the server, ISO 8601. */
  doneAt: string
}

export const syncState = reactive<SyncState>({
  online: navigator.onLine,
  running: false,
  sending: new Set(),
  undecided: new Map(),
  moved: false,
  photosDone: 0,
  photosTotal: 0,
  slow: false,
  failed: '',
  doneAt: '',
})

/** Something has reached the server: whatever was in the way no longer is. */
export function gotThrough(): void {
  syncState.moved = true
  syncState.failed = ''
}
