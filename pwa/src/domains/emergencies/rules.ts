/** What an emergency entry lacks (PAT-N4), as the server's codes. Pure; twin of the server's. */
import type { EnterBody, LeaveBody, Present } from '@/domains/emergencies/types'

const AT_LEAST = 2

const saysSomething = (text: string) => /[\p{L}\p{N}\p{S}]/u.test(text)

/** Answer how many different people were there: the same name twice is one. */
export function heads(present: readonly Present[]): number {
  const named = ({ personId, name }: Present) => personId ?? name.replace(/\s/g, '').toLowerCase()
  return new Set(present.map(named)).size
}

/** Answer what is lacking on the way in; `managers` may authorise it. */
export function enteringLacks(body: EnterBody, managers: ReadonlySet<string>): string[] {
  const lacks: Record<string, boolean> = {
    authorised_after: Date.parse(body.authorisedAt) > Date.parse(body.enteredAt),
    authoriser_not_manager: !managers.has(body.authorisedBy),
    reason_missing: !saysSomething(body.reason),
    too_few_present: heads(body.present) < AT_LEAST,
  }
  return codesOf(lacks)
}

/** Answer what is lacking on the way out; `photographed`: on the way in. */
export function leavingLacks(body: LeaveBody, photographed: boolean): string[] {
  const lacks: Record<string, boolean> = {
    photo_missing: !photographed && body.photos.length === 0,
    resident_not_told: body.resident === null && !saysSomething(body.notTold),
  }
  return codesOf(lacks)
}

function codesOf(lacks: Record<string, boolean>): string[] {
  return Object.keys(lacks)
    .filter((word) => lacks[word])
    .map((word) => `emergencies.${word}`)
}
