/** Words above what waits for a person. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': { core: { todo: '其他待办' } },
  'zh-Hant': { core: { todo: '其他待辦' } },
  en: { core: { todo: 'Also waiting' } },
}
