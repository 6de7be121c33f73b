/** Words of signing by hand and by PIN. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    signatures: {
      draw: '手写签名',
      drawHere: '请在框内签名',
      clear: '重写',
      of: '{name} 的手写签名',
    },
    refusals: {
      'signatures.pin_wrong': '{name} 的签字密码不对。巡查记录不受影响，重新签字',
      'signatures.pin_locked': '{name} 的签字密码错了五次。请在本人手机上会签，或重设密码',
      'signatures.pin_unset': '{name} 没设签字密码。先在“我的”里设，或在本人手机上会签',
      'signatures.pin_unreadable': '签字密码读不出来。重新签字',
    },
  },
  'zh-Hant': {
    signatures: {
      draw: '手寫簽名',
      drawHere: '請在框內簽名',
      clear: '重寫',
      of: '{name} 的手寫簽名',
    },
    refusals: {
      'signatures.pin_wrong': '{name} 的簽字密碼不對。巡查記錄不受影響，重新簽字',
      'signatures.pin_locked': '{name} 的簽字密碼錯了五次。請在本人手機上會簽，或重設密碼',
      'signatures.pin_unset': '{name} 沒設簽字密碼。先在“我的”裡設，或在本人手機上會簽',
      'signatures.pin_unreadable': '簽字密碼讀不出來。重新簽字',
    },
  },
  en: {
    signatures: {
      draw: 'Signature by hand',
      drawHere: 'Sign in this box',
      clear: 'Write again',
      of: 'Signature of {name}',
    },
    refusals: {
      'signatures.pin_wrong':
        'The PIN of {name} was wrong. The visits are not affected; sign again',
      'signatures.pin_locked':
        'Five wrong PINs for {name}. Co-sign on their own phone, or set a new PIN',
      'signatures.pin_unset': '{name} has no PIN. Set one under Me, or co-sign on their own phone',
      'signatures.pin_unreadable': 'The PIN could not be read. Sign again',
    },
  },
}
