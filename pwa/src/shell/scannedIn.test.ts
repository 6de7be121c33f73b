import { beforeEach, describe, expect, it } from 'vitest'

import { provideRooms, scannedIn } from '@/core/rooms'
import { rooms } from '@/shell/rooms'

const pathsOf = (kind: string, role: string) =>
  scannedIn(kind, role).map(({ scans }) => scans?.path)

describe('a label that is no place’s', () => {
  beforeEach(() => provideRooms(rooms))

  it('is opened in the room to which it belongs', () => {
    expect(pathsOf('key_set', 'steward')).toEqual(['/keys/scan'])
    expect(pathsOf('worker_pass', 'guard')).toEqual(['/renovation/scan'])
    expect(pathsOf('renovation_permit', 'steward')).toEqual(['/renovation/scan'])
  })

  it('is offered in every room that knows it: a unit may stand empty or be renovated', () => {
    expect(pathsOf('unit', 'steward').sort()).toEqual(['/renovation/scan', '/vacancy/scan'])
  })

  it('is opened in no room that the role does not enter', () => {
    expect(pathsOf('unit', 'guard')).toEqual(['/renovation/scan'])
    expect(pathsOf('key_set', 'guard')).toEqual([])
  })

  it('leads nowhere when no room knows it', () => {
    expect(pathsOf('person', 'steward')).toEqual([])
  })
})
