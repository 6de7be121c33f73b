import { expect, test } from 'vitest'

import { sealFile } from '@/core/rescue/seal'

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const
const text = (bytes: ArrayBuffer | Uint8Array) => new TextDecoder().decode(bytes)
const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
const bytesOf = (coded: string) => Uint8Array.from(atob(coded), (c) => c.charCodeAt(0))

async function* records(...texts: string[]) {
  for (const one of texts) yield new TextEncoder().encode(one)
}

/** Answer the pieces of a file after its first line. */
function piecesOf(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const pieces = []
  let at = file.indexOf(10) + 1
  while (at < file.length) {
    const length = new DataView(file.buffer).getUint32(at)
    pieces.push(file.slice(at + 4, at + 4 + length))
    at += 4 + length
  }
  return pieces
}

async function opened(pair: CryptoKeyPair, file: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const [head = new Uint8Array(), ...sealed] = piecesOf(file)
  const { sender, salt } = JSON.parse(text(head)) as { sender: string; salt: string }
  const point = await crypto.subtle.importKey('raw', bytesOf(sender), CURVE, false, [])
  const shared = await crypto.subtle.deriveBits(
    { name: 'ECDH', public: point },
    pair.privateKey,
    256,
  )
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode('rounds-rescue-1')
  const how = { name: 'HKDF', hash: 'SHA-256', salt: bytesOf(salt), info }
  const aes = { name: 'AES-GCM', length: 256 }
  const cipher = await crypto.subtle.deriveKey(how, secret, aes, false, ['decrypt'])
  return Promise.all(
    sealed.map(async (piece, i) => {
      const number = new Uint8Array([0, 0, 0, i])
      const gcm = { name: 'AES-GCM', iv: piece.slice(0, 12), additionalData: number }
      return text(await crypto.subtle.decrypt(gcm, cipher, piece.slice(12)))
    }),
  )
}

test('only the holder of the private key opens the file, and gets every record in its order', async () => {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits'])
  const key = { id: 'k', public: base64(await crypto.subtle.exportKey('raw', pair.publicKey)) }

  const sealed = await sealFile(key, records('manifest', 'first photo', 'second photo'))
  const file = new Uint8Array(await sealed.arrayBuffer())

  expect(text(file.slice(0, 16))).toBe('ROUNDS-RESCUE-1\n')
  expect(text(file)).not.toContain('photo')
  expect(await opened(pair, file)).toEqual(['manifest', 'first photo', 'second photo'])
})
