/** Doing something to a page: each act is an item, kept on the phone first. */
import { now } from '@/core/clock'
import { newId } from '@/core/ids'
import { keep } from '@/core/outbox/outbox'
import { sealPin } from '@/ground/signatures/pin'
import type { Stroke } from '@/ground/signatures/strokes'
import { seenOn } from '@/domains/patrols/signing/page'
import type { ActName, Page, Unvisited } from '@/domains/patrols/signing/types'

/** How the page is called in 待上传, and by which settings its maker worked. */
export interface Circumstances {
  title: string
  settingsVersion: number | undefined
}

/** Someone signs beside the patroller: on the own phone, or with a PIN on the patroller's. */
export interface Cosigning {
  signer: string
  pin: string | null
  strokes: readonly Stroke[]
  lateReason: string | null
}

/** The patroller ends the round. Rejects with NotKept, as all of these. */
export async function finish(
  page: Page,
  unvisited: Unvisited[],
  around: Circumstances,
): Promise<void> {
  const seen = seenOn({ ...page, acts: [] })
  await done(
    page,
    'finish',
    { round: page.round, endedAt: now().toISOString(), unvisited, seen },
    around,
  )
}

/** Answer false, with nothing kept, where this phone never got the key that PINs are sealed for. */
export async function cosign(
  page: Page,
  given: Cosigning,
  around: Circumstances,
): Promise<boolean> {
  const id = newId()
  const { signer, pin, strokes, lateReason } = given
  const sealedPin = pin === null ? null : await sealPin(pin, id)
  if (pin !== null && sealedPin === null) return false
  const means = pin === null ? 'own_phone' : 'pin'
  const drawn = strokes.length > 0 ? strokes : null
  const body = { signer, means, seen: seenOn(page), sealedPin, strokes: drawn, lateReason }
  await done(page, 'cosign', body, around, id)
  return true
}

/** The manager signs. */
export async function signOff(
  page: Page,
  strokes: readonly Stroke[],
  around: Circumstances,
): Promise<void> {
  const body = { seen: seenOn(page), strokes: strokes.length > 0 ? strokes : null }
  await done(page, 'sign_off', body, around)
}

/** The manager sends the page back. */
export async function sendBack(page: Page, remark: string, around: Circumstances): Promise<void> {
  await done(page, 'return', { remark }, around)
}

/** An overseer voids the page; its number stays (PAT-R09). */
export async function voidPage(page: Page, reason: string, around: Circumstances): Promise<void> {
  await done(page, 'void', { reason }, around)
}

/** A colleague walks the round from here on. */
export async function handOver(
  page: Page,
  toId: string,
  reason: string,
  around: Circumstances,
): Promise<void> {
  await done(page, 'hand_over', { round: page.round, toId, reason }, around)
}

/** What is said of places that were not visited; of all of them where none is named. */
export interface LeftOut {
  placeIds: string[]
  reason: string
}

/** Who walks the round, or an overseer, leaves places out of it. */
export async function skip(page: Page, left: LeftOut, around: Circumstances): Promise<void> {
  await done(page, 'skip', { round: page.round, ...left }, around)
}

/** Who walked the round, or an overseer, has missed places made up (补检). */
export async function makeUp(page: Page, left: LeftOut, around: Circumstances): Promise<void> {
  await done(page, 'make_up', { round: page.round, ...left }, around)
}

async function done(
  page: Page,
  act: ActName,
  body: object,
  { title, settingsVersion }: Circumstances,
  id = newId(),
): Promise<void> {
  const rules = settingsVersion ? `settings/${settingsVersion}` : ''
  const item = { id, kind: `patrols.${act}`, v: 1, about: page.id, rules, title: { round: title } }
  await keep([{ ...item, body: { recordId: page.id, ...body } }])
}
