import type { RoomText } from '@/core/domain'

export const text: RoomText = {
  'zh-Hans': {
    findings: { itemTitle: '上报问题 {place}' },
    refusals: {
      'findings.action_missing': '没写处理方式。选当场处理，或上报部门',
      'findings.after_photo_missing': '当场处理后还没拍照。补一张处理后的照片',
      'findings.description_missing': '没写看到了什么。补一句描述',
      'findings.detail_missing': '还缺编号、房号或车牌。补上一项',
      'findings.photo_missing': '没有现场照片。补拍一张',
      'findings.spot_missing': '没写具体位置。补上位置',
      'findings.foreign_place': '这个地点属于别的小区',
      'findings.finding_repeated': '这个问题已经登记过',
      'findings.photo_not_live': '有照片不是现场拍的',
      'findings.time_doubtful': '手机时间对不上',
      'findings.unknown_checklist': '检查表的版本不认识',
      'findings.unknown_item': '检查表里没有这一项。主管会看',
      'findings.unknown_place': '地点不在名册里',
    },
  },
  'zh-Hant': {
    findings: { itemTitle: '上報問題 {place}' },
    refusals: {
      'findings.action_missing': '沒寫處理方式。選當場處理，或上報部門',
      'findings.after_photo_missing': '當場處理後還沒拍照。補一張處理後的照片',
      'findings.description_missing': '沒寫看到了什麼。補一句描述',
      'findings.detail_missing': '還缺編號、房號或車牌。補上一項',
      'findings.photo_missing': '沒有現場照片。補拍一張',
      'findings.spot_missing': '沒寫具體位置。補上位置',
      'findings.foreign_place': '這個地點屬於別的小區',
      'findings.finding_repeated': '這個問題已經登記過',
      'findings.photo_not_live': '有照片不是現場拍的',
      'findings.time_doubtful': '手機時間對不上',
      'findings.unknown_checklist': '檢查表的版本不認識',
      'findings.unknown_item': '檢查表裡沒有這一項。主管會看',
      'findings.unknown_place': '地點不在名冊裡',
    },
  },
  en: {
    findings: { itemTitle: 'Finding at {place}' },
    refusals: {
      'findings.action_missing': 'No action is given. Choose solved on the spot, or report it',
      'findings.after_photo_missing': 'No photo shows it put right. Take one',
      'findings.description_missing': 'It does not say what was seen. Add a sentence',
      'findings.detail_missing': 'Number, unit or plate is missing. Add one of them',
      'findings.photo_missing': 'There is no photo of it. Take one',
      'findings.spot_missing': 'The exact spot is missing. Add it',
      'findings.foreign_place': 'The place belongs to another estate',
      'findings.finding_repeated':
        'This finding is in the book already. The record is kept, there is nothing to report again',
      'findings.photo_not_live': 'A photo was not taken on the spot',
      'findings.time_doubtful': 'The time on the phone does not fit',
      'findings.unknown_checklist': 'The version of the checklist is not known',
      'findings.unknown_item': 'The checklist has no such item. The supervisor will look',
      'findings.unknown_place': 'The place is not in the register',
    },
  },
}
