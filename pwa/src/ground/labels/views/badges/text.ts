/** Words of badges. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    labels: {
      badges: {
        link: '工牌',
        title: '打印工牌',
        note: '工牌上有姓名、岗位和二维码，借钥匙时扫一下就认得出。一张纸 10 块，沿线裁开',
        whose: '给谁打印',
        all: '全选',
        print: '打印 {n} 块',
        file: '工牌.pdf',
      },
    },
  },
  'zh-Hant': {
    labels: {
      badges: {
        link: '工牌',
        title: '打印工牌',
        note: '工牌上有姓名、崗位和二維碼，借鑰匙時掃一下就認得出。一張紙 10 塊，沿線裁開',
        whose: '給誰打印',
        all: '全選',
        print: '打印 {n} 塊',
        file: '工牌.pdf',
      },
    },
  },
  en: {
    labels: {
      badges: {
        link: 'Badges',
        title: 'Print badges',
        note: 'Name, role and a code that the key desk scans. Ten a sheet, to be cut out',
        whose: 'Whose',
        all: 'All',
        print: 'Print {n}',
        file: 'badges.pdf',
      },
    },
  },
}
