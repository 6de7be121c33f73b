/** Routes and their labels as the labels page sees them; both calls need the network. */
import { ref, shallowRef } from 'vue'

import { get, post } from '@/core/http/client'
import type { Schemas } from '@/core/http/schema'
import { useCall } from '@/core/http/useCall'
import { syncNow } from '@/core/sync/loop'
import { t } from '@/core/text'

const PATIENCE_MS = 60_000

/** How many places of a route have which label. */
export type RouteLabels = Schemas['RouteOut']

export function useLabels() {
  const routes = shallowRef<RouteLabels[]>([])
  const loaded = ref(false)
  const { failed, call } = useCall()

  async function load(): Promise<void> {
    const answer = await call(() => get<RouteLabels[]>('/labels/routes'))
    if (answer.ok) routes.value = answer.data
    loaded.value = true
  }
  return { routes, loaded, failed, load }
}

/** Print a route's labels: those not hung yet, or with `reprint` a new one for every place. */
export function useSheet() {
  const { running, failed, call } = useCall()
  /** What makes the sheet just printed worse than it could be: keys of `labels.warnings`. */
  const warnings = ref<string[]>([])

  async function download(route: RouteLabels, reprint: boolean): Promise<boolean> {
    const body = { routeId: route.id, layout: 'a4-3x8', reprint }
    const answer = await call(() =>
      post<ArrayBuffer>('/labels/sheet', body, { as: 'bytes', patienceMs: PATIENCE_MS }),
    )
    if (!answer.ok) return false
    warnings.value = warningsIn(answer.headers)
    offer(answer.data, t('labels.file', { route: route.name }))
    return true
  }
  return { running, failed, warnings, download }
}

/** Why a label is taken out of use. */
export const REVOKE_KINDS = ['damaged', 'lost', 'copied'] as const
export type RevokeKind = (typeof REVOKE_KINDS)[number]

/** Take a label out of use at once; the new state comes with the next pull, which is asked for. */
export function useRevokeLabel() {
  const form = useCall()

  async function revoke(code: string, kind: RevokeKind, reason: string): Promise<boolean> {
    const { ok } = await form.call(() => post(`/labels/${code}/revoke`, { kind, reason }))
    if (ok) void syncNow()
    return ok
  }
  return { ...form, revoke }
}

function warningsIn(headers: Headers): string[] {
  const codes = (headers.get('X-Label-Warnings') ?? '').split(',').filter(Boolean)
  return codes.map((code) => code.replace('labels.', ''))
}

function offer(bytes: ArrayBuffer, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  link.download = name
  link.click()
  // Safari reads the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE_MS)
}
