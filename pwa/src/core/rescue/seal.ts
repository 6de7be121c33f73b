/**
 * Seals a rescue file for the server: a head, then records, each sealed by itself, so that photos are never all in
 * memory. `webapp/sync/rescue/sealed.py` describes the format and opens it.
 */

const MAGIC = 'ROUNDS-RESCUE-1\n'
const PURPOSE = new TextEncoder().encode('rounds-rescue-1')
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const
const IV_BYTES = 12

/** The server's key: a P-256 point, uncompressed, base64. */
export interface RescueKey {
  id: string
  public: string
}

/** Answer the file of `records` in their order; each is read, sealed and let go before the next. */
export async function sealFile(
  key: RescueKey,
  records: AsyncIterable<BufferSource>,
): Promise<Blob> {
  const own = await crypto.subtle.generateKey(CURVE, false, ['deriveBits'])
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const cipher = await cipherOf(own.privateKey, fromBase64(key.public), salt)
  const sender = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey))
  const head = JSON.stringify({ key: key.id, sender: toBase64(sender), salt: toBase64(salt) })
  const parts: BlobPart[] = [MAGIC, ...piece(new TextEncoder().encode(head))]
  let number = 0
  for await (const record of records) {
    // A blob of its own may leave memory for the disk.
    parts.push(new Blob(piece(await sealed(cipher, number, record))))
    number += 1
  }
  return new Blob(parts, { type: 'application/octet-stream' })
}

async function cipherOf(
  own: CryptoKey,
  theirs: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const point = await crypto.subtle.importKey('raw', theirs, CURVE, false, [])
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: point }, own, 256)
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: PURPOSE }
  return crypto.subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
}

/** The record's number goes along, so that none can be left out or swapped unnoticed. */
async function sealed(
  cipher: CryptoKey,
  number: number,
  record: BufferSource,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const how = { name: 'AES-GCM', iv, additionalData: counted(number) }
  const content = await crypto.subtle.encrypt(how, cipher, record)
  const whole = new Uint8Array(IV_BYTES + content.byteLength)
  whole.set(iv)
  whole.set(new Uint8Array(content), IV_BYTES)
  return whole
}

function piece(content: Uint8Array<ArrayBuffer>): BlobPart[] {
  return [counted(content.byteLength), content]
}

/** Four bytes, big end first. */
function counted(number: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, number)
  return bytes
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
