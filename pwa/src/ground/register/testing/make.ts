/** Uploads as a server would tell them, for tests. */
import type { Column, Report, SheetRead, Upload } from '@/ground/register/types'

export function column(more: Partial<Column> = {}): Column {
  return { index: 0, title: '楼栋', samples: ['1 栋'], meaning: 'building', by: 'words', ...more }
}

export function sheet(more: Partial<SheetRead> = {}): SheetRead {
  const columns = [column()]
  return { name: '台账', header: 3, units: 4, skipped: 1, missing: [], columns, ...more }
}

export function report(more: Partial<Report> = {}): Report {
  return {
    layout: 'office',
    sheets: [sheet()],
    goodUnits: 4,
    byState: { occupied_owner: 3, vacant_unsold: 1 },
    renovating: 1,
    added: 2,
    changed: 1,
    same: 1,
    absent: 0,
    newBuildings: ['1 栋'],
    examples: { added: [], changed: [], absent: [] },
    refuse: [],
    refused: 0,
    ...more,
  }
}

export function upload(more: Partial<Upload> = {}): Upload {
  return {
    id: 'u-1',
    name: '台账.xlsx',
    state: 'read',
    done: 4,
    of: 4,
    refusal: null,
    report: report(),
    byName: '沈若水',
    at: '2026-11-22T06:00:00Z',
    ...more,
  }
}
