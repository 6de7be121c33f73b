/** Opening a site visit: the one begun before, or a fresh one; and keeping it once it is whole. */
import { now } from '@/core/clock'
import { newId } from '@/core/ids'
import type { WhyNotKept } from '@/core/outbox/notKept'
import { dropDraft } from '@/core/photos/photos'
import { useSession } from '@/core/session/session'
import { useStore } from '@/core/store/use'
import { templateTable } from '@/ground/checklists'
import type { Template } from '@/ground/checklists/types'
import { itemOf, keepItems } from '@/domains/renovation/acts'
import { foundOn } from '@/domains/renovation/found'
import { needs } from '@/domains/renovation/needs'
import type { Private, Served } from '@/domains/renovation/said'
import { freshDraft, SITE_LIST, visitOf } from '@/domains/renovation/siteVisit'
import { siteDraftTable } from '@/domains/renovation/table'
import type { Renovation } from '@/domains/renovation/types'
import type { Scan, SiteDraft } from '@/domains/renovation/visit/types'

/** Answer the id of the visit of a site: one begun before on this phone is taken up again. Null: nobody is signed in. */
export async function openVisit(
  renovationId: string,
  scan: Scan,
  code: string | null,
): Promise<string | null> {
  const { me, estate } = useSession()
  if (!me.value || !estate.value) return null
  const [by, of] = [me.value.id, estate.value.id]
  const begun = await drafts()
    .where({ estate: of, by })
    .filter((draft) => draft.renovationId === renovationId)
    .first()
  if (begun) return begun.id
  const started = { renovationId, scan, code, startedAt: now().toISOString() }
  const draft = freshDraft({ id: newId(), estate: of, by, ...started }, await siteTemplates())
  await keepVisitDraft(draft)
  return draft.id
}

/** Answer the templates of site visits. */
export function siteTemplates(): Promise<Template[]> {
  return useStore().rows(templateTable).where('type').equals(SITE_LIST).toArray()
}

/** Answer one's own half-filled visit, or undefined when it is gone. */
export async function readVisitDraft(id: string): Promise<SiteDraft | undefined> {
  const draft = await drafts().get(id)
  return draft?.by === useSession().me.value?.id ? draft : undefined
}

/** Keep a visit as it is now. Called at every change, so that a killed page loses nothing. */
export async function keepVisitDraft(draft: SiteDraft): Promise<void> {
  await drafts().put(draft)
}

/** Throw a visit away with the photos that only it holds. */
export async function throwAway({ id, photos }: SiteDraft): Promise<void> {
  await drafts().delete(id)
  await Promise.all(photos.map(({ sha256 }) => dropDraft(sha256)))
}

/** A notice served on the visit, and who signed for it. */
export interface ServedNow {
  notice: Served
  stoppedAt: string | null
  apart: Private | null
}

/**
 * Keep a finished visit with what it found and the notice that was served on it; the half-filled one goes.
 *
 * All of it or none: answers why not when nothing was kept; then the draft is as it was.
 */
export async function saveVisit(
  draft: SiteDraft,
  one: Renovation,
  template: Template | undefined,
  served: ServedNow | null,
): Promise<WhyNotKept | null> {
  const visit = itemOf(
    one,
    'visit',
    visitOf(draft, template, now(), served?.notice.noticeId ?? null),
  )
  const rules = template ? { rules: `${template.type}/${template.version}` } : {}
  const notice = served && noticeItem(draft, one, served)
  const found = foundOn(draft, one).map((each) => needs.get().report(each, one.unitName))
  const kept = await keepItems(
    [{ ...visit, ...rules }, ...found.map(({ item }) => item), ...(notice ? [notice] : [])],
    found.map(({ also }) => also),
    [{ table: siteDraftTable, keys: [draft.id] }],
  )
  return typeof kept === 'string' ? kept : null
}

/** What was found out on site waits like the visit itself: nobody stands there until the server answers. */
function noticeItem(draft: SiteDraft, one: Renovation, { notice, stoppedAt, apart }: ServedNow) {
  const changeId = draft.builtChanges[0] ?? null
  const said = { notice, visitId: draft.id, stoppedAt, changeId }
  const { live: _, ...queued } = itemOf(one, 'notice', said, apart)
  return queued
}

const drafts = () => useStore().rows(siteDraftTable)
