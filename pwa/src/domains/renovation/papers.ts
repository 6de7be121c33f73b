/** Which papers an application needs, and what they lack (`renovation.md` 2, acceptance 1). Pure; twin of the server's. */
import type {
  Application,
  Missing,
  Paper,
  PaperCode,
  Party,
  Renovation,
  RenovationSettings,
  Worker,
} from './types'

/** In the order of the checklist at the desk. */
export const PAPERS: readonly PaperCode[] = [
  ...(['doc_license', 'doc_qualification', 'doc_tax', 'doc_plan', 'doc_worker_ids'] as const),
  ...(['doc_worker_photos', 'form_application', 'form_heating', 'form_contractor_pledge'] as const),
  ...(['form_hot_work', 'agreement', 'form_safety', 'doc_mandate'] as const),
]
const SEALED: readonly PaperCode[] = ['doc_license', 'doc_qualification', 'doc_tax']

/** Who signs which form. */
export const PARTIES: Partial<Record<PaperCode, readonly Party[]>> = {
  form_application: ['owner', 'person_in_charge'],
  form_contractor_pledge: ['contractor'],
  agreement: ['company', 'owner', 'contractor'],
  form_heating: ['owner'],
  form_hot_work: ['contractor'],
}

type Settings = Pick<
  RenovationSettings,
  'photos_per_worker' | 'tax_registration_waived' | 'central_heating'
>
type Asked = Pick<Application, 'heating' | 'hotWork' | 'workers'> &
  Pick<Renovation, 'papers' | 'signed' | 'agent'>

/** Say whether a paper must bear the contractor's red seal. */
export const needsSeal = (code: PaperCode) => SEALED.includes(code)

/** Say whether this application needs the paper. */
export function isNeeded(code: PaperCode, one: Asked, settings: Settings): boolean {
  const only: Partial<Record<PaperCode, boolean>> = {
    doc_tax: !settings.tax_registration_waived,
    form_heating: one.heating || settings.central_heating,
    form_hot_work: one.hotWork,
    form_safety: false,
    doc_mandate: one.agent !== '',
  }
  return only[code] ?? true
}

/** Answer what is missing before the engineers may see the application, in the order of the checklist. */
export function missingOf(one: Asked, settings: Settings): Missing[] {
  return PAPERS.filter((code) => isNeeded(code, one, settings)).flatMap((code) => {
    const lack = lackOf(code, one, settings)
    return lack ? [{ code, parties: [], workers: [], ...lack }] : []
  })
}

function lackOf(
  code: PaperCode,
  one: Asked,
  settings: Settings,
): (Partial<Missing> & Pick<Missing, 'why'>) | null {
  if (code === 'doc_worker_photos') return photoLack(one.workers, settings.photos_per_worker)
  const paper = one.papers.find((kept) => kept.code === code)
  const asked = PARTIES[code]
  if (asked) {
    const there = signedBy(code, one)
    const parties = asked.filter((party) => !there.includes(party))
    const begun = paper !== undefined || there.length > 0
    return parties.length > 0 ? { why: begun ? 'unsigned' : 'absent', parties } : null
  }
  if (!paper || paper.photos.length === 0) return { why: 'absent' }
  return needsSeal(code) && !paper.sealed ? { why: 'unsealed' } : null
}

function photoLack(workers: readonly Worker[], each: number) {
  const lacking = workers.filter(({ idShown, photos }) => !idShown || photos.length < each)
  const ids = lacking.map(({ workerId }) => workerId)
  return ids.length > 0 ? { why: 'worker_photos' as const, workers: ids } : null
}

/** Answer who has signed a form, on paper or on the screen. */
export function signedBy(
  code: PaperCode,
  { papers, signed }: { papers: readonly Paper[]; signed: Renovation['signed'] },
): Party[] {
  const paper = papers.find((one) => one.code === code)
  const onPaper = paper && paper.photos.length > 0 ? paper.signedBy : []
  const onScreen = signed.filter(({ form }) => form === code).map(({ party }) => party)
  return [...new Set([...onPaper, ...onScreen])]
}
