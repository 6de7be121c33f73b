/** What a report of something wrong must hold (PAT-R04). Pure; twin of the server's. */
import { detailsMissing, isWritten, stepsMissing } from '@/ground/checklists/rules'
import type { ChecklistItem } from '@/ground/checklists/types'
import type { ReportBody } from '@/domains/findings/types'

/**
 * Answer the codes of what a report lacks, sorted. The report is kept all the same.
 *
 * item  the checklist item, or null when this house never shipped it: then nothing besides is asked
 */
export function reportRemarks(
  report: ReportBody,
  item: Pick<ChecklistItem, 'record' | 'steps'> | null,
): string[] {
  const moments = report.photos.map(({ moment }) => moment)
  const solved = report.action === 'solved_on_spot'
  const shown = Object.fromEntries(moments.map((moment) => [moment, 1]))
  const steps = stepsMissing(item?.steps, report.steps, shown)
  const lacks = {
    'findings.action_missing': report.action === null,
    'findings.after_photo_missing': solved && !moments.includes('after'),
    'findings.description_missing': !isWritten(report.description),
    'findings.detail_missing': item !== null && detailsMissing(item, report.details).length > 0,
    'findings.help_not_called': steps.includes('help_called'),
    'findings.manager_not_called': steps.includes('manager_called'),
    'findings.notice_not_posted': steps.includes('notice_posted'),
    'findings.photo_missing': !moments.includes('before'),
    'findings.resident_not_called': steps.includes('resident_called'),
    'findings.spot_missing': !isWritten(report.spot),
    'findings.valve_not_closed': steps.includes('valve_closed'),
  }
  return Object.entries(lacks)
    .filter(([, lacking]) => lacking)
    .map(([code]) => code)
}

/** The checklist of what is wrong in a resident's home; no place has it (PAT-N3). */
export const HOME_TYPE = 'home_abnormal'

/** Say whether a finding is about a resident's home: nobody goes in to look (PAT-N1). */
export function isOfHome({ checklist }: { checklist?: { type: string } }): boolean {
  return checklist?.type === HOME_TYPE
}
