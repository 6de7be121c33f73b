/** What the phone shows of the installed app: its name, its picture, where it starts. */
import type { ManifestOptions } from 'vite-plugin-pwa'

export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: '巡管家',
  short_name: '巡管家',
  description: '扫码巡查，离线也能记；主管随时看到进度。',
  lang: 'zh-Hans',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#edf0f1',
  theme_color: '#ffffff',
  categories: ['business', 'productivity'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
  shortcuts: [
    { name: '扫码', url: '/scan', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
    { name: '待上传', url: '/queue', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
  ],
}
