/** The service worker: keeps the app on the phone, and asks before a new one takes over. */
import { computed, shallowRef } from 'vue'

import { busy } from '@/core/busy'

const waiting = shallowRef<ServiceWorker | null>(null)
const ASK_EVERY_MS = 60 * 60_000

/** A new app is ready and no form is open. */
export const updateReady = computed(() => waiting.value !== null && !busy.value)

/** Register the service worker; without one (plain http) the app works online only. */
export async function watchUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const registration = await navigator.serviceWorker.register('/sw.js')
  noteWaiting(registration)
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => noteWaiting(registration))
  })
  setInterval(() => void registration.update().catch(() => undefined), ASK_EVERY_MS)
}

/** Let the new app take over and load it. */
export function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload())
  waiting.value?.postMessage('take-over')
}

/** Without a controller it is the first app on this phone, not an update. */
function noteWaiting({ waiting: worker }: ServiceWorkerRegistration): void {
  if (worker && navigator.serviceWorker.controller) waiting.value = worker
}
