/** An application while it is filled in at the desk (`renovation.md` 2, 4). Pure. */
import type { Private } from './said'
import type { Application, Renovation, Worker } from './types'

/** A worker with the last four signs of the ID, which lie apart. */
export type WorkerDraft = Worker & { last4: string }

export interface ApplicationDraft extends Omit<Application, 'workers'> {
  unitName: string
  workers: WorkerDraft[]
  ownerPhone: string
  contractorPhone: string
}

/** Answer a worker of whom nothing is known yet. */
export function emptyWorker(workerId: string): WorkerDraft {
  return { workerId, name: '', idShown: false, photos: [], trade: '', last4: '' }
}

/** Answer an application as it opens: fresh, with the one in charge as its first worker, or as it was sent. */
export function applicationDraft(
  before: Renovation | undefined,
  fresh: { workerId: string; from: string; until: string },
): ApplicationDraft {
  const { workerId, from, until } = fresh
  if (!before)
    return {
      ...{ unitId: '', unitName: '', applicant: { kind: 'owner', name: '' } },
      ...{ contractor: { name: '', licenceNo: '' }, personInCharge: workerId, scope: '' },
      ...{ plannedFrom: from, plannedUntil: until, heating: false, hotWork: false },
      ...{ workers: [emptyWorker(workerId)], ownerPhone: '', contractorPhone: '' },
    }
  const { unitId, unitName, applicant, contractor, personInCharge, scope, heating, hotWork } =
    before
  const { plannedFrom, plannedUntil } = before
  return {
    ...{ unitId, unitName, applicant, contractor, personInCharge, scope, heating, hotWork },
    ...{ plannedFrom, plannedUntil, ownerPhone: '', contractorPhone: '' },
    workers: before.workers.map((worker) => ({ ...worker, last4: '' })),
  }
}

const LAST4 = /^[0-9A-Za-z]{4}$/

/** Answer the first thing that a worker lacks; photos and ID may come later, before the review (REN-R12). */
export function workerLack(
  { name, idShown, last4, photos }: WorkerDraft,
  photosEach: number,
): 'workerName' | 'last4' | 'workerPhotos' | null {
  if (!name.trim()) return 'workerName'
  if (last4 !== '' && !LAST4.test(last4)) return 'last4'
  return photosEach > 0 && (!idShown || photos.length < photosEach) ? 'workerPhotos' : null
}

/** Answer the first thing that an application lacks before it can be kept, or null. */
export function applicationLack(draft: ApplicationDraft) {
  const { unitId, applicant, contractor, scope, plannedFrom, plannedUntil, workers } = draft
  if (!unitId) return 'unit'
  if (!applicant.name.trim()) return 'applicant'
  if (!contractor.name.trim()) return 'contractor'
  if (!scope.trim()) return 'scope'
  if (!plannedFrom || plannedUntil < plannedFrom) return 'untilBeforeStart'
  return workers.map((worker) => workerLack(worker, 0)).find((lack) => lack !== null) ?? null
}

/** Answer the application as it is sent. */
export function applicationOf(draft: ApplicationDraft): Application {
  const { unitName: _, ownerPhone: __, contractorPhone: ___, ...plain } = draft
  return {
    ...plain,
    applicant: { ...plain.applicant, name: plain.applicant.name.trim() },
    contractor: {
      name: plain.contractor.name.trim(),
      licenceNo: plain.contractor.licenceNo.trim(),
    },
    scope: plain.scope.trim(),
    workers: plain.workers.map(({ last4: ____, ...worker }) => ({
      ...worker,
      ...{ name: worker.name.trim(), trade: worker.trade.trim() },
    })),
  }
}

/** Answer what lies apart in the book: telephone numbers and ends of IDs, as far as they were written. */
export function apartOf({
  workers,
  ownerPhone,
  contractorPhone,
}: ApplicationDraft): Private | null {
  const known = workers.filter(({ last4 }) => last4 !== '')
  const ids = Object.fromEntries(known.map(({ workerId, last4 }) => [workerId, last4]))
  const phones = { owner: ownerPhone.trim(), contractor: contractorPhone.trim() }
  const called = phones.owner !== '' || phones.contractor !== ''
  if (!called && known.length === 0) return null
  return { ...(called && { phones }), ...(known.length > 0 && { ids }) }
}
