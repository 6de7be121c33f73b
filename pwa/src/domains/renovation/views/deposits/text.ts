/** Words of the register of deposits. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    renovation: {
      deposits: {
        title: '押金台账',
        year: '{year} 年',
        month: '{month} 月',
        whole: '全年',
        earlier: '上一年',
        later: '下一年',
        none: '这一年没有押金进出',
        before: '年初结余 {sum} 元',
        heldAfter: '余 {sum}',
        columns: {
          month: '月份',
          at: '时间',
          unit: '房号',
          in: '收',
          out: '退',
          kept: '扣',
          held: '余额',
          receipt: '收据号',
          payer: '对方',
          by: '经手人',
        },
      },
    },
  },
  'zh-Hant': {
    renovation: {
      deposits: {
        title: '押金台賬',
        year: '{year} 年',
        month: '{month} 月',
        whole: '全年',
        earlier: '上一年',
        later: '下一年',
        none: '這一年沒有押金進出',
        before: '年初結餘 {sum} 元',
        heldAfter: '餘 {sum}',
        columns: {
          month: '月份',
          at: '時間',
          unit: '房號',
          in: '收',
          out: '退',
          kept: '扣',
          held: '餘額',
          receipt: '收據號',
          payer: '對方',
          by: '經手人',
        },
      },
    },
  },
  en: {
    renovation: {
      deposits: {
        title: 'Deposits',
        year: '{year}',
        month: 'Month {month}',
        whole: 'Whole year',
        earlier: 'Year before',
        later: 'Year after',
        none: 'No deposit came in or went out this year',
        before: '{sum} yuan held before',
        heldAfter: '{sum} held',
        columns: {
          month: 'Month',
          at: 'Time',
          unit: 'Unit',
          in: 'In',
          out: 'Out',
          kept: 'Kept',
          held: 'Held',
          receipt: 'Receipt',
          payer: 'Payer or payee',
          by: 'By',
        },
      },
    },
  },
}
