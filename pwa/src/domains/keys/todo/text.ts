/** Keys on 今日 and on the desk. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    keys: {
      todo: {
        return: '归还 {keyNo}',
        by: '{place} · {time} 前还',
        returnAll: '归还 {n} 套钥匙',
        firstBy: '最早的 {time} 前还',
        late: '{keyNo} 逾期未还',
        lateAll: '{n} 套钥匙逾期未还',
        longest: '最久的：{who}',
        disputed: '{keyNo} 两次借出，请裁定',
        disputedAll: '{n} 套钥匙两次借出，请裁定',
        incident: '{keyNo} 缺失或损坏，待处理',
        incidentAll: '{n} 套钥匙缺失或损坏，待处理',
      },
    },
  },
  'zh-Hant': {
    keys: {
      todo: {
        return: '歸還 {keyNo}',
        by: '{place} · {time} 前還',
        returnAll: '歸還 {n} 套鑰匙',
        firstBy: '最早的 {time} 前還',
        late: '{keyNo} 逾期未還',
        lateAll: '{n} 套鑰匙逾期未還',
        longest: '最久的：{who}',
        disputed: '{keyNo} 兩次借出，請裁定',
        disputedAll: '{n} 套鑰匙兩次借出，請裁定',
        incident: '{keyNo} 缺失或損壞，待處理',
        incidentAll: '{n} 套鑰匙缺失或損壞，待處理',
      },
    },
  },
  en: {
    keys: {
      todo: {
        return: 'Bring back {keyNo}',
        by: '{place} · by {time}',
        returnAll: 'Bring back {n} set of keys | Bring back {n} sets of keys',
        firstBy: 'The first by {time}',
        late: '{keyNo} is overdue',
        lateAll: '{n} set of keys is overdue | {n} sets of keys are overdue',
        longest: 'Longest: {who}',
        disputed: '{keyNo} was lent twice: decide',
        disputedAll: '{n} set was lent twice: decide | {n} sets were lent twice: decide',
        incident: '{keyNo} is short or damaged',
        incidentAll: '{n} set is short or damaged | {n} sets are short or damaged',
      },
    },
  },
}
