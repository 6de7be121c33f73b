/** Checks made on this phone show at once, before the server tells of them. Pure. */
import { dayOf } from '@/ground/calendar/rules'
import type { CheckBody, VacantUnit } from './types'

/** A check kept here, and who made it. */
export interface OwnCheck {
  body: CheckBody
  byId: string
  byName: string
  /** By the server's clock. */
  leftAt: string
}

/** Say whether a check counts for the week: nothing that the server would remark as missing. */
export function isComplete({
  loanId,
  openValves,
  valves,
  windowsClosed,
  photos,
}: CheckBody): boolean {
  const open = Object.values(valves).filter((state) => state === 'open').length
  return loanId !== null && open === openValves.length && windowsClosed && photos.length > 0
}

/** Answer the unit with own checks laid upon it; one that the server told of already changes nothing. */
export function withOwn(unit: VacantUnit, own: readonly OwnCheck[], zone: string): VacantUnit {
  return own
    .filter(({ body, leftAt }) => body.unitId === unit.id && leftAt > (unit.lastCheck?.at ?? ''))
    .reduce((known, check) => withCheck(known, check, zone), unit)
}

function withCheck(unit: VacantUnit, { body, byId, byName, leftAt }: OwnCheck, zone: string) {
  const complete = isComplete(body)
  const day = dayOf(new Date(leftAt), zone)
  const abnormal = body.answers.filter(({ result }) => result === 'abnormal').length
  const read = body.waterReading && { waterReading: body.waterReading, waterReadAt: leftAt }
  return {
    ...unit,
    ...read,
    ...{ valves: body.valves, openValves: body.openValves },
    lastCheck: {
      checkId: body.checkId,
      at: leftAt,
      byId,
      byName,
      complete,
      serial: null,
      abnormal,
    },
    checkedOn: complete ? [...new Set([...unit.checkedOn, day])].sort() : unit.checkedOn,
  }
}
