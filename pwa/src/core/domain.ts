/** What a room hands over to the shell: its pages, the ways in, its local tables and what it pulls. */
import type { RouteRecordRaw } from 'vue-router'

import type { TableSpec } from '@/core/store/spec'
import type { TodoSource } from '@/core/todo'
import type { IconName } from '@/core/ui/icons'

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
 * Pages whose addresses the start does without: they come when one under these paths is opened.
 *
 * A room of many pages weighs nothing on the first screen then.
 */
export interface LaterPages {
  /** What the addresses begin with: `/keys`. */
  under: string[]
  load: () => Promise<{ routes: RouteRecordRaw[] }>
}

/** A way into a room, on a tablet's rail or in 我的. */
export interface Entrance {
  path: string
  icon: IconName
  /** Keys of its words; those of the rail are among what the start loads. */
  title: string
  note?: string
  /** Its place on the rail, named like the `tab` of the pages that light it up. */
  rail?: string
  /** Who sees it; everybody where nothing is said. */
  roles?: readonly string[]
  /** Kinds of things whose labels belong here, and the page that takes the code of one: `?code=`. */
  scans?: { kinds: readonly string[]; path: string }
}

/**
 * A room's only door.
 *
 * Its words are not handed over: `core/text` finds every room's `text.ts` by its name and loads one language of it.
 * What it keeps is named in 待上传 by the words `titles.<kind>`.
 */
export interface Room {
  name: string
  routes?: RouteRecordRaw[]
  later?: LaterPages
  entrances?: Entrance[]
  tables?: TableSpec<unknown>[]
  pulled?: PulledKind[]
  /** Under which words the codes among the parameters of its refusals are told, by parameter: `{ line: ['renovation.lines'] }`. */
  terms?: Readonly<Record<string, readonly string[]>>
  /** What of the room waits for the person signed in, for 今日 and the desk. */
  todo?: () => Promise<TodoSource>
  /** Pictures that the person signed in should have at hand where there is no network, those needed first ahead. */
  ahead?: () => Promise<string[]>
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
