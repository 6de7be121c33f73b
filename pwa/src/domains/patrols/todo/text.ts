/** A supervisor's round on 今日 and on the desk. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    patrols: {
      supervision: {
        waiting: '今天已督察 {n}/{of} 轮',
        begun: '督察中',
        notBegun: '还没去',
      },
    },
  },
  'zh-Hant': {
    patrols: {
      supervision: {
        waiting: '今天已督察 {n}/{of} 輪',
        begun: '督察中',
        notBegun: '還沒去',
      },
    },
  },
  en: {
    patrols: {
      supervision: {
        waiting: '{n} of {of} made today',
        begun: 'Under way',
        notBegun: 'Not begun',
      },
    },
  },
}
