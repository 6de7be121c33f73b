/** Words of places, routes and the labels that hang there. */
import type { RoomText } from '@/core/domain'

export const text: RoomText = {
  'zh-Hans': {
    places: {
      labels: {
        title: '标签',
        none: '还没有巡查路线',
        noneNote: '先导入房号表，系统会按楼栋排出路线',
        all: '已全部张贴',
        left: '差 {n} 处',
        active: '已张贴 {n}',
        printed: '已打印未张贴 {n}',
        missing: '未打印 {n}',
        print: '打印标签',
        paper: 'A4 不干胶纸，3 列 × 8 行。打印时选“实际大小”，不要缩放',
        printUnhung: '下载未张贴的 {n} 张',
        reprint: '全部换新，共 {n} 张',
        reprintNote: '新标签贴上并扫过后，旧标签才作废',
        file: '标签 {route}.pdf',
      },
    },
    refusals: {
      'labels.nothing_to_print': '这条路线的标签都已张贴。要换新就选“全部换新”',
    },
  },
  'zh-Hant': {
    places: {
      labels: {
        title: '標籤',
        none: '還沒有巡查路線',
        noneNote: '先導入房號表，系統會按樓棟排出路線',
        all: '已全部張貼',
        left: '差 {n} 處',
        active: '已張貼 {n}',
        printed: '已打印未張貼 {n}',
        missing: '未打印 {n}',
        print: '打印標籤',
        paper: 'A4 不乾膠紙，3 列 × 8 行。打印時選“實際大小”，不要縮放',
        printUnhung: '下載未張貼的 {n} 張',
        reprint: '全部換新，共 {n} 張',
        reprintNote: '新標籤貼上並掃過後，舊標籤才作廢',
        file: '標籤 {route}.pdf',
      },
    },
    refusals: {
      'labels.nothing_to_print': '這條路線的標籤都已張貼。要換新就選“全部換新”',
    },
  },
  en: {
    places: {
      labels: {
        title: 'Labels',
        none: 'There are no routes yet',
        noneNote: 'Import the register first; routes are proposed building by building',
        all: 'All hung',
        left: '{n} to hang',
        active: '{n} hung',
        printed: '{n} printed, not hung',
        missing: '{n} not printed',
        print: 'Print labels',
        paper: 'A4 label paper, 3 × 8. Print at actual size, without scaling',
        printUnhung: 'Download the label not hung yet | Download the {n} labels not hung yet',
        reprint: 'Replace the label | Replace all {n} labels',
        reprintNote: 'An old label ends only once the new one hangs and was scanned',
        file: 'Labels {route}.pdf',
      },
    },
    refusals: {
      'labels.nothing_to_print':
        'All labels of this route hang already. To replace them choose “Replace all”',
    },
  },
}
