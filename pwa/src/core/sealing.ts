/**
 * Sealing what only the server may read: for its key, P-256, HKDF-SHA-256 and AES-256-GCM (`webapp/core/sealing.py`).
 * The purpose keeps what is sealed for one thing from being taken for another.
 */

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const

/** The server's key: a P-256 point, uncompressed, base64. */
export interface SealingKey {
  id: string
  public: string
}

/** A cipher for one sealed thing, and what the server needs to open it: our own point and the salt, base64. */
export interface Sealer {
  cipher: CryptoKey
  key: string
  sender: string
  salt: string
}

/** Answer a fresh cipher that only the holder of `key` can undo. */
export async function sealerFor(key: SealingKey, purpose: string): Promise<Sealer> {
  const own = await crypto.subtle.generateKey(CURVE, false, ['deriveBits'])
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const point = await crypto.subtle.importKey('raw', fromBase64(key.public), CURVE, false, [])
  const shared = await crypto.subtle.deriveBits(
    { name: 'ECDH', public: point },
    own.privateKey,
    256,
  )
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode(purpose)
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info }
  const aes = { name: 'AES-GCM', length: 256 }
  const cipher = await crypto.subtle.deriveKey(how, secret, aes, false, ['encrypt'])
  const sender = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey))
  return { cipher, key: key.id, sender: toBase64(sender), salt: toBase64(salt) }
}

/** Answer bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
