/** Words of labels that every phone needs: in 待上传, and why a label was not taken. */
import type { RoomText } from '@/core/domain'

export const text: RoomText = {
  'zh-Hans': {
    labels: {
      title: '标签',
      hangLink: '张贴标签',
    },
    refusals: {
      'labels.unknown': '系统里没有这张标签。核对编码再输，或换一张新打印的标签',
      'labels.elsewhere': '这是 {place} 的标签。贴到那里，或换这里的标签来扫',
      'labels.revoked': '这张标签已作废。换新标签贴上再扫',
      'labels.unclaimed': '这张空白标签还没登记到哪一处。先在张贴标签里登记',
      'labels.no_place': '这一处已停用，不能贴标签。换一处登记',
      'labels.claimed': '这张标签已归 {place}。换一张空白标签贴上再扫',
      'labels.not_blank': '这张标签已归这一处，不是空白标签。直接扫它就行',
    },
  },
  'zh-Hant': {
    labels: {
      title: '標籤',
      hangLink: '張貼標籤',
    },
    refusals: {
      'labels.unknown': '系統裡沒有這張標籤。核對編碼再輸，或換一張新打印的標籤',
      'labels.elsewhere': '這是 {place} 的標籤。貼到那裡，或換這裡的標籤來掃',
      'labels.revoked': '這張標籤已作廢。換新標籤貼上再掃',
      'labels.unclaimed': '這張空白標籤還沒登記到哪一處。先在張貼標籤裡登記',
      'labels.no_place': '這一處已停用，不能貼標籤。換一處登記',
      'labels.claimed': '這張標籤已歸 {place}。換一張空白標籤貼上再掃',
      'labels.not_blank': '這張標籤已歸這一處，不是空白標籤。直接掃它就行',
    },
  },
  en: {
    labels: {
      title: 'Labels',
      hangLink: 'Hang labels',
    },
    refusals: {
      'labels.unknown': 'There is no such label. Check the code, or take a freshly printed label',
      'labels.elsewhere': 'This label belongs to {place}. Hang it there, or scan the one for here',
      'labels.revoked': 'This label is void. Hang a new one and scan that',
      'labels.unclaimed':
        'This blank label belongs to no place yet. Enter it under “Hang labels” first',
      'labels.no_place': 'This place is no longer visited. Enter the label at another place',
      'labels.claimed':
        'This label belongs to {place} already. Hang another blank one and scan that',
      'labels.not_blank': 'This label is of this place already and not blank. Simply scan it',
    },
  },
}

/** How its items are named in 待上传. */
export const office: RoomText = {
  'zh-Hans': {
    titles: { labels: { hang: '启用标签 {placeName}', claim: '登记空白标签 {placeName}' } },
  },
  'zh-Hant': {
    titles: { labels: { hang: '啟用標籤 {placeName}', claim: '登記空白標籤 {placeName}' } },
  },
  en: {
    titles: { labels: { hang: 'New label at {placeName}', claim: 'Blank label at {placeName}' } },
  },
}
