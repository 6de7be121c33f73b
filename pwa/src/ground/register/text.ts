/** Words of the import of a register. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    refusals: {
      'register.not_a_workbook': '打不开这个文件。另存为 .xlsx 再导入',
      'register.layout_unknown':
        '没有认出表头。第一行写上楼栋、单元、楼层、房号、建筑面积、房屋状态',
    },
  },
  'zh-Hant': {
    refusals: {
      'register.not_a_workbook': '打不開這個文件。另存為 .xlsx 再導入',
      'register.layout_unknown':
        '沒有認出表頭。第一行寫上樓棟、單元、樓層、房號、建築面積、房屋狀態',
    },
  },
  en: {
    refusals: {
      'register.not_a_workbook': 'This file cannot be opened. Save it as .xlsx and import it again',
      'register.layout_unknown':
        'No header was recognised. The first row must name 楼栋, 单元, 楼层, 房号, 建筑面积, 房屋状态',
    },
  },
}
