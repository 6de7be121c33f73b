/** How a room says which local tables it keeps. */

/** A local table. `indexes` says which store version brought which Dexie schema; the numbers are shared by all rooms. */
export interface TableSpec<T> {
  name: string
  indexes: Record<number, string>
  /** Emptied with every later version of the store: what a new table holds may have been told before it was there. */
  anew?: true
  /** Never set: carries the row's type. */
  readonly _row?: T
}
