/** How an act's sheet is described: what is asked, who signs, what is said. Drawn by `FieldSheet.vue`. */
import type { Board } from '@/domains/renovation/board'
import type { Found } from '@/domains/renovation/needs'
import type { Act, Said, SignsAs } from '@/domains/renovation/said'
import type { Notice, Pass, Photo, Renovation, WorkRequest } from '@/domains/renovation/types'
import type { LookedAt } from '@/domains/renovation/visit/types'

export type Value = string | boolean | readonly string[] | readonly Photo[] | LookedAt
export type Values = Readonly<Record<string, Value>>

/** What an act is about. */
export interface About {
  one: Renovation
  board: Pick<Board, 'settings' | 'today' | 'who' | 'bareWords' | 'templates'>
  notice?: Notice
  request?: WorkRequest
  pass?: Pass
}

/** An answer to choose: its words stand under `renovation.options.<field>.<value>`, unless it brings its own. */
export interface Option {
  value: string
  word?: string
}

export type Kind =
  | 'text'
  | 'long'
  | 'lines'
  | 'day'
  | 'moment'
  | 'money'
  | 'one'
  | 'many'
  | 'tick'
  | 'photos'
  | 'items'

export interface Field {
  /** Its label stands under `renovation.fields.<name>`. */
  name: string
  kind: Kind
  /** Nothing is kept without it. */
  needed?: boolean
  first?: (about: About) => Value
  options?: (about: About) => readonly Option[]
  /** Asked for only then. */
  when?: (values: Values, about: About) => boolean
}

export interface Form<K extends Act = Act> {
  fields: readonly Field[]
  /** Who signs on the screen. */
  signs?: (values: Values, about: About) => readonly SignsAs[]
  /** Why it cannot be kept though all is filled in: a word of `renovation.lacks`. */
  lack?: (values: Values, about: About) => string | null
  said: (values: Values, about: About) => Said[K]
  /** What it found wrong at the unit. */
  found?: (said: Said[K], about: About) => readonly Found[]
}
