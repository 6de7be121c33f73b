/** Names of the forms of check sheets; only the office reads them. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    forms: { RJ: '工作日检查表', ZJ: '工作周检查表', BH: '不合格单', GC: '员工过错报告单' },
  },
  'zh-Hant': {
    forms: { RJ: '工作日檢查表', ZJ: '工作周檢查表', BH: '不合格單', GC: '員工過錯報告單' },
  },
  en: {
    forms: {
      RJ: 'Daily check sheets',
      ZJ: 'Weekly check sheets',
      BH: 'Nonconformity slips',
      GC: 'Fault reports',
    },
  },
}
