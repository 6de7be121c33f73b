/** How this phone can install the app. Installed, its storage is safe and it opens without a network. */
import { computed, shallowRef } from 'vue'

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

const prompt = shallowRef<InstallPrompt | null>(null)
const installed = shallowRef(false)

/** prompt: the browser asks. ios: by the share menu. wechat: only after opening it in a browser. */
export type InstallWay = 'prompt' | 'ios' | 'wechat' | 'menu' | 'installed'

/** How the app gets onto this phone. */
export const installWay = computed<InstallWay>(() =>
  installed.value
    ? 'installed'
    : prompt.value
      ? 'prompt'
      : wayOf(navigator.userAgent, navigator.maxTouchPoints),
)

/** Listen for the browser's offer; it comes early and only once. */
export function watchInstall(): void {
  installed.value = window.matchMedia('(display-mode: standalone)').matches
  window.addEventListener('appinstalled', () => (installed.value = true))
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    prompt.value = event as InstallPrompt
  })
}

/** Let the browser ask whether to install. */
export async function install(): Promise<void> {
  await prompt.value?.prompt()
  prompt.value = null
}

/** An iPad says it is a Mac; only its fingers give it away. */
export function wayOf(agent: string, touchPoints: number): InstallWay {
  if (/MicroMessenger/i.test(agent)) return 'wechat'
  return /iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && touchPoints > 1)
    ? 'ios'
    : 'menu'
}
