/** Words of label mode. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    labels: {
      states: { hung: '已张贴', printed: '待张贴', replace: '待换新', none: '没有标签' },
      hang: {
        title: '张贴标签',
        next: '下一处',
        allHung: '这条路线都贴好了',
        progressSaid: '已贴 {done} 处，共 {all} 处',
        replace: '换新：贴上扫过，旧标签就作废',
        none: '没有打印好的标签。有空白标签就贴上扫一下',
        skip: '先跳过',
        left: '还剩 {n} 处',
        otherRoute: '换路线',
        otherPlace: '贴在别处',
        chooseRoute: '走哪条路线',
        noRoutes: '等主管排好路线，连上网更新后再来',
        read: '已认出标签',
        take: '登记这张标签',
        again: '再扫一次',
        last: '刚贴好 {place}',
        report: '标签有问题',
        told: { hung: '已张贴', hangs: '这张已经贴好了' },
        elsewhere: {
          title: '这是 {place} 的标签',
          note: '人在那里就贴上；不在就换一张来扫',
          noteNext: '轮到的是 {next}。人在标签写的那一处就贴上；不在就换一张来扫',
          yes: '就在 {place}，张贴',
        },
        blank: {
          title: '空白标签',
          note: '贴牢再登记。编码 {code} 以后就归这一处',
          yes: '贴在 {place}',
        },
        blankNowhere: '这条路线都贴好了。换条路线，或选一处再扫',
        revoked: {
          title: '这张标签已作废',
          note: '编码 {code} 不再有效。撕掉，换新标签贴上再扫',
        },
        unknown: {
          title: '本机没有这张标签',
          note: '编码 {code} 可能刚打印，正在更新。稍等再扫；没有网络就先贴别的',
        },
        estate: {
          title: '这是别的小区的标签',
          note: '编码 {code} 不属于本小区。在“我的”里换小区再贴',
        },
        not_a_place: {
          title: '不是巡查点的标签',
          note: '这是钥匙牌或房门的标签，这里只登记巡查点的标签',
        },
        closed: {
          title: '这一处已停用',
          note: '{place} 不在巡查点里了，标签不用贴',
        },
      },
    },
  },
  'zh-Hant': {
    labels: {
      states: { hung: '已張貼', printed: '待張貼', replace: '待換新', none: '沒有標籤' },
      hang: {
        title: '張貼標籤',
        next: '下一處',
        allHung: '這條路線都貼好了',
        progressSaid: '已貼 {done} 處，共 {all} 處',
        replace: '換新：貼上掃過，舊標籤就作廢',
        none: '沒有打印好的標籤。有空白標籤就貼上掃一下',
        skip: '先跳過',
        left: '還剩 {n} 處',
        otherRoute: '換路線',
        otherPlace: '貼在別處',
        chooseRoute: '走哪條路線',
        noRoutes: '等主管排好路線，連上網更新後再來',
        read: '已認出標籤',
        take: '登記這張標籤',
        again: '再掃一次',
        last: '剛貼好 {place}',
        report: '標籤有問題',
        told: { hung: '已張貼', hangs: '這張已經貼好了' },
        elsewhere: {
          title: '這是 {place} 的標籤',
          note: '人在那裡就貼上；不在就換一張來掃',
          noteNext: '輪到的是 {next}。人在標籤寫的那一處就貼上；不在就換一張來掃',
          yes: '就在 {place}，張貼',
        },
        blank: {
          title: '空白標籤',
          note: '貼牢再登記。編碼 {code} 以後就歸這一處',
          yes: '貼在 {place}',
        },
        blankNowhere: '這條路線都貼好了。換條路線，或選一處再掃',
        revoked: {
          title: '這張標籤已作廢',
          note: '編碼 {code} 不再有效。撕掉，換新標籤貼上再掃',
        },
        unknown: {
          title: '本機沒有這張標籤',
          note: '編碼 {code} 可能剛打印，正在更新。稍等再掃；沒有網絡就先貼別的',
        },
        estate: {
          title: '這是別的小區的標籤',
          note: '編碼 {code} 不屬於本小區。在“我的”裡換小區再貼',
        },
        not_a_place: {
          title: '不是巡查點的標籤',
          note: '這是鑰匙牌或房門的標籤，這裡只登記巡查點的標籤',
        },
        closed: {
          title: '這一處已停用',
          note: '{place} 不在巡查點裡了，標籤不用貼',
        },
      },
    },
  },
  en: {
    labels: {
      states: { hung: 'Hung', printed: 'To hang', replace: 'To replace', none: 'No label' },
      hang: {
        title: 'Hang labels',
        next: 'Next place',
        allHung: 'All labels of this route hang',
        progressSaid: '{done} of {all} hung',
        replace: 'A replacement: once hung and scanned, the old label ends',
        none: 'No label was printed. Hang a blank one and scan it',
        skip: 'Skip for now',
        left: '{n} place left | {n} places left',
        otherRoute: 'Another route',
        otherPlace: 'Hang it elsewhere',
        chooseRoute: 'Which route?',
        noRoutes: 'Once the supervisor has laid out the routes, go online and come back',
        read: 'Label read',
        take: 'Enter this label',
        again: 'Scan again',
        last: 'Just hung: {place}',
        report: 'Something wrong',
        told: { hung: 'Hung', hangs: 'Hangs already' },
        elsewhere: {
          title: 'The label of {place}',
          note: 'If you are there, hang it; if not, scan another label',
          noteNext:
            'Next is {next}. If you are where the label says, hang it; if not, scan another',
          yes: 'I am at {place}: hang it',
        },
        blank: {
          title: 'A blank label',
          note: 'Stick it on first. From now on {code} belongs to this place',
          yes: 'Hang it at {place}',
        },
        blankNowhere:
          'All labels of this route hang. Choose another route, or pick a place and scan',
        revoked: {
          title: 'This label is void',
          note: '{code} no longer counts. Tear it off, hang a new one and scan that',
        },
        unknown: {
          title: 'This label is not known here',
          note: '{code} may be just printed; looking for it now. Scan again in a moment, or go on with others',
        },
        estate: {
          title: 'A label of another estate',
          note: '{code} is not of this estate. Change the estate under “Me” first',
        },
        not_a_place: {
          title: 'Not the label of a place',
          note: 'It belongs to a key or a unit; only labels of places are entered here',
        },
        closed: {
          title: 'This place is no longer visited',
          note: '{place} is off the list and needs no label',
        },
      },
    },
  },
}
