/** Renovations on 今日 and on the desk. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    renovation: {
      todo: {
        sites: '今日工地巡查',
        seen: '已巡 {done} / {all}',
        left: '还差 {n} 户',
        unvisited: '{n} 户昨天没巡',
        homes: '{n} 户',
        forward: '装修资料待审核',
        approve: '装修待审批',
        pay: '装修待收费',
        permit: '待发施工许可证',
        accept: '装修待初验',
        reinspect: '整改后待复检',
        recheck: '满 30 天，待复验',
        refund: '待退装修押金',
        file: '装修档案待归档',
        by: '{day}前整改',
        notices: '{n} 张整改通知单要去看',
      },
    },
  },
  'zh-Hant': {
    renovation: {
      todo: {
        sites: '今日工地巡查',
        seen: '已巡 {done} / {all}',
        left: '還差 {n} 戶',
        unvisited: '{n} 戶昨天沒巡',
        homes: '{n} 戶',
        forward: '裝修資料待審核',
        approve: '裝修待審批',
        pay: '裝修待收費',
        permit: '待發施工許可證',
        accept: '裝修待初驗',
        reinspect: '整改後待復檢',
        recheck: '滿 30 天，待復驗',
        refund: '待退裝修押金',
        file: '裝修檔案待歸檔',
        by: '{day}前整改',
        notices: '{n} 張整改通知單要去看',
      },
    },
  },
  en: {
    renovation: {
      todo: {
        sites: "Today's sites",
        seen: '{done} of {all} seen',
        left: '{n} left',
        unvisited: '{n} not seen yesterday',
        homes: '{n} home | {n} homes',
        forward: 'Renovation papers to check',
        approve: 'Renovation to approve',
        pay: 'Renovation to be paid',
        permit: 'Permit to issue',
        accept: 'Renovation to accept',
        reinspect: 'Rectified: inspect again',
        recheck: '30 days over: recheck',
        refund: 'Deposit to refund',
        file: 'Renovation to archive',
        by: 'rectify by {day}',
        notices: '{n} notice to look at | {n} notices to look at',
      },
    },
  },
}
