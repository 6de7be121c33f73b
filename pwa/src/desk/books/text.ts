/** Words of the page of forms; only the office reads them. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    books: {
      title: '表单',
      link: '按月看表单，打印、导出',
      serial: '按编号查',
      serialHint: '例如 XC-2026-000012，写一部分也行',
      before: '上一个月',
      after: '下一个月',
      choose: '选一种表单',
      none: '{month}没有表单',
      notFound: '没有这个编号。核对一下再查',
      excel: '导出 Excel',
      gone: '内容已按保存期销毁',
      void: '作废',
    },
  },
  'zh-Hant': {
    books: {
      title: '表單',
      link: '按月看表單，打印、導出',
      serial: '按編號查',
      serialHint: '例如 XC-2026-000012，寫一部分也行',
      before: '上一個月',
      after: '下一個月',
      choose: '選一種表單',
      none: '{month}沒有表單',
      notFound: '沒有這個編號。核對一下再查',
      excel: '導出 Excel',
      gone: '內容已按保存期銷毀',
      void: '作廢',
    },
  },
  en: {
    books: {
      title: 'Forms',
      link: 'Forms by month, to print and to export',
      serial: 'Find by number',
      serialHint: 'For instance XC-2026-000012, or a part of it',
      before: 'The month before',
      after: 'The month after',
      choose: 'Choose a form',
      none: 'No forms in {month}',
      notFound: 'There is no such number. Check it and try again',
      excel: 'Export to Excel',
      gone: 'Destroyed when its time was over',
      void: 'Void',
    },
  },
}
