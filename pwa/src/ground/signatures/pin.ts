/** A PIN on its way: sealed to the server's key and bound to its item; it is never checked on a phone. */
import { thisDevice } from '@/core/device/device'
import { sealerFor, toBase64 } from '@/core/sealing'

const PURPOSE = 'rounds-pin-1'

/** A PIN as an item brings it; all but `key` is base64. */
export interface SealedPin {
  key: string
  sender: string
  salt: string
  iv: string
  box: string
}

/** Answer the PIN sealed for the item `itemId`, or null when this phone never got the server's key. */
export async function sealPin(pin: string, itemId: string): Promise<SealedPin | null> {
  const { rescueKey } = await thisDevice()
  if (!rescueKey) return null
  const { cipher, ...opening } = await sealerFor(rescueKey, PURPOSE)
  const text = new TextEncoder()
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const how = { name: 'AES-GCM', iv, additionalData: text.encode(itemId) }
  const box = new Uint8Array(await crypto.subtle.encrypt(how, cipher, text.encode(pin)))
  return { ...opening, iv: toBase64(iv), box: toBase64(box) }
}
