/** What the server may say to an item, whatever kind it is. */
import type { RoomText } from '@/core/domain'

export const text: RoomText = {
  'zh-Hans': {
    refusals: {
      'sync.not_a_rescue_file': '这不是巡管家的救援文件，或途中被改过。回原手机重新导出',
      'sync.rescue_of_another_server': '这份文件属于另一套系统。请到原来的网址登录后转交',
      'sync.nothing_to_redecide': '这条已经处理过了。返回看最新结果',
      'sync.busy': '现在上传的手机太多。记录都在本机，稍后自动再传',
      'sync.id_reused': '这条记录的编号已被另一条内容用过。重新填写一条再上传',
      'sync.not_the_maker': '这条记录不是当前上传的人填写的。请填写人登录后再上传',
      'sync.not_your_estate': '你不在这个小区的人员名单里。请主管把你加入后再上传',
      'sync.quarantined': '这部手机已被停用，记录已收到并封存。请主管核对后放行',
      'sync.newer_than_server':
        '服务器版本较旧，还不认识这条。先存在本机，服务器更新后自动上传，不用重做',
      'sync.wrong_device': '登录信息属于另一部手机。请退出后在本机重新登录',
    },
  },
  'zh-Hant': {
    refusals: {
      'sync.not_a_rescue_file': '這不是巡管家的救援文件，或途中被改過。回原手機重新導出',
      'sync.rescue_of_another_server': '這份文件屬於另一套系統。請到原來的網址登錄後轉交',
      'sync.nothing_to_redecide': '這條已經處理過了。返回看最新結果',
      'sync.busy': '現在上傳的手機太多。記錄都在本機，稍後自動再傳',
      'sync.id_reused': '這條記錄的編號已被另一條內容用過。重新填寫一條再上傳',
      'sync.not_the_maker': '這條記錄不是目前上傳的人填寫的。請填寫人登錄後再上傳',
      'sync.not_your_estate': '你不在這個小區的人員名單裡。請主管把你加入後再上傳',
      'sync.quarantined': '這部手機已被停用，記錄已收到並封存。請主管核對後放行',
      'sync.newer_than_server':
        '服務器版本較舊，還不認識這條。先存在本機，服務器更新後自動上傳，不用重做',
      'sync.wrong_device': '登錄信息屬於另一部手機。請退出後在本機重新登錄',
    },
  },
  en: {
    refusals: {
      'sync.not_a_rescue_file':
        'This is no rescue file of Rounds, or it was changed on its way. Export it again on the phone',
      'sync.rescue_of_another_server':
        'This file belongs to another installation. Sign in there and hand it in',
      'sync.nothing_to_redecide': 'This item was settled already. Go back to see what came of it',
      'sync.busy':
        'Too many phones are sending at once. Your records are safe here and go out again by themselves',
      'sync.id_reused': 'Another record already has this number. Fill it in anew and send that',
      'sync.not_the_maker': 'Somebody else made this record. They must sign in to send it',
      'sync.not_your_estate':
        'You are not on the list of this estate. Ask the supervisor to add you, then send again',
      'sync.quarantined':
        'This phone was revoked; the record has arrived and is sealed. Ask the supervisor to release it',
      'sync.newer_than_server':
        'The server is older than this app and does not know this yet. It is kept here and sent by itself once the server is updated',
      'sync.wrong_device': 'The sign-in belongs to another phone. Sign out and sign in again here',
    },
  },
}
