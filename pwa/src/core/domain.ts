/** What a room hands over to the shell: its pages, its local tables, what it pulls, and how its items are named. */
import type { RouteRecordRaw } from 'vue-router'

import type { OutboxItem } from '@/core/outbox/types'
import type { TableSpec } from '@/core/store/spec'

export type { TableSpec } from '@/core/store/spec'

/** A row that came by pull: the data told by the server, the thing's id and its estate. */
export type Pulled<T> = T & { id: string; estate: string }

/** A kind of the feed that is kept on the phone, and the table that holds it. */
export interface PulledKind<T = unknown> {
  kind: string
  table: TableSpec<Pulled<T>>
  /** What of the data told is kept; null: the phone has no use for this one. All of it where nothing is said. */
  keep?: (told: Record<string, unknown>) => T | null
  /** Told alike to every estate: one row for all, whichever told it last. */
  alike?: true
  /** Of a kind whose things are persons: whether this one still works here. */
  works?: (told: Record<string, unknown>) => boolean
}

/**
 * A room's only door.
 *
 * Its words are not handed over: `core/text` finds every room's `text.ts` by its name and loads one language of it.
 */
export interface Room {
  name: string
  routes?: RouteRecordRaw[]
  tables?: TableSpec<unknown>[]
  pulled?: PulledKind[]
  itemTitles?: Record<string, (item: OutboxItem) => string>
}

export type Locale = 'zh-Hans' | 'zh-Hant' | 'en'

/**
 * What a room's `text.ts` exports as `text`: for each language the words as a tree, `{ patrols: { today: '今日' } }`.
 * What it exports as `office` comes only with pages that `officePage` of `core/text` loads.
 *
 * `{name}` stands for a parameter; ` | ` parts the singular from the plural, chosen by the parameter `n`.
 * Words of a refusal lie under `refusals`, keyed by the whole code: `{ refusals: { 'patrols.unknown_place': '…' } }`.
 */
export type RoomText = Record<Locale, Record<string, unknown>>
