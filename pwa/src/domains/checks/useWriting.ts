/** A sheet while it is written: its lines, what it lacks, how it is kept. */
import { computed, ref, shallowRef, type Ref } from 'vue'

import { corrected } from '@/core/clock'
import { newId } from '@/core/ids'
import { keepText } from '@/core/keptWords'
import { t } from '@/core/text'
import { dayOf } from '@/core/text/when'
import type { Board } from '@/domains/checks/repo'
import { foundInWeek, lackOf, mondayOf, sheetIdOf } from '@/domains/checks/rules'
import { spanText } from '@/domains/checks/say'
import type { CheckRow, Period, Rating, WriteBody } from '@/domains/checks/types'
import { useDoing, useNames } from '@/domains/checks/use'

/** Answer a fresh line. */
export function freshRow(more: Partial<CheckRow> = {}): CheckRow {
  return {
    ...{ rowId: newId(), personId: null, subject: '', item: 'dress', finding: '', kind: 'general' },
    ...{ rechecks: null, right: null },
    ...more,
  }
}

/** What of a sheet is lost with the page unless it is kept. */
interface Draft {
  rows: Ref<CheckRow[]>
  note: Ref<string>
  rating: Ref<Rating | null>
}

/** Answer a half written sheet as one text; what was written for another day is left alone. */
function draftOf({ rows, note, rating }: Draft, day: Ref<string>) {
  return computed({
    get: () =>
      rows.value.length || note.value || rating.value
        ? JSON.stringify([day.value, rows.value, note.value, rating.value])
        : '',
    set(text: string) {
      const [of, ...kept] = text ? (JSON.parse(text) as unknown[]) : []
      if (of !== day.value) return
      ;[rows.value, note.value, rating.value] = kept as [CheckRow[], string, Rating | null]
    },
  })
}

/** Answer the sheet of a department's day or week while it is written. */
export function useWriting(board: Ref<Board | null | undefined>, period: Period, dept: string) {
  const rows = shallowRef<CheckRow[]>([])
  const note = ref('')
  const rating = ref<Rating | null>(null)
  const told = ref(false)
  const nameOf = useNames(board)
  const { notKept, act } = useDoing()
  const today = computed(() => dayOf(corrected(), board.value?.zone))
  const day = computed(() => (period === 'weekly' ? mondayOf(today.value) : today.value))
  const found = computed(() =>
    period === 'weekly' ? foundInWeek(board.value?.sheets ?? [], dept, day.value) : [],
  )
  const people = computed(() => {
    const members = board.value?.departments.find(({ kind }) => kind === dept)?.memberIds ?? []
    return board.value?.people.filter(({ id }) => members.includes(id)) ?? []
  })
  const forget = keepText('write', draftOf({ rows, note, rating }, day))
  const body = computed<WriteBody>(() => ({
    sheetId: sheetIdOf(board.value?.estate ?? '', period, dept, day.value),
    ...{ period, dept, day: day.value, note: note.value.trim(), rating: rating.value },
    rows: rows.value.map((row) => ({ ...row, finding: row.finding.trim() })),
  }))
  const lacks = computed(() => {
    const lack = lackOf(body.value)
    if (lack === null) return ''
    return lack === 'rating' ? t('checks.ratingMissing') : t('checks.rowMissing', { n: lack.row })
  })

  const add = () => (rows.value = [...rows.value, freshRow()])
  const remove = (rowId: string) => (rows.value = rows.value.filter((one) => one.rowId !== rowId))
  const change = (rowId: string, part: Partial<CheckRow>) =>
    (rows.value = rows.value.map((one) => (one.rowId === rowId ? { ...one, ...part } : one)))

  /** Say of something that a daily sheet found whether it is put right. */
  function recheck(before: CheckRow, right: boolean): void {
    const { rowId, personId, subject, item, kind, finding } = before
    const again = freshRow({ personId, subject, item, kind, finding, rechecks: rowId, right })
    rows.value = [...rows.value.filter(({ rechecks }) => rechecks !== rowId), again]
  }

  /** Keep the sheet. Answers its id; null when something is lacking or it was not kept. */
  async function write(): Promise<string | null> {
    told.value = true
    if (lacks.value) return null
    const sent = body.value
    if (!(await act('write', sent, `${nameOf(dept)} ${spanText(period, day.value)}`))) return null
    forget()
    return sent.sheetId
  }
  const edits = { add, remove, change, recheck, write }
  return { rows, note, rating, told, lacks, notKept, day, found, people, nameOf, ...edits }
}
