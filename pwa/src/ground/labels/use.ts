/** Places and their labels as the office sees them: what this device holds, kept up to date; and acts on one label. */
import { computed, shallowRef } from 'vue'

import { offerFile } from '@/core/download'
import { get, post } from '@/core/http/client'
import type { Schemas } from '@/core/http/schema'
import { useCall } from '@/core/http/useCall'
import { useLive } from '@/core/store/use'
import { syncNow } from '@/core/sync/loop'
import { readHeld } from '@/ground/labels/repo'
import type { Layout } from '@/ground/labels/layouts'
import { walksOf } from '@/ground/labels/walk'

/** Answer the routes with their places and labels; `loaded` once this device has heard of the estate. */
export function useWalks() {
  const held = useLive(readHeld, null)
  // Who just imported a register or printed looks for the outcome here.
  void syncNow()
  const loaded = computed(() => held.value?.pulled ?? false)
  const walks = computed(() =>
    held.value ? walksOf(held.value.routes, held.value.places, held.value.labels.values()) : [],
  )
  return { held, loaded, walks }
}

/** Why a label is taken out of use. */
export const REVOKE_KINDS = ['damaged', 'lost', 'copied'] as const
export type RevokeKind = (typeof REVOKE_KINDS)[number]

/** Take a label out of use at once; the new state comes with the next pull, which is asked for. */
export function useRevokeLabel() {
  const form = useCall()

  async function revoke(code: string, kind: RevokeKind, reason: string): Promise<boolean> {
    const { ok } = await form.call(() => post(`/labels/${code}/revoke`, { kind, reason }))
    if (ok) await syncNow()
    return ok
  }
  return { ...form, revoke }
}

/** A label with what became of it. */
export type LabelHistory = Schemas['LabelOut']

/** Answer, by code, what became of a place's labels; without a network nothing is added to what is held. */
export function useHistory(placeId: string) {
  const told = shallowRef(new Map<string, LabelHistory>())

  async function ask(): Promise<void> {
    const answer = await get<LabelHistory[]>(`/labels/of/${placeId}`)
    if (answer.ok) told.value = new Map(answer.data.map((label) => [label.code, label]))
  }
  void ask()
  return { told, ask }
}

/** Make a label for a place: one more at a spot of its own, or one to replace that at `spot`. */
export function useNewLabel() {
  const form = useCall()

  async function make(placeId: string, spot: string, extra: boolean): Promise<boolean> {
    const body = { extra, spot: spot.trim() || null }
    const { ok } = await form.call(() => post(`/labels/for/${placeId}`, body))
    if (ok) await syncNow()
    return ok
  }
  return { ...form, make }
}

const TYPES = { png: 'image/png', svg: 'image/svg+xml' } as const
export type PictureType = keyof typeof TYPES

/** One label as a picture file, for a label printer or a sign maker. */
export function usePicture() {
  const form = useCall()

  async function download(code: string, type: PictureType, layout: Layout): Promise<void> {
    const path = `/labels/${code}.${type}?layout=${layout}`
    const answer = await form.call(() => get<ArrayBuffer>(path, { as: 'bytes' }))
    if (answer.ok) offerFile(answer.data, `${code}.${type}`, TYPES[type])
  }
  return { ...form, download }
}
