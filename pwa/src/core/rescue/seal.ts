/**
 * Seals a rescue file for the server: a head, then records, each sealed by itself, so that photos are never all in
 * memory. `webapp/sync/rescue/sealed.py` describes the format and opens it.
 */

import { sealerFor, type SealingKey } from '@/core/sealing'

const MAGIC = 'ROUNDS-RESCUE-1\n'
const PURPOSE = 'rounds-rescue-1'
const IV_BYTES = 12

/** Answer the file of `records` in their order; each is read, sealed and let go before the next. */
export async function sealFile(
  key: SealingKey,
  records: AsyncIterable<BufferSource>,
): Promise<Blob> {
  const { cipher, ...opening } = await sealerFor(key, PURPOSE)
  const head = JSON.stringify(opening)
  const parts: BlobPart[] = [MAGIC, ...piece(new TextEncoder().encode(head))]
  let number = 0
  for await (const record of records) {
    // A blob of its own may leave memory for the disk.
    parts.push(new Blob(piece(await sealed(cipher, number, record))))
    number += 1
  }
  return new Blob(parts, { type: 'application/octet-stream' })
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
