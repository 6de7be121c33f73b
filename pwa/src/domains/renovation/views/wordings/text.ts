/** Words of the page on which an estate words its papers. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    renovation: {
      wordings: {
        title: '装修表格文字',
        note: '这些文字印在装修的各种表格上。大括号里的名称打印时自动填写，可以移动，不要改写。',
        names: '自动填写：{names}',
        unknown: '填不出：{names}。打印时会是一条横线',
        own: '已改',
        restore: '恢复原文',
        save: '保存文字',
        saved: '已保存，以后打印按新文字',
      },
    },
  },
  'zh-Hant': {
    renovation: {
      wordings: {
        title: '裝修表格文字',
        note: '這些文字印在裝修的各種表格上。大括號裡的名稱打印時自動填寫，可以移動，不要改寫。',
        names: '自動填寫：{names}',
        unknown: '填不出：{names}。打印時會是一條橫線',
        own: '已改',
        restore: '恢復原文',
        save: '保存文字',
        saved: '已保存，以後打印按新文字',
      },
    },
  },
  en: {
    renovation: {
      wordings: {
        title: 'Wording of papers',
        note: 'This is printed on the papers of renovations. Names in braces are filled in: move them, but leave them as they are.',
        names: 'Filled in: {names}',
        unknown: 'Cannot be filled in: {names}. A dash is printed instead',
        own: 'Changed',
        restore: 'Restore',
        save: 'Save the wording',
        saved: 'Saved; papers are printed so from now on',
      },
    },
  },
}
