import { describe, expect, it } from 'vitest'

import { openStore, storeTrouble, troubleOf } from '@/core/store/health'
import { buildStore } from '@/core/store/store'

const tables = (version: number) => [{ name: 'notes', indexes: { [version]: 'id' } }]

describe('a store that cannot be used', () => {
  it('is told by what the browser says', () => {
    expect(troubleOf({ name: 'MissingAPIError' })).toBe('forbidden')
    expect(troubleOf({ name: 'OpenFailedError', inner: { name: 'SecurityError' } })).toBe(
      'forbidden',
    )
    expect(troubleOf({ name: 'VersionError' })).toBe('outdated')
    expect(troubleOf({ name: 'OpenFailedError', inner: { name: 'UnknownError' } })).toBe('broken')
  })

  it('gives way to a newer app in another tab and says so', async () => {
    const old = buildStore(tables(1), 'shared')
    await openStore(old)
    expect(storeTrouble.value).toBe('')

    await buildStore(tables(2), 'shared').dexie.open()

    expect(storeTrouble.value).toBe('outdated')
  })
})
