/** Words of the page that the code on a printed form leads to. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    check: {
      title: '核对打印件',
      same: '与登记簿一致',
      older: '打印后登记簿有新增',
      differs: '与登记簿不一致',
      purged: '保存期满，记录已销毁',
      broken: '登记簿被改动过',
      sameNote: '纸上的内容就是登记簿现在的内容',
      olderNote: '纸上的内容当时与登记簿一致，之后又登记了第 {n} 号。需要最新内容请重新打印',
      differsNote: '纸上的校验码对不上这个编号。请看登记簿里的原记录，并告诉经理',
      purgedNote: '编号仍保留，内容已按保存期规定销毁',
      brokenNote: '第 {n} 号与校验链不符。请告诉经理和系统管理员',
      notFound: '本小区没有这个编号',
      entries: '登记簿第 {n} 号',
      hash: '校验码',
    },
  },
  'zh-Hant': {
    check: {
      title: '核對打印件',
      same: '與登記簿一致',
      older: '打印後登記簿有新增',
      differs: '與登記簿不一致',
      purged: '保存期滿，記錄已銷毀',
      broken: '登記簿被改動過',
      sameNote: '紙上的內容就是登記簿現在的內容',
      olderNote: '紙上的內容當時與登記簿一致，之後又登記了第 {n} 號。需要最新內容請重新打印',
      differsNote: '紙上的校驗碼對不上這個編號。請看登記簿裡的原記錄，並告訴經理',
      purgedNote: '編號仍保留，內容已按保存期規定銷毀',
      brokenNote: '第 {n} 號與校驗鏈不符。請告訴經理和系統管理員',
      notFound: '本小區沒有這個編號',
      entries: '登記簿第 {n} 號',
      hash: '校驗碼',
    },
  },
  en: {
    check: {
      title: 'Check a paper',
      same: 'It is what the logbook says',
      older: 'More was entered after it was printed',
      differs: 'It is not what the logbook says',
      purged: 'Its time is over, the record is destroyed',
      broken: 'The logbook was tampered with',
      sameNote: 'What stands on the paper is what stands in the logbook now',
      olderNote:
        'It was right when it was printed; entries {n} came later. Print it again for the newest',
      differsNote:
        'The hash on the paper is not of this number. Look at the record, and tell the manager',
      purgedNote: 'The number stays; what it said was destroyed when its time was over',
      brokenNote: 'Entries {n} do not fit the chain. Tell the manager and the administrator',
      notFound: 'This estate has no such number',
      entries: 'Logbook entries {n}',
      hash: 'Hash',
    },
  },
}
