/** Words of the tags on key sets. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    keys: {
      tags: {
        title: '打印钥匙牌',
        link: '钥匙牌',
        sum: '共 {n} 套，{bare} 套没有牌',
        bare: '选没有牌的',
        none: '都不选',
        has: '有牌',
        without: '没有牌',
        print: '打印 {n} 块',
        blank: '扫一块空白牌',
        one: '打印钥匙牌',
        most: '一次最多 {n} 块。分几次打印',
        note: '25 毫米小牌，只印编码，不印房号和姓名',
        file: '钥匙牌.pdf',
      },
    },
  },
  'zh-Hant': {
    keys: {
      tags: {
        title: '打印鑰匙牌',
        link: '鑰匙牌',
        sum: '共 {n} 套，{bare} 套沒有牌',
        bare: '選沒有牌的',
        none: '都不選',
        has: '有牌',
        without: '沒有牌',
        print: '打印 {n} 塊',
        blank: '掃一塊空白牌',
        one: '打印鑰匙牌',
        most: '一次最多 {n} 塊。分幾次打印',
        note: '25 毫米小牌，只印編碼，不印房號和姓名',
        file: '鑰匙牌.pdf',
      },
    },
  },
  en: {
    keys: {
      tags: {
        title: 'Print key tags',
        link: 'Tags',
        sum: '{n} sets, {bare} without a tag',
        bare: 'Those without a tag',
        none: 'None',
        has: 'has a tag',
        without: 'no tag',
        print: 'Print {n}',
        blank: 'Scan a blank tag',
        one: 'Print the tag',
        most: 'At most {n} at a time',
        note: '25 mm tags with nothing but a code',
        file: 'key-tags.pdf',
      },
    },
  },
}
