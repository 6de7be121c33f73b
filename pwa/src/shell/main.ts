/** Puts the app together and shows it. */
import '@/core/style/tokens.css'
import '@/core/style/reset.css'
import '@/core/style/layout.css'
import '@/core/style/opening.css'

import { createApp } from 'vue'

import { openDevice } from '@/core/device/device'
import { watchInstall } from '@/core/install'
import { provideRooms } from '@/core/rooms'
import { followSession, openSession, refreshSession, useSession } from '@/core/session/session'
import { followSettings, settings } from '@/core/settings'
import { openStore, storeTrouble } from '@/core/store/health'
import { followTrace } from '@/core/store/trace'
import { buildStore } from '@/core/store/store'
import { provideStore } from '@/core/store/use'
import { startSync } from '@/core/sync/loop'
import { coreTables } from '@/core/tables'
import { bringOfficeWords, showLanguage } from '@/core/text'
import App from '@/shell/App.vue'
import { joinDomains } from '@/shell/joins'
import { rooms } from '@/shell/rooms'
import { loadFirstPage, shown } from '@/shell/firstPage'
import { buildRouter } from '@/shell/router'
import { watchUpdates } from '@/shell/update'

async function start(): Promise<void> {
  watchInstall()
  followSettings()
  provideRooms(rooms)
  joinDomains()
  const store = buildStore([...coreTables, ...rooms.flatMap((room) => room.tables ?? [])])
  provideStore(store)
  const router = buildRouter(rooms)
  void loadFirstPage(router)
  await Promise.all([showLanguage(settings.language), openStore(store)])
  // A store that does not open is said on every page; the app itself must show.
  await Promise.all([openDevice(), openSession()]).catch(() => undefined)
  const app = createApp(App).use(router)
  // What stands there until then stays: an empty frame would be a flash.
  await router.isReady().catch(() => undefined)
  app.mount('#app')
  await shown()
  if (!storeTrouble.value) {
    followSession(() => void router.replace('/'))
    void followTrace()
    startSync()
    void refreshSession()
    void import('@/core/photos/ahead').then((ahead) => ahead.followAhead()).catch(() => undefined)
    // The scanner needs them, and shall not wait.
    if (useSession().me.value) void bringOfficeWords().catch(() => undefined)
  }
  await watchUpdates()
}

void start()
