import type { TableSpec } from '@/core/domain'
import type { KeptPhoto } from '@/core/photos/types'

/** Bytes are an ArrayBuffer: Safari loses Blobs kept in IndexedDB. Read keys, not rows, to count. */
export const photoTable: TableSpec<KeptPhoto> = {
  name: 'photos',
  indexes: { 1: 'sha256, [state+takenAt]' },
}
