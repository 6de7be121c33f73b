/** Words of the frame and of the pages that belong to no room. */
import type { RoomText } from '@/core/domain'

export const text: RoomText = {
  'zh-Hans': { shell: { nav: '主导航' } },
  'zh-Hant': { shell: { nav: '主導航' } },
  en: { shell: { nav: 'Main' } },
}
