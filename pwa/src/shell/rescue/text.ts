/** Words of the rescue file. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    shell: {
      rescue: {
        title: '救援文件',
        make: '从这台手机导出',
        makeNote:
          '手机要送修、换机或一直没网时用。没上传的内容装进一个加密文件，请任何一位同事转交',
        holds: '还没上传：{items} 条记录，{photos} 张照片',
        nothing: '这台手机没有要救的内容，都上传完了',
        export: '导出文件',
        making: '正在装文件，照片多要等一会儿',
        made: '文件已在“下载”里。本机的内容还留着，有网照样上传，不会重复',
        noKey: '这台手机还没从服务器取到密钥，导不出来。连一次网后再导',
        failed: '没有导成功，可能是空间不够。腾出空间再导一次',
        handIn: '转交别人的文件',
        handInNote: '记录仍登记在填写人名下，你看不到内容。转交几次都不会重复',
        choose: '选择救援文件',
        sending: '正在上传 {percent}%',
        done: '已转交',
        told: {
          applied: '{n} 条记录已登记',
          refused: '{n} 条没被接受，主管会看到',
          held: '{n} 条已封存，等主管放行',
          strangers: '{n} 条认不出填写人，请联系管理员',
          photosKept: '{n} 张照片已保存',
          photosAbsent: '{n} 张照片没收到，请重新转交',
        },
        file: '巡管家救援',
      },
    },
  },
  'zh-Hant': {
    shell: {
      rescue: {
        title: '救援文件',
        make: '從這台手機導出',
        makeNote:
          '手機要送修、換機或一直沒網時用。沒上傳的內容裝進一個加密文件，請任何一位同事轉交',
        holds: '還沒上傳：{items} 條記錄，{photos} 張照片',
        nothing: '這台手機沒有要救的內容，都上傳完了',
        export: '導出文件',
        making: '正在裝文件，照片多要等一會兒',
        made: '文件已在“下載”裡。本機的內容還留著，有網照樣上傳，不會重複',
        noKey: '這台手機還沒從服務器取到密鑰，導不出來。連一次網後再導',
        failed: '沒有導成功，可能是空間不夠。騰出空間再導一次',
        handIn: '轉交別人的文件',
        handInNote: '記錄仍登記在填寫人名下，你看不到內容。轉交幾次都不會重複',
        choose: '選擇救援文件',
        sending: '正在上傳 {percent}%',
        done: '已轉交',
        told: {
          applied: '{n} 條記錄已登記',
          refused: '{n} 條沒被接受，主管會看到',
          held: '{n} 條已封存，等主管放行',
          strangers: '{n} 條認不出填寫人，請聯繫管理員',
          photosKept: '{n} 張照片已保存',
          photosAbsent: '{n} 張照片沒收到，請重新轉交',
        },
        file: '巡管家救援',
      },
    },
  },
  en: {
    shell: {
      rescue: {
        title: 'Rescue file',
        make: 'Export from this phone',
        makeNote:
          'For a phone that goes to repair, is replaced or has no network for long. Everything unsent goes into one sealed file that any colleague can hand in',
        holds: 'Not sent yet: records {items}, photos {photos}',
        nothing: 'There is nothing to rescue here, all is sent',
        export: 'Export the file',
        making: 'Packing; many photos take a while',
        made: 'The file is among your downloads. Everything stays here too and is sent as usual; nothing is doubled',
        noKey: 'This phone never got the server’s key. Connect it once, then export',
        failed: 'The export did not succeed, perhaps for lack of space. Free some and try again',
        handIn: 'Hand in a colleague’s file',
        handInNote:
          'Records stay under their maker’s name, and you do not see them. Handing in twice doubles nothing',
        choose: 'Choose a rescue file',
        sending: 'Sending {percent} %',
        done: 'Handed in',
        told: {
          applied: '{n} record entered | {n} records entered',
          refused:
            '{n} not accepted; the supervisor sees it | {n} not accepted; the supervisor sees them',
          held: '{n} sealed until the supervisor lets it in | {n} sealed until the supervisor lets them in',
          strangers: '{n} without a known maker; ask the administrator',
          photosKept: '{n} photo kept | {n} photos kept',
          photosAbsent:
            '{n} photo missing; hand the file in again | {n} photos missing; hand the file in again',
        },
        file: 'Rounds rescue',
      },
    },
  },
}
