/** Words of the labels page: routes, prints, revoking. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    labels: {
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
      warned: '打印前看一下',
      warnings: {
        no_https: '网址不是 https：用系统相机或微信扫开后，断网打不开。请管理员换成 https 再打印',
        host_long: '网址较长，码点更密，要走近才扫得到。请管理员换短一点的网址',
        host_private:
          '网址只在内网能打开：不连内网时，系统相机和微信扫了没有内容。在巡管家里扫不受影响',
      },
      file: '标签 {route}.pdf',
      revoke: {
        title: '作废这张标签',
        note: '{place} · {code}。马上作废，撤不回来；之后给这一处换新标签',
        why: '为什么作废',
        kinds: { damaged: '破损', lost: '丢失', copied: '被翻拍复制' },
        reason: '说明',
        reasonHint: '看到了什么，例如：二维码刮花，扫不出来',
        reasonMissing: '还没写说明。写上看到了什么，至少 2 个字',
        act: '作废标签',
      },
    },
    refusals: {
      'labels.nothing_to_print': '这条路线的标签都已张贴。要换新就选“全部换新”',
    },
  },
  'zh-Hant': {
    labels: {
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
      warned: '打印前看一下',
      warnings: {
        no_https: '網址不是 https：用系統相機或微信掃開後，斷網打不開。請管理員換成 https 再打印',
        host_long: '網址較長，碼點更密，要走近才掃得到。請管理員換短一點的網址',
        host_private:
          '網址只在內網能打開：不連內網時，系統相機和微信掃了沒有內容。在巡管家裡掃不受影響',
      },
      file: '標籤 {route}.pdf',
      revoke: {
        title: '作廢這張標籤',
        note: '{place} · {code}。馬上作廢，撤不回來；之後給這一處換新標籤',
        why: '為什麼作廢',
        kinds: { damaged: '破損', lost: '丟失', copied: '被翻拍複製' },
        reason: '說明',
        reasonHint: '看到了什麼，例如：二維碼刮花，掃不出來',
        reasonMissing: '還沒寫說明。寫上看到了什麼，至少 2 個字',
        act: '作廢標籤',
      },
    },
    refusals: {
      'labels.nothing_to_print': '這條路線的標籤都已張貼。要換新就選“全部換新”',
    },
  },
  en: {
    labels: {
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
      warned: 'Before you print',
      warnings: {
        no_https:
          'The address is not https: opened with the phone’s own camera, it does not work offline. Ask the administrator for an https address first',
        host_long:
          'The address is long, so the codes are finer and read only from close by. Ask the administrator for a shorter one',
        host_private:
          'The address opens only inside the office network: elsewhere the phone’s own camera finds nothing. Scanning in the app works all the same',
      },
      file: 'Labels {route}.pdf',
      revoke: {
        title: 'Revoke this label',
        note: '{place} · {code}. It ends at once and for good; then the place needs a new label',
        why: 'Why?',
        kinds: { damaged: 'Damaged', lost: 'Lost', copied: 'Copied' },
        reason: 'In words',
        reasonHint: 'What was seen, for instance: scratched, cannot be scanned',
        reasonMissing: 'No reason yet. Write what was seen',
        act: 'Revoke the label',
      },
    },
    refusals: {
      'labels.nothing_to_print':
        'All labels of this route hang already. To replace them choose “Replace all”',
    },
  },
}
