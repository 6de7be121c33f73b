/** Why an act on a page is refused, and how acts are named in 待上传. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    patrols: {
      actTitles: {
        finish: '结束巡查 {round}',
        cosign: '会签 {round}',
        sign_off: '经理签字 {round}',
        return: '退回 {round}',
        void: '作废 {round}',
        skip: '跳过 {round}',
        make_up: '补检 {round}',
        hand_over: '转交 {round}',
      },
    },
    refusals: {
      'patrols.unknown_record': '登记簿里没有这一页。先上传巡查记录',
      'patrols.not_yours': '这一轮不是你巡的。请巡查人结束',
      'patrols.places_open': '还有 {n} 处没巡，也没写原因。打开本轮补上',
      'patrols.items_open': '{place} 有检查项没填。补巡，或写明原因',
      'patrols.finished_already': '这一轮已经结束过。不用再交',
      'patrols.not_finished': '这一轮还没结束，或已被退回。巡查人结束后再签',
      'patrols.record_voided': '这一页已作废。不能再签',
      'patrols.own_record': '自己巡的不能自己会签。请另一位同事签',
      'patrols.signed_twice': '同一页一人只签一次。请别人签',
      'patrols.signature_not_awaited': '这一页现在不等这个签字。看看最新状态',
      'patrols.not_seen_whole': '有 {n} 条没看到就签了。打开本轮看完再签',
      'patrols.seen_differs': '看到的和登记簿里的不一样。更新后再签',
      'patrols.cosign_late': '巡查结束已超过 {hours} 小时。写明原因再签',
      'patrols.nothing_left': '这几处都已巡过。不用再写',
      'patrols.skip_late': '这一轮已过时限，算漏巡。可以申请补检',
      'patrols.make_up_early': '这一轮还没过时限。直接去巡',
      'patrols.make_up_late': '补检要在之后 {days} 个工作日内。已过期限，漏巡照记',
      'patrols.not_a_colleague': '此人不在本小区。选别的同事',
    },
  },
  'zh-Hant': {
    patrols: {
      actTitles: {
        finish: '結束巡查 {round}',
        cosign: '會簽 {round}',
        sign_off: '經理簽字 {round}',
        return: '退回 {round}',
        void: '作廢 {round}',
        skip: '跳過 {round}',
        make_up: '補檢 {round}',
        hand_over: '轉交 {round}',
      },
    },
    refusals: {
      'patrols.unknown_record': '登記簿裡沒有這一頁。先上傳巡查記錄',
      'patrols.not_yours': '這一輪不是你巡的。請巡查人結束',
      'patrols.places_open': '還有 {n} 處沒巡，也沒寫原因。打開本輪補上',
      'patrols.items_open': '{place} 有檢查項沒填。補巡，或寫明原因',
      'patrols.finished_already': '這一輪已經結束過。不用再交',
      'patrols.not_finished': '這一輪還沒結束，或已被退回。巡查人結束後再簽',
      'patrols.record_voided': '這一頁已作廢。不能再簽',
      'patrols.own_record': '自己巡的不能自己會簽。請另一位同事簽',
      'patrols.signed_twice': '同一頁一人只簽一次。請別人簽',
      'patrols.signature_not_awaited': '這一頁現在不等這個簽字。看看最新狀態',
      'patrols.not_seen_whole': '有 {n} 條沒看到就簽了。打開本輪看完再簽',
      'patrols.seen_differs': '看到的和登記簿裡的不一樣。更新後再簽',
      'patrols.cosign_late': '巡查結束已超過 {hours} 小時。寫明原因再簽',
      'patrols.nothing_left': '這幾處都已巡過。不用再寫',
      'patrols.skip_late': '這一輪已過時限，算漏巡。可以申請補檢',
      'patrols.make_up_early': '這一輪還沒過時限。直接去巡',
      'patrols.make_up_late': '補檢要在之後 {days} 個工作日內。已過期限，漏巡照記',
      'patrols.not_a_colleague': '此人不在本小區。選別的同事',
    },
  },
  en: {
    patrols: {
      actTitles: {
        finish: 'End of {round}',
        cosign: 'Co-signature of {round}',
        sign_off: 'Manager’s signature of {round}',
        return: 'Return of {round}',
        void: 'Voiding of {round}',
        skip: 'Skipping of {round}',
        make_up: 'Make-up of {round}',
        hand_over: 'Hand-over of {round}',
      },
    },
    refusals: {
      'patrols.unknown_record': 'The book has no such page. Send the visits first',
      'patrols.not_yours': 'You did not walk this round. Its patroller ends it',
      'patrols.places_open':
        '{n} place was neither visited nor explained. Open the round and say why | {n} places were neither visited nor explained. Open the round and say why',
      'patrols.items_open': 'Items of {place} have no answer. Visit it again, or say why',
      'patrols.finished_already': 'This round has been ended before. Nothing is left to do',
      'patrols.not_finished':
        'The round is not ended, or was sent back. Sign once its patroller has ended it',
      'patrols.record_voided': 'This page is void. Nobody can sign it any more',
      'patrols.own_record': 'Nobody co-signs the own round. Ask a colleague',
      'patrols.signed_twice': 'One person signs a page once. Ask somebody else',
      'patrols.signature_not_awaited':
        'The page does not wait for this signature now. Look at its newest state',
      'patrols.not_seen_whole':
        '{n} record was signed unseen. Open the round, read it all and sign | {n} records were signed unseen. Open the round, read it all and sign',
      'patrols.seen_differs': 'What was seen is not what the book says. Update and sign again',
      'patrols.cosign_late': 'More than {hours} hours after the end. Give a reason and sign again',
      'patrols.nothing_left': 'These places have all been visited. Nothing is left to say',
      'patrols.skip_late': 'It is too late to skip: the places count as missed. Have them made up',
      'patrols.make_up_early': 'The round can still be walked. Visit the places',
      'patrols.make_up_late':
        'Missed places are made up within {days} working day. The limit is over; they stay missed | Missed places are made up within {days} working days. The limit is over; they stay missed',
      'patrols.not_a_colleague': 'This person does not work here. Choose another colleague',
    },
  },
}
