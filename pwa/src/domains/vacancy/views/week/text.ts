/** Words of the week’s list and its scanner. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    vacancy: {
      ways: '空置房的其他页',
      week: {
        title: '本周空置房',
        sum: '已查 {done} / {all}',
        until: '{day}前查完',
        none: '没有要查的空置房',
        noneNote: '房屋台账里的空置房、未入住会列在这里',
        allDone: '这一周都查完了',
        toDo: '要查 {n} 户',
        done: '查过 {n} 户',
      },
      keys: {
        title: '要取的钥匙',
        fetch: '先取 {n} 套钥匙',
        allHere: '要用的 {n} 套钥匙都在手上',
        mine: '另有 {n} 套已在手上',
        withOther: '{unit} 的钥匙 {keyNo} 在{name}那里',
        without: '{unit} 没有登记钥匙',
        lend: '借出 {n} 套',
      },
      turns: {
        off: '不用查',
        done: '已查',
        airing: '再通风一次',
        due: '待查',
        missed: '上周漏查',
        doing: '检查中',
      },
      scan: {
        open: '扫房号标签',
        title: '扫房号标签',
        troubles: {
          unknown: '这台手机不认识这个标签。联网同步后再扫',
          revoked: '标签已作废。扫墙上新标签，或输入编码',
          elsewhere: '这是别的项目的标签。切换项目后再扫',
          not_a_unit: '这不是房号标签。扫户门上的标签',
          not_vacant: '这一户不在空置房里，不用查。状态不对就到房屋台账改',
        },
      },
    },
  },
  'zh-Hant': {
    vacancy: {
      ways: '空置房的其他頁',
      week: {
        title: '本週空置房',
        sum: '已查 {done} / {all}',
        until: '{day}前查完',
        none: '沒有要查的空置房',
        noneNote: '房屋台賬裡的空置房、未入住會列在這裡',
        allDone: '這一週都查完了',
        toDo: '要查 {n} 戶',
        done: '查過 {n} 戶',
      },
      keys: {
        title: '要取的鑰匙',
        fetch: '先取 {n} 套鑰匙',
        allHere: '要用的 {n} 套鑰匙都在手上',
        mine: '另有 {n} 套已在手上',
        withOther: '{unit} 的鑰匙 {keyNo} 在{name}那裡',
        without: '{unit} 沒有登記鑰匙',
        lend: '借出 {n} 套',
      },
      turns: {
        off: '不用查',
        done: '已查',
        airing: '再通風一次',
        due: '待查',
        missed: '上週漏查',
        doing: '檢查中',
      },
      scan: {
        open: '掃房號標籤',
        title: '掃房號標籤',
        troubles: {
          unknown: '這台手機不認識這個標籤。聯網同步後再掃',
          revoked: '標籤已作廢。掃牆上新標籤，或輸入編碼',
          elsewhere: '這是別的專案的標籤。切換專案後再掃',
          not_a_unit: '這不是房號標籤。掃戶門上的標籤',
          not_vacant: '這一戶不在空置房裡，不用查。狀態不對就到房屋台賬改',
        },
      },
    },
  },
  en: {
    vacancy: {
      ways: 'Other pages of vacant units',
      week: {
        title: 'Vacant units this week',
        sum: '{done} of {all} checked',
        until: 'by {day}',
        none: 'No vacant units to check',
        noneNote: 'Units that the register says are vacant or not moved in stand here',
        allDone: 'All checked for this week',
        toDo: '{n} unit to check | {n} units to check',
        done: '{n} unit checked | {n} units checked',
      },
      keys: {
        title: 'Keys to fetch',
        fetch: 'Fetch {n} set of keys first | Fetch {n} sets of keys first',
        allHere: 'All {n} sets needed are in your hands',
        mine: '{n} more in your hands already',
        withOther: '{name} has {keyNo}, the keys of {unit}',
        without: 'No keys registered for {unit}',
        lend: 'Borrow {n} set | Borrow {n} sets',
      },
      turns: {
        off: 'Not visited',
        done: 'Checked',
        airing: 'Air once more',
        due: 'To check',
        missed: 'Missed last week',
        doing: 'Under way',
      },
      scan: {
        open: 'Scan a unit tag',
        title: 'Scan the unit’s tag',
        troubles: {
          unknown: 'This phone does not know the tag. Sync and scan again',
          revoked: 'This tag was replaced. Scan the new one, or type its code',
          elsewhere: 'This tag is of another estate. Change the estate first',
          not_a_unit: 'This is no unit tag. Scan the one at the unit’s door',
          not_vacant:
            'This unit is not vacant: nothing to check. If that is wrong, change its status in the register',
        },
      },
    },
  },
}
