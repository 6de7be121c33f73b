/** Words of what a register says, and of what the import refuses. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    register: {
      fields: {
        building: '楼栋',
        stairwell: '单元',
        floor: '楼层',
        number: '房号',
        room_path: '楼栋-单元-房号',
        phase: '期、区、组团',
        area: '建筑面积',
        status: '房屋状态',
        received_on: '收楼日期',
        owner: '业主姓名',
        phone: '电话',
        serial: '序号',
        note: '备注',
        ignored: '不用这一列',
        renovating: '装修中',
      },
      why: {
        duplicate_unit: { what: '这套房在前面已有一行', remedy: '一套只留一行，删掉多的' },
        building_missing: { what: '没有写楼栋', remedy: '补上楼栋，合并单元格拆开后每行都填' },
        building_differs: { what: '两处写的楼栋不一样', remedy: '核对楼栋和房号，改成同一栋' },
        stairwell_missing: { what: '没有写单元', remedy: '补上单元；只有一个单元就写 1 单元' },
        stairwell_differs: { what: '两处写的单元不一样', remedy: '核对单元和房号，改成同一单元' },
        unit_number_missing: { what: '没有写房号', remedy: '补上房号，如 1501' },
        room_path_unclear: {
          what: '看不出是哪一套',
          remedy: '写成 3-2-1501，或分成楼栋、单元、房号三列',
        },
        name_too_long: { what: '名称太长', remedy: '楼栋、单元、房号各在 40 字以内' },
        floor_missing: { what: '没有写楼层，房号里也看不出', remedy: '补上楼层，地下写 -1' },
        floor_not_a_number: { what: '楼层不是数字', remedy: '写成数字，地下写 -1' },
        area_not_a_number: { what: '面积不是数字', remedy: '只写数字，单位是平方米；不清楚就留空' },
        state_missing: { what: '没有写房屋状态', remedy: '补上状态，如自住、出租、空置' },
        state_unknown: {
          what: '不认识这种房屋状态',
          remedy: '改成自住、出租、闲置、空置、未入住之一',
        },
        formula_without_value: {
          what: '公式没有算出的值',
          remedy: '用 Excel 打开再保存一次，或粘贴成数值',
        },
        merged_over_data: {
          what: '合并单元格盖住了这一行的数据',
          remedy: '拆开合并单元格，每行各填各的',
        },
        became_a_date: {
          what: '房号被表格软件变成了日期',
          remedy: '把这一列设为文本格式，重新填写',
        },
      },
    },
    refusals: {
      'register.not_a_workbook': '打不开这个文件。另存为 .xlsx 再导入',
      'register.layout_unknown':
        '没有认出表头。第一行写上楼栋、单元、楼层、房号、建筑面积、房屋状态',
      'register.encrypted': '这个文件有密码。去掉密码另存，再导入',
      'register.empty': '文件里没有内容。看看是不是选错了文件',
      'register.macros': '这个文件带宏。另存为不带宏的 .xlsx 再导入',
      'register.html_table': '这是网页存成的 .xls。用 Excel 打开，另存为 .xlsx 再导入',
      'register.too_large': '文件太大。一份在 20 MB 以内，按楼栋分成几份导入',
      'register.unsupported': '这种文件读不了。另存为 .xlsx 或 .csv 再导入',
      'register.not_read': '现在没有可导入的内容：还没读完，或已经导入过。刷新后再看',
      'register.nothing_to_keep': '没有一行能导入。按下面的说明改好表，再选一次文件',
      'register.changed_meanwhile': '读表之后房屋有变动。再读一次，核对后导入',
      'register.busy': '本小区正在导入另一份。等它做完再试',
      'register.file_gone': '文件已清理。再选一次文件',
      'register.interrupted': '服务器中途停了，什么也没有写入。再试一次',
    },
  },
  'zh-Hant': {
    register: {
      fields: {
        building: '樓棟',
        stairwell: '單元',
        floor: '樓層',
        number: '房號',
        room_path: '樓棟-單元-房號',
        phase: '期、區、組團',
        area: '建築面積',
        status: '房屋狀態',
        received_on: '收樓日期',
        owner: '業主姓名',
        phone: '電話',
        serial: '序號',
        note: '備註',
        ignored: '不用這一列',
        renovating: '裝修中',
      },
      why: {
        duplicate_unit: { what: '這套房在前面已有一行', remedy: '一套只留一行，刪掉多的' },
        building_missing: { what: '沒有寫樓棟', remedy: '補上樓棟，合併單元格拆開後每行都填' },
        building_differs: { what: '兩處寫的樓棟不一樣', remedy: '核對樓棟和房號，改成同一棟' },
        stairwell_missing: { what: '沒有寫單元', remedy: '補上單元；只有一個單元就寫 1 單元' },
        stairwell_differs: { what: '兩處寫的單元不一樣', remedy: '核對單元和房號，改成同一單元' },
        unit_number_missing: { what: '沒有寫房號', remedy: '補上房號，如 1501' },
        room_path_unclear: {
          what: '看不出是哪一套',
          remedy: '寫成 3-2-1501，或分成樓棟、單元、房號三列',
        },
        name_too_long: { what: '名稱太長', remedy: '樓棟、單元、房號各在 40 字以內' },
        floor_missing: { what: '沒有寫樓層，房號裡也看不出', remedy: '補上樓層，地下寫 -1' },
        floor_not_a_number: { what: '樓層不是數字', remedy: '寫成數字，地下寫 -1' },
        area_not_a_number: { what: '面積不是數字', remedy: '只寫數字，單位是平方米；不清楚就留空' },
        state_missing: { what: '沒有寫房屋狀態', remedy: '補上狀態，如自住、出租、空置' },
        state_unknown: {
          what: '不認識這種房屋狀態',
          remedy: '改成自住、出租、閒置、空置、未入住之一',
        },
        formula_without_value: {
          what: '公式沒有算出的值',
          remedy: '用 Excel 打開再保存一次，或粘貼成數值',
        },
        merged_over_data: {
          what: '合併單元格蓋住了這一行的數據',
          remedy: '拆開合併單元格，每行各填各的',
        },
        became_a_date: {
          what: '房號被表格軟件變成了日期',
          remedy: '把這一列設為文本格式，重新填寫',
        },
      },
    },
    refusals: {
      'register.not_a_workbook': '打不開這個文件。另存為 .xlsx 再導入',
      'register.layout_unknown':
        '沒有認出表頭。第一行寫上樓棟、單元、樓層、房號、建築面積、房屋狀態',
      'register.encrypted': '這個文件有密碼。去掉密碼另存，再導入',
      'register.empty': '文件裡沒有內容。看看是不是選錯了文件',
      'register.macros': '這個文件帶宏。另存為不帶宏的 .xlsx 再導入',
      'register.html_table': '這是網頁存成的 .xls。用 Excel 打開，另存為 .xlsx 再導入',
      'register.too_large': '文件太大。一份在 20 MB 以內，按樓棟分成幾份導入',
      'register.unsupported': '這種文件讀不了。另存為 .xlsx 或 .csv 再導入',
      'register.not_read': '現在沒有可導入的內容：還沒讀完，或已經導入過。刷新後再看',
      'register.nothing_to_keep': '沒有一行能導入。按下面的說明改好表，再選一次文件',
      'register.changed_meanwhile': '讀表之後房屋有變動。再讀一次，核對後導入',
      'register.busy': '本小區正在導入另一份。等它做完再試',
      'register.file_gone': '文件已清理。再選一次文件',
      'register.interrupted': '服務器中途停了，什麼也沒有寫入。再試一次',
    },
  },
  en: {
    register: {
      fields: {
        building: 'Building',
        stairwell: 'Stairwell',
        floor: 'Floor',
        number: 'Number',
        room_path: 'Building-stairwell-number',
        phase: 'Phase',
        area: 'Area',
        status: 'Status',
        received_on: 'Taken over on',
        owner: 'Owner',
        phone: 'Telephone',
        serial: 'Serial',
        note: 'Remark',
        ignored: 'Leave it out',
        renovating: 'Renovating',
      },
      why: {
        duplicate_unit: {
          what: 'This unit has a row above already',
          remedy: 'Keep one row a unit',
        },
        building_missing: {
          what: 'No building is named',
          remedy: 'Fill in the building on every row',
        },
        building_differs: {
          what: 'Two cells name different buildings',
          remedy: 'Check both and write the same one',
        },
        stairwell_missing: {
          what: 'No stairwell is named',
          remedy: 'Fill it in; where there is only one, write 1 单元',
        },
        stairwell_differs: {
          what: 'Two cells name different stairwells',
          remedy: 'Check both and write the same one',
        },
        unit_number_missing: { what: 'No unit number', remedy: 'Fill it in, such as 1501' },
        room_path_unclear: {
          what: 'It is not clear which unit is meant',
          remedy: 'Write 3-2-1501, or use three columns',
        },
        name_too_long: {
          what: 'The name is too long',
          remedy: 'Keep building, stairwell and number within 40 characters each',
        },
        floor_missing: {
          what: 'No floor, and the number does not tell it',
          remedy: 'Fill it in; below ground write -1',
        },
        floor_not_a_number: {
          what: 'The floor is not a number',
          remedy: 'Write a number; below ground -1',
        },
        area_not_a_number: {
          what: 'The area is not a number',
          remedy: 'Write square metres as a number, or leave it empty',
        },
        state_missing: {
          what: 'No status is given',
          remedy: 'Fill it in, such as 自住, 出租, 空置',
        },
        state_unknown: {
          what: 'This status is not known',
          remedy: 'Use 自住, 出租, 闲置, 空置 or 未入住',
        },
        formula_without_value: {
          what: 'The formula holds no value',
          remedy: 'Open and save the file in Excel, or paste values',
        },
        merged_over_data: {
          what: 'A merged cell lies over the data of this row',
          remedy: 'Unmerge the cells and fill in every row',
        },
        became_a_date: {
          what: 'The spreadsheet made a date of the unit',
          remedy: 'Set the column to text and write it again',
        },
      },
    },
    refusals: {
      'register.not_a_workbook': 'This file cannot be opened. Save it as .xlsx and import it again',
      'register.layout_unknown':
        'No header was recognised. The first row must name 楼栋, 单元, 楼层, 房号, 建筑面积, 房屋状态',
      'register.encrypted': 'This file has a password. Save it without one and import it again',
      'register.empty': 'There is nothing in this file. Check that it is the right one',
      'register.macros':
        'This file holds macros. Save it as .xlsx without them and import it again',
      'register.html_table':
        'This .xls is a web page. Open it in Excel, save it as .xlsx and import it again',
      'register.too_large':
        'This file is too large. Keep it within 20 MB: import it in parts, building by building',
      'register.unsupported':
        'This kind of file cannot be read. Save it as .xlsx or .csv and import it again',
      'register.not_read':
        'There is nothing to import now: it is still being read, or was imported before. Reload and look',
      'register.nothing_to_keep':
        'No row can be imported. Mend the file as said below, then choose it again',
      'register.changed_meanwhile':
        'Units changed since the file was read. Read it again, check, then import',
      'register.busy': 'Another import of this estate is under way. Try again once it is done',
      'register.file_gone': 'The file was tidied away. Choose it again',
      'register.interrupted': 'The server stopped half-way and nothing was written. Try again',
    },
  },
}
