/** Words of the rehearsal. Those of the offer come at once, those of the page with it. */
import type { RoomText } from '@/core/domain'

export const text: RoomText = {
  'zh-Hans': {
    shell: { readyOffer: '先查一遍相机和资料', readyLink: '出发前检查' },
  },
  'zh-Hant': {
    shell: { readyOffer: '先查一遍相機和資料', readyLink: '出發前檢查' },
  },
  en: {
    shell: {
      readyOffer: 'New phone? Check camera and data',
      readyLink: 'Check before you go',
    },
  },
}

export const office: RoomText = {
  'zh-Hans': {
    shell: {
      ready: {
        title: '出发前检查',
        note: '在有网的地方查一遍，断网也能放心巡',
        checking: '正在检查',
        ready: '可以出发',
        readyBut: '可以出发，有 {n} 项要留意',
        notReady: '还不能出发，{n} 项没有通过',
        again: '再查一遍',
        outcomes: { checking: '检查中', ok: '通过', warn: '留意', bad: '没有通过' },
        camera: {
          title: '相机',
          here: '画面正常。标签看不清就换镜头',
          denied: '没有相机权限。到浏览器的网站设置里允许相机',
          none: '这台设备没有相机。换一部手机，或带上扫码枪',
          busy: '相机被别的应用占用。关掉那个应用再查',
          insecure: '这个网址不能用相机。换 https 开头的网址打开',
        },
        torch: {
          title: '手电',
          here: '有手电，太暗时自动打开',
          none: '这个镜头没有手电。暗处带一支手电筒',
        },
        decoder: {
          title: '扫码',
          here: '已在本机，断网也能扫',
          none: '还没下载好。连上网重新打开应用',
        },
        position: {
          title: '定位',
          here: '已允许，记录会带上位置',
          unasked: '本小区的记录要带位置，还没允许',
          denied: '没有定位权限，记录不带位置。到浏览器的网站设置里允许',
          act: '允许',
        },
        space: {
          title: '本机空间',
          kept: '还能存 {free}，浏览器不会自动清除',
          loose: '还能存 {free}，空间紧张时浏览器可能自动清除',
          full: '只剩 {free}，放不下一天的照片。清出空间再出发',
        },
        offline: {
          title: '断网打开',
          here: '断网也能重新打开应用',
          none: '断网就打不开。连着网等一会儿，再查一遍',
        },
        data: {
          title: '小区资料',
          here: '已是最新',
          old: '超过 12 小时没有更新。连上网再查一遍',
          none: '还没下载过。连上网再查一遍',
        },
        routes: {
          title: '路线和轮次',
          here: '{n} 条路线',
          none: '没有要巡的路线。连上网再查；仍没有就找主管排路线',
        },
        places: {
          title: '巡查点',
          here: '{n} 处',
          some: '缺 {n} 处。连上网再查一遍',
          none: '一处也没有。连上网再查一遍',
        },
        checklists: {
          title: '检查表',
          here: '{n} 处都有检查表',
          some: '{n} 处没有检查表。连上网再查一遍',
          none: '没有巡查点，也就没有检查表',
        },
        labels: {
          title: '标签',
          here: '{n} 处都有标签',
          some: '{n} 处还没有标签，到时从“选巡查点”进入',
          none: '一张标签也没有。连上网再查；仍没有就找主管打印张贴',
        },
      },
    },
  },
  'zh-Hant': {
    shell: {
      ready: {
        title: '出發前檢查',
        note: '在有網的地方查一遍，斷網也能放心巡',
        checking: '正在檢查',
        ready: '可以出發',
        readyBut: '可以出發，有 {n} 項要留意',
        notReady: '還不能出發，{n} 項沒有通過',
        again: '再查一遍',
        outcomes: { checking: '檢查中', ok: '通過', warn: '留意', bad: '沒有通過' },
        camera: {
          title: '相機',
          here: '畫面正常。標籤看不清就換鏡頭',
          denied: '沒有相機權限。到瀏覽器的網站設置裡允許相機',
          none: '這台設備沒有相機。換一部手機，或帶上掃碼槍',
          busy: '相機被別的應用佔用。關掉那個應用再查',
          insecure: '這個網址不能用相機。換 https 開頭的網址打開',
        },
        torch: {
          title: '手電',
          here: '有手電，太暗時自動打開',
          none: '這個鏡頭沒有手電。暗處帶一支手電筒',
        },
        decoder: {
          title: '掃碼',
          here: '已在本機，斷網也能掃',
          none: '還沒下載好。連上網重新打開應用',
        },
        position: {
          title: '定位',
          here: '已允許，記錄會帶上位置',
          unasked: '本小區的記錄要帶位置，還沒允許',
          denied: '沒有定位權限，記錄不帶位置。到瀏覽器的網站設置裡允許',
          act: '允許',
        },
        space: {
          title: '本機空間',
          kept: '還能存 {free}，瀏覽器不會自動清除',
          loose: '還能存 {free}，空間緊張時瀏覽器可能自動清除',
          full: '只剩 {free}，放不下一天的照片。清出空間再出發',
        },
        offline: {
          title: '斷網打開',
          here: '斷網也能重新打開應用',
          none: '斷網就打不開。連著網等一會兒，再查一遍',
        },
        data: {
          title: '小區資料',
          here: '已是最新',
          old: '超過 12 小時沒有更新。連上網再查一遍',
          none: '還沒下載過。連上網再查一遍',
        },
        routes: {
          title: '路線和輪次',
          here: '{n} 條路線',
          none: '沒有要巡的路線。連上網再查；仍沒有就找主管排路線',
        },
        places: {
          title: '巡查點',
          here: '{n} 處',
          some: '缺 {n} 處。連上網再查一遍',
          none: '一處也沒有。連上網再查一遍',
        },
        checklists: {
          title: '檢查表',
          here: '{n} 處都有檢查表',
          some: '{n} 處沒有檢查表。連上網再查一遍',
          none: '沒有巡查點，也就沒有檢查表',
        },
        labels: {
          title: '標籤',
          here: '{n} 處都有標籤',
          some: '{n} 處還沒有標籤，到時從“選巡查點”進入',
          none: '一張標籤也沒有。連上網再查；仍沒有就找主管打印張貼',
        },
      },
    },
  },
  en: {
    shell: {
      ready: {
        title: 'Check before you go',
        note: 'Do it where there is a network, then walk without one',
        checking: 'Checking',
        ready: 'Ready to go',
        readyBut: 'Ready to go, {n} thing to note | Ready to go, {n} things to note',
        notReady: 'Not ready: {n} check failed | Not ready: {n} checks failed',
        again: 'Check again',
        outcomes: { checking: 'Checking', ok: 'Passed', warn: 'Note', bad: 'Failed' },
        camera: {
          title: 'Camera',
          here: 'There is a picture. Switch cameras if labels look blurred',
          denied: 'Not allowed. Allow the camera in the site settings of the browser',
          none: 'This device has none. Use another phone, or bring a hand scanner',
          busy: 'Another app is using it. Close that app and check again',
          insecure: 'Not at this address. Open it at its https address',
        },
        torch: {
          title: 'Torch',
          here: 'Lights by itself in the dark',
          none: 'This camera has none. Bring a torch for dark places',
        },
        decoder: {
          title: 'Scanner',
          here: 'On this phone; it works offline',
          none: 'Not downloaded yet. Go online and open the app again',
        },
        position: {
          title: 'Position',
          here: 'Allowed; records carry it',
          unasked: 'This estate asks for it; not allowed yet',
          denied: 'Not allowed: records go without. Allow it in the site settings of the browser',
          act: 'Allow',
        },
        space: {
          title: 'Space on this phone',
          kept: '{free} free, kept safe by the browser',
          loose: '{free} free; when space runs short the browser may clear it',
          full: 'Only {free} left, too little for a day of photos. Free some first',
        },
        offline: {
          title: 'Opening offline',
          here: 'The app opens again without a network',
          none: 'It would not open without a network. Stay online a moment and check again',
        },
        data: {
          title: 'Estate data',
          here: 'Up to date',
          old: 'Over 12 hours old. Go online and check again',
          none: 'Never downloaded. Go online and check again',
        },
        routes: {
          title: 'Routes and rounds',
          here: '{n} route | {n} routes',
          none: 'No route to walk. Check again online; if there is still none, ask the supervisor',
        },
        places: {
          title: 'Places',
          here: '{n} place | {n} places',
          some: '{n} is missing. Go online and check again | {n} are missing. Go online and check again',
          none: 'There are none. Go online and check again',
        },
        checklists: {
          title: 'Checklists',
          here: 'For {n} place | For all {n} places',
          some: '{n} place has none. Go online and check again | {n} places have none. Go online and check again',
          none: 'No places, so no checklists',
        },
        labels: {
          title: 'Labels',
          here: 'At {n} place | At all {n} places',
          some: '{n} place has none yet: pick it from the list | {n} places have none yet: pick them from the list',
          none: 'There are none. Check again online; if so still, ask the supervisor to print them',
        },
      },
    },
  },
}
