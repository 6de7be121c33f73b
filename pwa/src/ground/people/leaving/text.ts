/** Words of leaving an estate; only the office reads them. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    people: {
      leaving: {
        act: '办理离职',
        left: '已离职',
        holds: '名下还有 {n} 项没交接',
        holdsNone: '名下没有借出的钥匙和路线',
        despite: '没交接也先办理：钥匙继续催还，路线另派人',
        day: '离职日期',
        reason: '离职原因',
        reasonHint: '例如：合同到期，6 月 30 日交接完毕',
        lead: '办理后，{name}在所有设备上退出登录，工牌停用；手机里没上传的记录仍会收下',
        by: '经办人',
        held: '没交接',
        back: '恢复任职',
        backLead: '恢复后岗位不变，用原来的账号登录，原工牌可继续用',
      },
    },
    refusals: {
      'people.leaves_later': '离职日期还没到。到了那天再办，或改成今天',
      'people.last_manager': '本小区没有别的经理了。先让接任的人到岗，再办离职',
      'people.still_holds': '名下还有没交接的：{things}。先收回，或勾选先办理',
    },
  },
  'zh-Hant': {
    people: {
      leaving: {
        act: '辦理離職',
        left: '已離職',
        holds: '名下還有 {n} 項沒交接',
        holdsNone: '名下沒有借出的鑰匙和路線',
        despite: '沒交接也先辦理：鑰匙繼續催還，路線另派人',
        day: '離職日期',
        reason: '離職原因',
        reasonHint: '例如：合同到期，6 月 30 日交接完畢',
        lead: '辦理後，{name}在所有設備上退出登錄，工牌停用；手機裡沒上傳的記錄仍會收下',
        by: '經辦人',
        held: '沒交接',
        back: '恢復任職',
        backLead: '恢復後崗位不變，用原來的賬號登錄，原工牌可繼續用',
      },
    },
    refusals: {
      'people.leaves_later': '離職日期還沒到。到了那天再辦，或改成今天',
      'people.last_manager': '本小區沒有別的經理了。先讓接任的人到崗，再辦離職',
      'people.still_holds': '名下還有沒交接的：{things}。先收回，或勾選先辦理',
    },
  },
  en: {
    people: {
      leaving: {
        act: 'End their part',
        left: 'Left',
        holds: '{n} thing is still in their name | {n} things are still in their name',
        holdsNone: 'No keys on loan and no routes in their name',
        despite: 'End it all the same: keys are chased on, routes given to others',
        day: 'Last day',
        reason: 'Reason',
        reasonHint: 'e.g. contract over, all handed over on 30 June',
        lead: '{name} is signed out on every device and the badge counts no longer; unsent records are still taken in',
        by: 'By',
        held: 'Not handed over',
        back: 'Let them come back',
        backLead: 'They have the same role again, sign in as before, and the badge counts again',
      },
    },
    refusals: {
      'people.leaves_later': 'The last day has not come yet. Wait for it, or choose today',
      'people.last_manager': 'Nobody else manages this estate. Let a successor start first',
      'people.still_holds':
        'Still in their name: {things}. Take it back first, or tick to end it all the same',
    },
  },
}
