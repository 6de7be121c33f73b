/** How a room says which local tables it keeps. */

/** A local table. `indexes` says which store version brought which Dexie schema; the numbers are shared by all rooms. */
export interface TableSpec<T> {
  name: string
  indexes: Record<number, string>
  /** Never set: carries the row's type. */
  readonly _row?: T
}
