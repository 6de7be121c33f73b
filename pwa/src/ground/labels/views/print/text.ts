/** Words of printing labels. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    labels: {
      print: '打印标签',
      what: { label: '打印什么', unhung: '没贴的', reprint: '全部换新', blank: '空白标签' },
      whatNotes: {
        unhung: '打印过没贴的用原来的编码，没打印过的做新编码',
        reprint: '每处做一张新标签。新标签贴上扫过，旧标签才作废',
        blank: '不写地点，带到现场贴好再扫，当场归到那一处',
      },
      allRoutes: '全部路线',
      blankCount: '张数',
      blankWrong: '填 1 到 {most} 之间的数',
      paper: '用什么纸',
      papers: {
        'a4-3x8': 'A4 不干胶 3 列 × 8 行',
        'a4-2x4': 'A4 不干胶 2 列 × 4 行',
        'roll-50': '50 毫米卷纸',
        'roll-30': '30 毫米卷纸',
        'tag-25': '25 毫米钥匙牌',
      },
      paperNotes: {
        'a4-3x8': '每张 70 × 37 毫米，一步外能扫',
        'a4-2x4': '每张 105 × 74 毫米，隔着过道能扫',
        'roll-50': '标签打印机，一张一贴',
        'roll-30': '地方窄的用，要走近扫',
        'tag-25': '只印编码，不写地点',
      },
      scale: '打印时选“实际大小”，不要缩放',
      printCount: '打印 {n} 张',
      nothingLeft: '都贴好了，没有要打印的',
      jobs: '打印任务',
      olderJobs: '更早的 {n} 次打印',
      job: {
        title: '{n} 张标签',
        waiting: '排队中',
        drawing: '已排好 {done} / {of} 张',
        failed: '没有排出来。再打印一次；还不行，把这一条告诉管理员',
        download: '下载 PDF',
        part: '下载第 {part} 份，{n} 张',
      },
      warnings: {
        no_https: '网址不是 https：用系统相机或微信扫开后，断网打不开。请管理员换成 https 再打印',
        host_long: '网址较长，码点更密，要走近才扫得到。请管理员换短一点的网址',
        host_private:
          '网址只在内网能打开：不连内网时，系统相机和微信扫了没有内容。在巡管家里扫不受影响',
        modules_small:
          '网址太长，这种纸上的码点不到 0.5 毫米，很难扫。换大一点的纸，或换短一点的网址',
      },
    },
    refusals: {
      'labels.too_many': '一次太多，超过 {most} 张。改用打印任务，或分几次打',
      'labels.nothing_to_print': '这些路线的标签都已张贴。要换新就选“全部换新”',
    },
  },
  'zh-Hant': {
    labels: {
      print: '打印標籤',
      what: { label: '打印什麼', unhung: '沒貼的', reprint: '全部換新', blank: '空白標籤' },
      whatNotes: {
        unhung: '打印過沒貼的用原來的編碼，沒打印過的做新編碼',
        reprint: '每處做一張新標籤。新標籤貼上掃過，舊標籤才作廢',
        blank: '不寫地點，帶到現場貼好再掃，當場歸到那一處',
      },
      allRoutes: '全部路線',
      blankCount: '張數',
      blankWrong: '填 1 到 {most} 之間的數',
      paper: '用什麼紙',
      papers: {
        'a4-3x8': 'A4 不乾膠 3 列 × 8 行',
        'a4-2x4': 'A4 不乾膠 2 列 × 4 行',
        'roll-50': '50 毫米捲紙',
        'roll-30': '30 毫米捲紙',
        'tag-25': '25 毫米鑰匙牌',
      },
      paperNotes: {
        'a4-3x8': '每張 70 × 37 毫米，一步外能掃',
        'a4-2x4': '每張 105 × 74 毫米，隔著過道能掃',
        'roll-50': '標籤打印機，一張一貼',
        'roll-30': '地方窄的用，要走近掃',
        'tag-25': '只印編碼，不寫地點',
      },
      scale: '打印時選“實際大小”，不要縮放',
      printCount: '打印 {n} 張',
      nothingLeft: '都貼好了，沒有要打印的',
      jobs: '打印任務',
      olderJobs: '更早的 {n} 次打印',
      job: {
        title: '{n} 張標籤',
        waiting: '排隊中',
        drawing: '已排好 {done} / {of} 張',
        failed: '沒有排出來。再打印一次；還不行，把這一條告訴管理員',
        download: '下載 PDF',
        part: '下載第 {part} 份，{n} 張',
      },
      warnings: {
        no_https: '網址不是 https：用系統相機或微信掃開後，斷網打不開。請管理員換成 https 再打印',
        host_long: '網址較長，碼點更密，要走近才掃得到。請管理員換短一點的網址',
        host_private:
          '網址只在內網能打開：不連內網時，系統相機和微信掃了沒有內容。在巡管家裡掃不受影響',
        modules_small:
          '網址太長，這種紙上的碼點不到 0.5 毫米，很難掃。換大一點的紙，或換短一點的網址',
      },
    },
    refusals: {
      'labels.too_many': '一次太多，超過 {most} 張。改用打印任務，或分幾次打',
      'labels.nothing_to_print': '這些路線的標籤都已張貼。要換新就選“全部換新”',
    },
  },
  en: {
    labels: {
      print: 'Print labels',
      what: {
        label: 'Print what?',
        unhung: 'Not hung yet',
        reprint: 'Replace all',
        blank: 'Blank',
      },
      whatNotes: {
        unhung: 'Labels printed but not hung keep their codes; places without one get a new code',
        reprint:
          'A new label for every place. An old one ends only once the new one hangs and was scanned',
        blank: 'Without a place: stick one on a wall and scan it; it belongs there from then on',
      },
      allRoutes: 'All routes',
      blankCount: 'How many',
      blankWrong: 'A number from 1 to {most}',
      paper: 'Paper',
      papers: {
        'a4-3x8': 'A4 label sheet, 3 × 8',
        'a4-2x4': 'A4 label sheet, 2 × 4',
        'roll-50': '50 mm roll',
        'roll-30': '30 mm roll',
        'tag-25': '25 mm key tag',
      },
      paperNotes: {
        'a4-3x8': '70 × 37 mm each, read from a step away',
        'a4-2x4': '105 × 74 mm each, read across a landing',
        'roll-50': 'For a label printer, one at a time',
        'roll-30': 'For narrow spots; read from close by',
        'tag-25': 'Only the code, no place',
      },
      scale: 'Print at actual size, without scaling',
      printCount: 'Print {n} label | Print {n} labels',
      nothingLeft: 'All hang; nothing to print',
      jobs: 'Prints',
      olderJobs: '{n} earlier',
      job: {
        title: '{n} label | {n} labels',
        waiting: 'Waiting its turn',
        drawing: '{done} of {of} labels laid out',
        failed: 'It could not be laid out. Print again; if it fails again, tell the administrator',
        download: 'Download the PDF',
        part: 'Download part {part}, {n} label | Download part {part}, {n} labels',
      },
      warnings: {
        no_https:
          'The address is not https: opened with the phone’s own camera, it does not work offline. Ask the administrator for an https address first',
        host_long:
          'The address is long, so the codes are finer and read only from close by. Ask the administrator for a shorter one',
        host_private:
          'The address opens only inside the office network: elsewhere the phone’s own camera finds nothing. Scanning in the app works all the same',
        modules_small:
          'The address is too long for this paper: the code is finer than 0.5 mm and hard to scan. Take a larger paper or a shorter address',
      },
    },
    refusals: {
      'labels.too_many': 'More than {most} at once. Print them as a job, or in parts',
      'labels.nothing_to_print':
        'All labels of these routes hang already. To replace them choose “Replace all”',
    },
  },
}
