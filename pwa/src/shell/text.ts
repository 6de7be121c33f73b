/** Words of the frame and of the pages that belong to no room. */
import type { RoomText } from '@/core/domain'

export const text: RoomText = {
  'zh-Hans': {
    shell: {
      nav: '主导航',
      tabs: {
        today: '今日',
        findings: '问题',
        rounds: '巡查',
        scan: '扫码',
        queue: '待上传',
        me: '我的',
        desk: '今日',
        people: '人员',
        places: '小区',
        labels: '标签',
      },
      waitingCount: '{n} 条待上传',
      todoCount: '{n} 个问题等你处理',
      newNotices: '{n} 条新通知',
      expired: '登录已过期，记录照常保存。登录后上传 {n} 条',
      expiredEmpty: '登录已过期，记录照常保存。登录后上传',
      update: '新版本已下载好',
      updateAct: '现在更新',
      reload: '刷新',
      plainHttp: '这个网址不是 https，断网打不开，也不能扫码。用 https 网址打开',
      store: {
        forbidden: '浏览器不让本页存东西（可能是无痕模式），记录保存不了。用普通窗口打开',
        broken: '手机的存储打不开，记录保存不了。清出空间并重启浏览器，仍不行就换一部手机',
        outdated: '应用已在别的窗口更新，本页不能再保存。刷新后继续',
        blocked: '别的窗口还开着旧版本。关掉其他窗口，再刷新',
        shut: '浏览器关掉了本机存储，本页不能再保存。刷新后继续',
      },
      emptied:
        '浏览器清掉了本机存的内容：{time}还有 {n} 条没上传。请告诉主管，并补记这几条；登录后可继续',
      emptiedNothing:
        '浏览器清掉了本机存的内容。{time}没有待上传的；之后记过的，登录后核对，缺了就补记',
      noted: '知道了',
      lost: {
        title: '没有这一页',
        text: '这个地址没有内容',
        note: '可能是旧链接，或页面已改名',
        home: '回首页',
      },
    },
  },
  'zh-Hant': {
    shell: {
      nav: '主導航',
      tabs: {
        today: '今日',
        findings: '問題',
        rounds: '巡查',
        scan: '掃碼',
        queue: '待上傳',
        me: '我的',
        desk: '今日',
        people: '人員',
        places: '小區',
        labels: '標籤',
      },
      waitingCount: '{n} 條待上傳',
      todoCount: '{n} 個問題等你處理',
      newNotices: '{n} 條新通知',
      expired: '登錄已過期，記錄照常保存。登錄後上傳 {n} 條',
      expiredEmpty: '登錄已過期，記錄照常保存。登錄後上傳',
      update: '新版本已下載好',
      updateAct: '現在更新',
      reload: '刷新',
      plainHttp: '這個網址不是 https，斷網打不開，也不能掃碼。用 https 網址打開',
      store: {
        forbidden: '瀏覽器不讓本頁存東西（可能是無痕模式），記錄保存不了。用普通窗口打開',
        broken: '手機的存儲打不開，記錄保存不了。清出空間並重啟瀏覽器，仍不行就換一部手機',
        outdated: '應用已在別的窗口更新，本頁不能再保存。刷新後繼續',
        blocked: '別的窗口還開著舊版本。關掉其他窗口，再刷新',
        shut: '瀏覽器關掉了本機存儲，本頁不能再保存。刷新後繼續',
      },
      emptied:
        '瀏覽器清掉了本機存的內容：{time}還有 {n} 條沒上傳。請告訴主管，並補記這幾條；登錄後可繼續',
      emptiedNothing:
        '瀏覽器清掉了本機存的內容。{time}沒有待上傳的；之後記過的，登錄後核對，缺了就補記',
      noted: '知道了',
      lost: {
        title: '沒有這一頁',
        text: '這個地址沒有內容',
        note: '可能是舊鏈接，或頁面已改名',
        home: '回首頁',
      },
    },
  },
  en: {
    shell: {
      nav: 'Main',
      tabs: {
        today: 'Today',
        findings: 'Findings',
        rounds: 'Rounds',
        scan: 'Scan',
        queue: 'To send',
        me: 'Me',
        desk: 'Today',
        people: 'People',
        places: 'Estate',
        labels: 'Labels',
      },
      waitingCount: '{n} to send',
      todoCount: '{n} finding waits for you | {n} findings wait for you',
      newNotices: '{n} new notices',
      expired: 'The session has ended; work is still kept. Sign in to send {n}',
      expiredEmpty: 'The session has ended; work is still kept. Sign in to send it',
      update: 'A new version is ready',
      updateAct: 'Update now',
      reload: 'Reload',
      plainHttp:
        'This address is not https: the app does not open without a network and cannot scan. Open it by https',
      store: {
        forbidden:
          'The browser lets this page keep nothing (a private window?): work cannot be saved. Use a normal window',
        broken:
          'The storage of this phone does not open: work cannot be saved. Free space and restart the browser, or use another phone',
        outdated:
          'The app was updated in another window; nothing more can be saved here. Reload to go on',
        blocked: 'Another window still has the old version open. Close it, then reload',
        shut: 'The browser has closed the storage of this page; nothing more can be saved here. Reload to go on',
      },
      emptied:
        'The browser has cleared what this phone kept: {time} {n} items were not sent. Tell the supervisor and record them again; sign in to go on',
      emptiedNothing:
        'The browser has cleared what this phone kept. {time} nothing waited to be sent; sign in and check what was recorded since',
      noted: 'Noted',
      lost: {
        title: 'No such page',
        text: 'There is nothing at this address',
        note: 'An old link perhaps, or a page that was renamed',
        home: 'Go to the start',
      },
    },
  },
}
