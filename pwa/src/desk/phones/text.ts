/** Words of phones that are out, and of giving one up. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    desk: {
      phonesOut: '{n} 部手机可能还有记录',
      stillOut: '可能还有记录的手机 {n} 部',
      stillOutNote: '联系上并传完之前，没到的点不算漏巡',
      otherPhones: '其他手机',
      giveUp: '注销',
      writtenOff: '{who}已注销：{reason}',
      writeOffNote: '确实找不回来才注销。没到的点会改记漏巡；手机之后又传到，仍会收下并改回来',
      writeOffReason: '怎么回事',
      writeOffHint: '会记入登记簿，至少 2 个字',
    },
    refusals: { 'people.unknown_device': '本小区没有这部手机。返回刷新再看' },
  },
  'zh-Hant': {
    desk: {
      phonesOut: '{n} 部手機可能還有記錄',
      stillOut: '可能還有記錄的手機 {n} 部',
      stillOutNote: '聯繫上並傳完之前，沒到的點不算漏巡',
      otherPhones: '其他手機',
      giveUp: '註銷',
      writtenOff: '{who}已註銷：{reason}',
      writeOffNote: '確實找不回來才註銷。沒到的點會改記漏巡；手機之後又傳到，仍會收下並改回來',
      writeOffReason: '怎麼回事',
      writeOffHint: '會記入登記簿，至少 2 個字',
    },
    refusals: { 'people.unknown_device': '本小區沒有這部手機。返回刷新再看' },
  },
  en: {
    desk: {
      phonesOut: '{n} phone may hold visits | {n} phones may hold visits',
      stillOut: 'May still hold visits: {n}',
      stillOutNote: 'Until they are heard of and empty, places that did not arrive are not missed',
      otherPhones: 'Other phones',
      giveUp: 'Give up',
      writtenOff: 'Given up by {who}: {reason}',
      writeOffNote:
        'Only when it cannot be found. What did not arrive counts as missed; should it come later, it is taken in and put right',
      writeOffReason: 'What became of it',
      writeOffHint: 'Goes into the book; at least 2 characters',
    },
    refusals: { 'people.unknown_device': 'This estate has no such phone. Go back and look again' },
  },
}
