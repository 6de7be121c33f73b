/** Findings on 今日 and on the desk. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': { findings: { waiting: { todo: '{n} 个问题等你处理', over: '{n} 个问题逾期' } } },
  'zh-Hant': { findings: { waiting: { todo: '{n} 個問題等你處理', over: '{n} 個問題逾期' } } },
  en: {
    findings: {
      waiting: {
        todo: '{n} finding waits for you | {n} findings wait for you',
        over: '{n} finding is overdue | {n} findings are overdue',
      },
    },
  },
}
