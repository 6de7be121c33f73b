/** The only way to the server: answers as values, never throws, carries the CSRF token and the estate. */
import { reactive } from 'vue'

import { elapsedMs } from '@/core/clock'

export const BASE = '/api/v1'
const PATIENCE_MS = 30_000

export type Refusal = {
  ok: false
  /** `offline`: nobody answered. `server`: it failed, try again later. `refused`: a rule said no, see `code`. */
  why: 'offline' | 'refused' | 'unauthorized' | 'server'
  status?: number
  code?: string
  params?: Record<string, unknown>
}
export type Answer<T> = { ok: true; status: number; data: T; headers: Headers } | Refusal

export interface CallOptions {
  headers?: Record<string, string>
  /** How long to wait; a slow network is told from none by the caller's patience. */
  patienceMs?: number
  /** What the answer's body is; JSON unless said. */
  as?: 'json' | 'bytes'
  /** Carry the browser's cookie whosever it is: to replace it, or to end its session. */
  cookie?: true
}

/**
 * What every call carries for the person signed in. The session sets it. While the browser's cookie is `foreign`,
 * another person's, no call carries it.
 */
export const credentials = reactive({ csrf: '', estate: '', foreign: false })

/** How long the server's last answer asked to be left alone; 0 when it did not. */
export const leftAlone = { askedMs: 0 }

export function get<T>(path: string, options: CallOptions = {}): Promise<Answer<T>> {
  return call<T>('GET', path, undefined, options)
}

export function post<T>(
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<Answer<T>> {
  const headers = { 'Content-Type': 'application/json', ...options.headers }
  return call<T>('POST', path, JSON.stringify(body ?? {}), { ...options, headers })
}

/** Send raw bytes. */
export function put<T>(
  path: string,
  bytes: ArrayBuffer,
  options: CallOptions = {},
): Promise<Answer<T>> {
  return call<T>('PUT', path, bytes, options)
}

/** Send the whole of a thing as it shall be from now on. */
export function replace<T>(
  path: string,
  body: unknown,
  options: CallOptions = {},
): Promise<Answer<T>> {
  const headers = { 'Content-Type': 'application/json', ...options.headers }
  return call<T>('PUT', path, JSON.stringify(body), { ...options, headers })
}

export function del<T>(path: string, options: CallOptions = {}): Promise<Answer<T>> {
  return call<T>('DELETE', path, undefined, options)
}

async function call<T>(
  method: string,
  path: string,
  body: BodyInit | undefined,
  options: CallOptions,
): Promise<Answer<T>> {
  try {
    const answer = await fetch(BASE + path, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: { ...ownHeaders(method), ...options.headers },
      credentials: credentials.foreign && !options.cookie ? 'omit' : 'same-origin',
      signal: AbortSignal.timeout(options.patienceMs ?? PATIENCE_MS),
    })
    return await answered<T>(answer, options.as)
  } catch {
    return { ok: false, why: 'offline' }
  }
}

/** When anybody answered last, in page milliseconds. */
export const heard = { atMs: 0 }

/** Answer what the server said as a value. */
export async function answered<T>(answer: Response, as?: CallOptions['as']): Promise<Answer<T>> {
  heard.atMs = elapsedMs()
  leftAlone.askedMs = answer.ok ? 0 : 1000 * (Number(answer.headers.get('Retry-After')) || 0)
  if (!answer.ok) return refused(answer)
  const data = await content<T>(answer, as)
  return { ok: true, status: answer.status, data, headers: answer.headers }
}

/** Answer what a call by `method` carries for the person signed in. */
export function ownHeaders(method: string): Record<string, string> {
  return {
    ...(credentials.estate ? { 'X-Estate': credentials.estate } : {}),
    ...(method !== 'GET' && credentials.csrf ? { 'X-CSRF-Token': credentials.csrf } : {}),
  }
}

async function content<T>(answer: Response, as: 'json' | 'bytes' = 'json'): Promise<T> {
  if (as === 'bytes') return (await answer.arrayBuffer()) as T
  const text = await answer.text()
  return (text ? JSON.parse(text) : null) as T
}

/** A gateway's own page is no problem document: whatever its status, it is not the server that said no. */
async function refused(answer: Response): Promise<Refusal> {
  const problem = (await answer.json().catch(() => ({}))) as {
    code?: string
    params?: Record<string, unknown>
  }
  const ours = problem.code !== undefined && answer.status < 500
  const why = !ours ? 'server' : answer.status === 401 ? 'unauthorized' : 'refused'
  return {
    ok: false,
    why,
    status: answer.status,
    code: problem.code ?? 'core.failed',
    params: problem.params ?? {},
  }
}
