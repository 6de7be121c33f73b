/** Words of a list of units from a workbook. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    vacancy: {
      unitList: {
        title: '导入空置房资料',
        link: '从 Excel 导入',
        lead: '选办公室的空置房清单，或填好再传回的登记表。先逐行看结果，确认后才登记；空着的格不改原来的',
        columns:
          '要有“房号”一列；认得开发商、户型、装修标准、西晒房间、电器、竣工日期、接管日期、入住通知日期、备注',
        choose: '选文件',
        reading: '正在看 {name}',
        sum: '可登记 {good} 户，不能登记 {refused} 行',
        unread: '没有用到的列：{heads}',
        row: '第 {n} 行',
        can: '可登记',
        not: '不能登记',
        same: '没有变化',
        keep: '登记这 {n} 户',
        kept: '已登记 {n} 户，正在上传',
        on: '去本周空置房',
        why: {
          no_place: '没写房号。补上',
          unit_unknown: '台账里没有这个房号。写全楼栋、单元、房号',
          unit_ambiguous: '不止一户这样写。写全楼栋、单元、房号',
          unit_twice: '表里前面已有这一户。只留一行',
          finish_unknown: '装修标准写毛坯或精装修',
          bad_day: '日期看不懂。写成 2026-11-23',
          too_long: '有一格太长。写短些',
          unchanged: '和登记的一样，不用再登记',
        },
      },
    },
  },
  'zh-Hant': {
    vacancy: {
      unitList: {
        title: '導入空置房資料',
        link: '從 Excel 導入',
        lead: '選辦公室的空置房清單，或填好再傳回的登記表。先逐行看結果，確認後才登記；空著的格不改原來的',
        columns:
          '要有“房號”一列；認得開發商、戶型、裝修標準、西曬房間、電器、竣工日期、接管日期、入住通知日期、備註',
        choose: '選文件',
        reading: '正在看 {name}',
        sum: '可登記 {good} 戶，不能登記 {refused} 行',
        unread: '沒有用到的列：{heads}',
        row: '第 {n} 行',
        can: '可登記',
        not: '不能登記',
        same: '沒有變化',
        keep: '登記這 {n} 戶',
        kept: '已登記 {n} 戶，正在上傳',
        on: '去本週空置房',
        why: {
          no_place: '沒寫房號。補上',
          unit_unknown: '台賬裡沒有這個房號。寫全樓棟、單元、房號',
          unit_ambiguous: '不止一戶這樣寫。寫全樓棟、單元、房號',
          unit_twice: '表裡前面已有這一戶。只留一行',
          finish_unknown: '裝修標準寫毛坯或精裝修',
          bad_day: '日期看不懂。寫成 2026-11-23',
          too_long: '有一格太長。寫短些',
          unchanged: '和登記的一樣，不用再登記',
        },
      },
    },
  },
  en: {
    vacancy: {
      unitList: {
        title: 'Units from a workbook',
        link: 'Import from Excel',
        lead: 'Choose the office’s list of vacant units, or the register filled in. Nothing is kept before you have looked at it; an empty cell changes nothing',
        columns:
          'It needs a column “Unit”; developer, layout, finish, west rooms, appliances, completed, taken over, note are read too',
        choose: 'Choose file',
        reading: 'Reading {name}',
        sum: '{good} can be kept, {refused} rows cannot',
        unread: 'Columns not used: {heads}',
        row: 'Row {n}',
        can: 'Can be kept',
        not: 'Cannot',
        same: 'No change',
        keep: 'Keep {n} unit | Keep {n} units',
        kept: '{n} kept, being sent',
        on: 'To this week’s units',
        why: {
          no_place: 'No unit. Add it',
          unit_unknown: 'Not in the register. Write building, stairwell and number',
          unit_ambiguous: 'Several units are written so. Write building, stairwell and number',
          unit_twice: 'The unit stands further up already. Leave one row',
          finish_unknown: 'Write bare or fine',
          bad_day: 'Not a date. Write 2026-11-23',
          too_long: 'A cell is too long. Shorten it',
          unchanged: 'Known already; nothing to keep',
        },
      },
    },
  },
}
