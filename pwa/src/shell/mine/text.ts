/** Words of 我的: settings, installing, room on the phone. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    shell: {
      mine: {
        places: '房屋、巡查点、路线',
        estateSettings: '小区设置',
        months: '月底归档',
        desk: '全小区今日',
        deskNote: '各路线巡到哪里，哪里要处理',
        estate: '小区',
        noPin: '会签前要先设置',
        theme: '外观',
        themes: { system: '跟随系统', light: '浅色', dark: '深色' },
        sound: '扫码提示音',
        sounds: { on: '开', off: '关' },
        signOut: '退出登录',
        handOver: '换人',
        leave: '退出后，本机上的小区资料会清除。再次登录要连网',
        leaveWaiting:
          '还有 {n} 条待上传，会封存在本机，联网后以你的名义自动上传。小区资料会清除，再次登录要连网',
      },
      install: {
        title: '装到手机桌面',
        why: '装好后断网也能打开，浏览器不会自动清掉记录',
        act: '安装',
        prompt: '',
        ios: '用 Safari 打开本页\n点底部的“分享”\n选“添加到主屏幕”',
        wechat: '点右上角“···”\n选“在浏览器打开”\n再按浏览器里的提示安装',
        menu: '打开浏览器菜单\n选“安装应用”或“添加到主屏幕”',
      },
      space: {
        title: '本机空间',
        used: '已用 {used}，可用 {granted}',
        usedOnly: '已用 {used}',
        kept: '浏览器已答应不自动清除',
        loose: '空间紧张时浏览器可能自动清除。安装到桌面或允许保留',
        act: '申请保留',
      },
    },
  },
  'zh-Hant': {
    shell: {
      mine: {
        places: '房屋、巡查點、路線',
        estateSettings: '小區設置',
        months: '月底歸檔',
        desk: '全小區今日',
        deskNote: '各路線巡到哪裡，哪裡要處理',
        estate: '小區',
        noPin: '會簽前要先設置',
        theme: '外觀',
        themes: { system: '跟隨系統', light: '淺色', dark: '深色' },
        sound: '掃碼提示音',
        sounds: { on: '開', off: '關' },
        signOut: '退出登錄',
        handOver: '換人',
        leave: '退出後，本機上的小區資料會清除。再次登錄要連網',
        leaveWaiting:
          '還有 {n} 條待上傳，會封存在本機，聯網後以你的名義自動上傳。小區資料會清除，再次登錄要連網',
      },
      install: {
        title: '裝到手機桌面',
        why: '裝好後斷網也能打開，瀏覽器不會自動清掉記錄',
        act: '安裝',
        prompt: '',
        ios: '用 Safari 打開本頁\n點底部的“分享”\n選“加入主畫面”',
        wechat: '點右上角“···”\n選“在瀏覽器打開”\n再按瀏覽器裡的提示安裝',
        menu: '打開瀏覽器菜單\n選“安裝應用”或“加到主畫面”',
      },
      space: {
        title: '本機空間',
        used: '已用 {used}，可用 {granted}',
        usedOnly: '已用 {used}',
        kept: '瀏覽器已答應不自動清除',
        loose: '空間緊張時瀏覽器可能自動清除。安裝到桌面或允許保留',
        act: '申請保留',
      },
    },
  },
  en: {
    shell: {
      mine: {
        places: 'Units, points, routes',
        estateSettings: 'Estate settings',
        months: 'Close a month',
        desk: 'The estate today',
        deskNote: 'How far each route is, and what needs you',
        estate: 'Estate',
        noPin: 'Needed before you can co-sign',
        theme: 'Appearance',
        themes: { system: 'System', light: 'Light', dark: 'Dark' },
        sound: 'Sound on scan',
        sounds: { on: 'On', off: 'Off' },
        signOut: 'Sign out',
        handOver: 'Hand over',
        leave: 'The estate’s data is cleared from this phone. Signing in again needs a network',
        leaveWaiting:
          '{n} still to send: sealed on this phone and sent under your name once online. The estate’s data is cleared; signing in again needs a network',
      },
      install: {
        title: 'Put it on the home screen',
        why: 'Then it opens without a network, and the browser does not clear your records',
        act: 'Install',
        prompt: '',
        ios: 'Open this page in Safari\nTap Share at the bottom\nChoose “Add to Home Screen”',
        wechat:
          'Tap ··· at the top right\nChoose “Open in browser”\nFollow the browser’s hint to install',
        menu: 'Open the browser’s menu\nChoose “Install app” or “Add to home screen”',
      },
      space: {
        title: 'Space on this phone',
        used: '{used} used of {granted}',
        usedOnly: '{used} used',
        kept: 'The browser has promised not to clear it by itself',
        loose:
          'When space runs short the browser may clear it. Install the app or allow it to stay',
        act: 'Ask to keep it',
      },
    },
  },
}
