/** Puts the app together and shows it. */
import '@/core/style/tokens.css'
import '@/core/style/reset.css'
import '@/core/style/layout.css'

import { createApp } from 'vue'

import { provideRooms } from '@/core/rooms'
import { openSession } from '@/core/session/session'
import { followSettings, settings } from '@/core/settings'
import { buildStore } from '@/core/store/store'
import { provideStore } from '@/core/store/use'
import { coreTables } from '@/core/tables'
import { showLanguage } from '@/core/text'
import App from '@/shell/App.vue'
import { rooms } from '@/shell/rooms'
import { buildRouter } from '@/shell/router'

async function start(): Promise<void> {
  followSettings()
  provideRooms(rooms)
  provideStore(buildStore([...coreTables, ...rooms.flatMap((room) => room.tables ?? [])]))
  await Promise.all([showLanguage(settings.language), openSession()])
  createApp(App).use(buildRouter(rooms)).mount('#app')
}

void start()
