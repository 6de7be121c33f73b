/** The approved drawings that whoever visits today takes along (RN-15), whether there is a network on site or not. */
import { readBoard, type Case } from '@/domains/renovation/board'
import { casesIn, seenToday } from '@/domains/renovation/lists'
import type { Today } from '@/domains/renovation/standing'

/** Who goes to sites. */
const VISITORS = ['steward', 'engineer', 'renovation_inspector', 'guard', 'supervisor']

/** Answer the drawings of the sites that nobody has seen today, the red ones first. Pure. */
export function plansOf(cases: readonly Case[], today: Today): string[] {
  return casesIn('sites', cases, today)
    .filter((one) => !seenToday(one, today))
    .flatMap(({ one }) => one.papers.find(({ code }) => code === 'doc_plan')?.photos ?? [])
    .map(({ sha256 }) => sha256)
}

/** Answer the drawings that this person takes along today. */
export async function plansAhead(): Promise<string[]> {
  const board = await readBoard()
  if (!board || !VISITORS.includes(board.who.role)) return []
  return plansOf(board.cases, board.today)
}
