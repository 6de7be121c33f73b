/** A server small enough to read: it answers what the wire contract says and remembers what it was asked. */
import { vi } from 'vitest'

import type { Answered, PullAnswer, SentItem } from '@/core/sync/wire'

export interface Asked {
  method: string
  path: string
  headers: Record<string, string>
  body: unknown
  /** Whose cookie it carried: the login, '' for none. */
  cookie: string
}

interface Push {
  items: SentItem[]
  waiting: number
  lastSeq: number
  head: unknown
}

/** What a test may change about the server. */
export interface TestServer {
  asked: Asked[]
  /** How an item is answered; undefined leaves it undecided. */
  decide: (item: SentItem) => Answered | undefined
  /** Answers a call in the server's stead: a status, `offline`, or the page of a `gateway`. */
  instead: (asked: Asked) => number | 'offline' | 'gateway' | undefined
  /** Items in quarantine. */
  held: { id: string; code: string }[]
  /** Every answer waits for it. */
  line: Promise<void>
  pages: Partial<PullAnswer>[]
  photos: Set<string>
  epoch: string
  safeUpTo: number
  now: string
  /** Whose cookie the browser holds: the login, '' for none. */
  cookie: string
  pushes(): Push[]
}

export const ANNA = {
  id: 'p-anna',
  name: '林晓岚',
  login: 'anna',
  hasPin: true,
  mustChangePassword: false,
  estates: [{ id: 'e-1', name: '望江苑', role: 'steward', duties: [] }],
}
export const BELL = { ...ANNA, id: 'p-bell', name: '周启明', login: 'bell' }

/** Answer that an item is entered. */
export function applied(id: string, entry: number, serial: string | null = null): Answered {
  return { id, outcome: 'applied', serial, entry, hash: '0'.repeat(64) }
}

/** Put a fresh server behind `fetch`. */
export function serve(): TestServer {
  const server: TestServer = {
    asked: [],
    decide: ({ id, seq }) => applied(id, seq, `XC-2026-${seq}`),
    instead: () => undefined,
    line: Promise.resolve(),
    pages: [],
    photos: new Set(),
    epoch: 'epoch-1',
    safeUpTo: 0,
    held: [],
    now: new Date().toISOString(),
    cookie: '',
    pushes: () =>
      server.asked.filter(({ path }) => path === '/sync/push').map(({ body }) => body as Push),
  }
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => answer(server, url, init))
  return server
}

async function answer(server: TestServer, url: string, init: RequestInit): Promise<Response> {
  const asked = read(server, url, init)
  server.asked.push(asked)
  await server.line
  const instead = server.instead(asked)
  if (instead === 'offline') throw new TypeError('Failed to fetch')
  if (instead === 'gateway') return new Response('<html>', { status: 403 })
  if (instead) return Response.json({ code: 'core.failed', params: {} }, { status: instead })
  if (needsCookie(asked) && !asked.cookie)
    return Response.json({ code: 'core.not_signed_in', params: {} }, { status: 401 })
  return Response.json(route(server, asked))
}

function read(server: TestServer, url: string, init: RequestInit): Asked {
  const { body } = init
  return {
    method: init.method ?? 'GET',
    path: url.replace('/api/v1', ''),
    headers: init.headers as Record<string, string>,
    body: typeof body === 'string' ? JSON.parse(body) : body,
    cookie: init.credentials === 'omit' ? '' : server.cookie,
  }
}

const needsCookie = ({ method, path }: Asked) =>
  path.startsWith('/sync/pull') || (path === '/session' && method !== 'POST')

function route(server: TestServer, { method, path, body, cookie }: Asked): unknown {
  const told = { serverTime: server.now, epoch: server.epoch }
  if (path === '/session' && method === 'DELETE') return { cookie: (server.cookie = '') }
  if (path === '/session')
    return signedIn(server, (body as { login: string } | undefined)?.login ?? cookie)
  if (path === '/sync/push') {
    const answers = (body as Push).items
      .map(server.decide)
      .filter((answered) => answered !== undefined)
    return { ...told, safeUpTo: server.safeUpTo, answers, held: server.held }
  }
  if (path.startsWith('/sync/pull')) return { ...told, ...emptyPage, ...server.pages.shift() }
  if (path.startsWith('/photos/missing')) {
    return {
      missing: (body as { hashes: string[] }).hashes.filter((sha256) => !server.photos.has(sha256)),
    }
  }
  if (method === 'PUT') server.photos.add(/\w+(?=\?)/.exec(path)?.[0] ?? '')
  return {}
}

const emptyPage = {
  changes: [],
  cursor: 'c-1',
  more: false,
  reset: false,
  head: { entry: 0, hash: '0'.repeat(64) },
  change: 0,
}

function signedIn(server: TestServer, login: string) {
  const me = login === 'bell' ? BELL : ANNA
  server.cookie = login
  return { me, csrfToken: `csrf-${login}`, pushToken: `token-${login}`, serverTime: server.now }
}
