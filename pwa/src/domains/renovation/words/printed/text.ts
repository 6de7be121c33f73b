/** What the printed forms of a renovation are called. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    renovation: {
      forms: '打印表单',
      printed: {
        application: '房屋装修申请表',
        agreement: '装修管理协议书',
        contractor_pledge: '装修施工承诺书',
        heating_pledge: '改动暖气责任承诺书',
        permit: '房屋装修许可证',
        acceptance: '装修竣工验收表',
        archive: '装修档案',
      },
    },
  },
  'zh-Hant': {
    renovation: {
      forms: '打印表單',
      printed: {
        application: '房屋裝修申請表',
        agreement: '裝修管理協議書',
        contractor_pledge: '裝修施工承諾書',
        heating_pledge: '改動暖氣責任承諾書',
        permit: '房屋裝修許可證',
        acceptance: '裝修竣工驗收表',
        archive: '裝修檔案',
      },
    },
  },
  en: {
    renovation: {
      forms: 'Forms to print',
      printed: {
        application: 'Application',
        agreement: 'Management agreement',
        contractor_pledge: 'Contractor’s pledge',
        heating_pledge: 'Heating pledge',
        permit: 'Renovation permit',
        acceptance: 'Acceptance sheet',
        archive: 'Renovation file',
      },
    },
  },
}
