/** The phone's store: one Dexie database built from the tables of all rooms, written with strict durability. */
import { Dexie, type Table } from 'dexie'

import type { TableSpec } from '@/core/domain'

export interface Store {
  /** Answer the table of `spec`. */
  rows<T>(spec: TableSpec<T>): Table<T, string>
  /** Run `work` in one transaction over `specs`: all of it is kept, or none. */
  transaction<R>(specs: readonly TableSpec<unknown>[], work: () => Promise<R>): Promise<R>
  /** Read several tables as they are at one moment; also far quicker than one by one. */
  snapshot<R>(specs: readonly TableSpec<unknown>[], read: () => Promise<R>): Promise<R>
  /** What runs underneath; for what only the store's own house needs. */
  readonly dexie: Dexie
}

/**
 * Build the store of `specs`; it opens at its first use.
 *
 * Writes wait until they are on the disk (`protocol.md` 6): without it, a phone that dies in the hand may forget what
 * it has already called saved.
 */
export function buildStore(specs: readonly TableSpec<unknown>[], name = 'rounds'): Store {
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict' })
  const names = (specs: readonly TableSpec<unknown>[]) => specs.map((spec) => spec.name)
  const anew = names(specs.filter((spec) => spec.anew))
  for (const [version, tables] of byVersion(specs))
    dexie
      .version(version)
      .stores(tables)
      .upgrade((upgrade) => Promise.all(anew.map((name) => upgrade.table(name).clear())))
  return {
    dexie,
    rows: <T>(spec: TableSpec<T>) => dexie.table<T, string>(spec.name),
    transaction: (specs, work) => dexie.transaction('rw', names(specs), work),
    snapshot: (specs, read) => dexie.transaction('r', names(specs), read),
  }
}

/** Answer the schemas that each store version brings, lowest first. */
export function byVersion(
  specs: readonly TableSpec<unknown>[],
): [number, Record<string, string>][] {
  const versions = new Map<number, Record<string, string>>()
  for (const { name, indexes } of specs)
    for (const [version, schema] of Object.entries(indexes)) {
      const tables = versions.get(Number(version)) ?? {}
      if (name in tables) throw new Error(`two tables are called ${name}`)
      versions.set(Number(version), { ...tables, [name]: schema })
    }
  return [...versions].sort(([a], [b]) => a - b)
}
