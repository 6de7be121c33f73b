/** Words of vacant units that every page may show. */
import type { RoomText } from '@/core/domain'

export const text: RoomText = {
  'zh-Hans': {
    vacancy: {
      tab: '空置房',
      nav: '本周要查的、楼栋图',
    },
  },
  'zh-Hant': {
    vacancy: {
      tab: '空置房',
      nav: '本週要查的、樓棟圖',
    },
  },
  en: {
    vacancy: {
      tab: 'Vacant units',
      nav: 'Due this week, the building picture',
    },
  },
}
