import type { TableSpec } from '@/core/domain'
import type { KeptPhoto, PhotoBytes } from '@/core/photos/types'

export const photoTable: TableSpec<KeptPhoto> = {
  name: 'photos',
  indexes: { 1: 'sha256, [state+takenAt]' },
}

export const photoBytesTable: TableSpec<PhotoBytes> = {
  name: 'photoBytes',
  indexes: { 4: 'sha256' },
}
