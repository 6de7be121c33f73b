/** Words of signing in, of roles, and of what an overseer resets. */
import type { RoomText } from '@/core/domain'

export const text: RoomText = {
  'zh-Hans': {
    people: {
      signIn: {
        lead: '首次登录要连网，之后断网也能用',
        expired: '登录已过期，记录照常保存。登录后自动上传',
        kept: '本机还有 {n} 条待上传，登录后自动发出',
        act: '登录',
        online: '连上网才能登录',
        handOver: '断网换人',
      },
      reset: {
        password: '重置密码',
        passwordAsk:
          '重置后 {name} 在所有设备上退出登录，未上传的记录不受影响。新的一次性密码只显示一次',
        pin: '清除签字密码',
        pinAsk: '清除后 {name} 要重新设置，才能会签',
      },
      roles: {
        steward: '管家',
        model_room_steward: '样板间管家',
        front_desk: '前台',
        renovation_inspector: '装修监管',
        engineer: '工程人员',
        guard: '保安员',
        cleaner: '保洁员',
        finance: '财务',
        supervisor: '客服主管',
        manager: '客服中心经理',
        office_manager: '管理处经理',
        gm: '公司总经理',
        admin: '系统管理员',
      },
      deviceGuess: { iphone: 'iPhone', ipad: 'iPad', android: '安卓手机', computer: '电脑浏览器' },
    },
  },
  'zh-Hant': {
    people: {
      signIn: {
        lead: '首次登錄要連網，之後斷網也能用',
        expired: '登錄已過期，記錄照常保存。登錄後自動上傳',
        kept: '本機還有 {n} 條待上傳，登錄後自動發出',
        act: '登錄',
        online: '連上網才能登錄',
        handOver: '斷網換人',
      },
      reset: {
        password: '重置密碼',
        passwordAsk:
          '重置後 {name} 在所有設備上退出登錄，未上傳的記錄不受影響。新的一次性密碼只顯示一次',
        pin: '清除簽字密碼',
        pinAsk: '清除後 {name} 要重新設置，才能會簽',
      },
      roles: {
        steward: '管家',
        model_room_steward: '樣板間管家',
        front_desk: '前臺',
        renovation_inspector: '裝修監管',
        engineer: '工程人員',
        guard: '保安員',
        cleaner: '保潔員',
        finance: '財務',
        supervisor: '客服主管',
        manager: '客服中心經理',
        office_manager: '管理處經理',
        gm: '公司總經理',
        admin: '系統管理員',
      },
      deviceGuess: { iphone: 'iPhone', ipad: 'iPad', android: '安卓手機', computer: '電腦瀏覽器' },
    },
  },
  en: {
    people: {
      signIn: {
        lead: 'The first sign-in needs a network; after that the app works without',
        expired: 'The session has ended; work is still kept. Sign in to send it',
        kept: '{n} record waits on this phone and goes out after signing in | {n} records wait on this phone and go out after signing in',
        act: 'Sign in',
        online: 'Signing in needs a network',
        handOver: 'Hand over offline',
      },
      reset: {
        password: 'Reset password',
        passwordAsk:
          '{name} is signed out everywhere; unsent records stay. The new one-time password is shown once only',
        pin: 'Clear signing PIN',
        pinAsk: '{name} must set a new one before co-signing again',
      },
      roles: {
        steward: 'Steward',
        model_room_steward: 'Model-room steward',
        front_desk: 'Front desk',
        renovation_inspector: 'Renovation inspector',
        engineer: 'Engineer',
        guard: 'Guard',
        cleaner: 'Cleaner',
        finance: 'Finance',
        supervisor: 'Supervisor',
        manager: 'Centre manager',
        office_manager: 'Office manager',
        gm: 'General manager',
        admin: 'Administrator',
      },
      deviceGuess: {
        iphone: 'iPhone',
        ipad: 'iPad',
        android: 'Android phone',
        computer: 'Browser',
      },
    },
  },
}
