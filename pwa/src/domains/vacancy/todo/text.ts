/** Vacant units on 今日 and on the desk. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    vacancy: {
      todo: {
        week: '空置房本周检查',
        checked: '已查 {done} / {all} · {day}前',
        left: '还差 {n} 户',
        missed: '上周漏查 {n} 户',
        valve: '空置房阀门还没关',
        shutBy: '{day}前关好',
        homes: '{n} 户',
      },
    },
  },
  'zh-Hant': {
    vacancy: {
      todo: {
        week: '空置房本週檢查',
        checked: '已查 {done} / {all} · {day}前',
        left: '還差 {n} 戶',
        missed: '上週漏查 {n} 戶',
        valve: '空置房閥門還沒關',
        shutBy: '{day}前關好',
        homes: '{n} 戶',
      },
    },
  },
  en: {
    vacancy: {
      todo: {
        week: "This week's vacant units",
        checked: '{done} of {all} checked · by {day}',
        left: '{n} left',
        missed: '{n} missed last week',
        valve: 'A valve is still open',
        shutBy: 'shut by {day}',
        homes: '{n} home | {n} homes',
      },
    },
  },
}
