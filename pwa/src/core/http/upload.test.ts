import { beforeEach, describe, expect, it, vi } from 'vitest'

import { credentials } from '@/core/http/client'
import { upload } from '@/core/http/upload'

/** A browser's request, as far as a file is sent by it. */
class Sending {
  static last: Sending
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  headers: Record<string, string> = {}
  status = 0
  responseText = ''
  onload = () => undefined
  onerror = () => undefined
  open = vi.fn()
  send = vi.fn(() => void (Sending.last = this))

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value
  }

  answer(status: number, body: unknown): void {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.onload()
  }
}

const file = new Blob(['台账'])

beforeEach(() => {
  vi.stubGlobal('XMLHttpRequest', Sending)
  Object.assign(credentials, { csrf: 'csrf-1', estate: 'e-1' })
})

describe('a file that is sent', () => {
  it('goes with the same credentials as every call and tells how far it is', async () => {
    const shares: number[] = []
    const answer = upload('/register/uploads?name=a', file, (share) => shares.push(share))
    Sending.last.upload.onprogress?.({ loaded: 1, total: 4 })
    Sending.last.upload.onprogress?.({ loaded: 4, total: 4 })
    Sending.last.answer(202, { id: 'u-1' })

    expect(await answer).toMatchObject({ ok: true, status: 202, data: { id: 'u-1' } })
    expect(shares).toEqual([0.25, 1])
    expect(Sending.last.headers).toMatchObject({ 'X-CSRF-Token': 'csrf-1', 'X-Estate': 'e-1' })
  })

  it('is refused as a value, with the code of the rule', async () => {
    const answer = upload('/register/uploads?name=a', file, () => undefined)
    Sending.last.answer(413, { code: 'register.too_large', params: {} })

    expect(await answer).toMatchObject({ ok: false, why: 'refused', code: 'register.too_large' })
  })

  it('does not throw when nobody answers', async () => {
    const answer = upload('/register/uploads?name=a', file, () => undefined)
    Sending.last.onerror()

    expect(await answer).toEqual({ ok: false, why: 'offline' })
  })
})
