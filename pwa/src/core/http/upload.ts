/** Sends a file and tells how far it is: `fetch` does not say that of what it sends. */
import { answered, BASE, credentials, ownHeaders, type Answer } from '@/core/http/client'

const UNKNOWN = 'core.not_signed_in'

/** POST the raw bytes of `file`; `onSent` is told the share that has left, 0 to 1. Never throws. */
export function upload<T>(
  path: string,
  file: Blob,
  onSent: (share: number) => void,
): Promise<Answer<T>> {
  // It would carry the cookie whosever that is.
  if (credentials.foreign) return Promise.resolve({ ok: false, why: 'unauthorized', code: UNKNOWN })
  const request = new XMLHttpRequest()
  request.open('POST', BASE + path)
  const headers = { ...ownHeaders('POST'), 'Content-Type': 'application/octet-stream' }
  Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value))
  request.upload.onprogress = ({ loaded, total }) => onSent(total ? loaded / total : 0)
  return new Promise((resolve) => {
    const nobody = () => resolve({ ok: false, why: 'offline' })
    request.onerror = nobody
    request.onabort = nobody
    request.onload = () => {
      const { responseText, status } = request
      answered<T>(new Response(responseText, { status })).then(resolve, nobody)
    }
    request.send(file)
  })
}
