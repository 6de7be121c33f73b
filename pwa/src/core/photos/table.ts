import type { TableSpec } from '@/core/domain'
import type { KeptPhoto, PhotoBytes } from '@/core/photos/types'

export const photoTable: TableSpec<KeptPhoto> = {
  name: 'photos',
  indexes: { 1: 'sha256, [state+takenAt]' },
}

/** Pictures of others in the size of a screen, brought ahead of need; none of them is sent. */
export const aheadTable: TableSpec<PhotoBytes> = {
  name: 'photosAhead',
  indexes: { 9: 'sha256' },
}

export const photoBytesTable: TableSpec<PhotoBytes> = {
  name: 'photoBytes',
  indexes: { 4: 'sha256' },
}
