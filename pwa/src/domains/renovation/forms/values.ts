/** What stands in the fields of a form, as what it is. Pure. */
import { dotted } from '@/core/text/dotted'
import { isBareNormal } from '@/ground/checklists/rules'
import { isSigned } from '@/ground/signatures/strokes'
import { fenOf } from '@/domains/renovation/money'
import type { Private, Signed, SignsAs } from '@/domains/renovation/said'
import type { Photo } from '@/domains/renovation/types'
import type { LookedAt } from '@/domains/renovation/visit/types'
import type { About, Field, Form, Value, Values } from './types'

const EMPTY: Record<Field['kind'], Value> = {
  ...{ text: '', long: '', lines: '', day: '', moment: '', money: '', one: '' },
  ...{ many: [], tick: false, photos: [], items: {} },
}

/** Answer a form as it opens. */
export function firstValues({ fields }: Pick<Form, 'fields'>, about: About): Values {
  return Object.fromEntries(
    fields.map(({ name, kind, first }) => [name, first?.(about) ?? EMPTY[kind]]),
  )
}

export const text = (values: Values, name: string) => String(values[name] ?? '').trim()
export const ticked = (values: Values, name: string) => values[name] === true
export const many = (values: Values, name: string) => [...((values[name] ?? []) as string[])]
export const photos = (values: Values, name = 'photos') => [...((values[name] ?? []) as Photo[])]
export const lookedAt = (values: Values, name: string) => (values[name] ?? {}) as LookedAt
export const fen = (values: Values, name: string) => fenOf(text(values, name)) ?? 0
/** Answer a moment of the phone's own clock as it is sent. */
export const moment = (values: Values, name: string) => new Date(text(values, name)).toISOString()
export const lines = (values: Values, name: string) =>
  text(values, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Answer the fields that are asked for now. */
export function asked({ fields }: Pick<Form, 'fields'>, values: Values, about: About): Field[] {
  return fields.filter(({ when }) => when?.(values, about) ?? true)
}

/** A signature while it is given. */
export type Signing = Partial<Record<SignsAs, Omit<Signed, 'as'>>>

/** What keeps a form from being kept: the field that is empty or says nothing, the signature, or the form's own word. */
export type FormLack = { field: string; bare?: boolean } | { signature: SignsAs } | { word: string }

/** Answer the first thing that is missing, or null. */
export function formLack(
  form: Form,
  values: Values,
  signing: Signing,
  about: About,
): FormLack | null {
  const fields = asked(form, values, about)
  const empty = fields.find((field) => field.needed && !isFilled(field, values, about))
  if (empty) return { field: empty.name }
  const bare = fields.find(
    ({ kind, name }) => kind === 'long' && isBareNormal(text(values, name), about.board.bareWords),
  )
  if (bare) return { field: bare.name, bare: true }
  const word = form.lack?.(values, about) ?? null
  if (word !== null) return { word }
  const unsigned = form.signs?.(values, about).find((as) => !hasSigned(signing[as]))
  return unsigned ? { signature: unsigned } : null
}

const hasSigned = (one: Omit<Signed, 'as'> | undefined) =>
  one !== undefined && one.name.trim() !== '' && isSigned(one.strokes)

function isFilled({ name, kind, options }: Field, values: Values, about: About): boolean {
  const value = values[name]
  if (kind === 'items')
    return options?.(about).every((one) => lookedAt(values, name)[one.value]) === true
  if (kind === 'money') return fenOf(text(values, name)) !== null
  if (kind === 'tick') return value === true
  return Array.isArray(value) ? value.length > 0 : text(values, name) !== ''
}

/** Answer what lies apart in the book: the signatures. */
export function privateOf(
  form: Form,
  values: Values,
  signing: Signing,
  about: About,
): Private | null {
  const signs = form.signs?.(values, about) ?? []
  if (signs.length === 0) return null
  const signatures = signs.map((as) => {
    const { name = '', strokes = [] } = signing[as] ?? {}
    return { as, name: name.trim(), strokes }
  })
  return { signatures }
}

/** Answer the name with which a signature begins: of who is known to the case, or of who holds the phone. */
export function nameOf(as: SignsAs, { one, board }: About): string {
  const leader = one.workers.find(({ workerId }) => workerId === one.personInCharge)
  const known: Partial<Record<SignsAs, string>> = {
    owner: one.applicant.name,
    contractor: leader?.name ?? '',
    person_in_charge: leader?.name ?? '',
    company: board.who.name,
  }
  const own: Partial<Record<SignsAs, readonly string[]>> = {
    engineer: ['engineer'],
    steward: ['steward', 'front_desk'],
    manager: ['manager', 'office_manager'],
    guard: ['guard'],
  }
  return known[as] ?? (own[as]?.includes(board.who.role) ? board.who.name : '')
}

/** Answer the passes that are good, by whose they are. */
export const passOptions = ({ one: { passes } }: About) =>
  passes
    .filter(({ state }) => state === 'issued')
    .map(({ passId, name, serial }) => ({
      value: passId,
      word: dotted(name, serial),
    }))
