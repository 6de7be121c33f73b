/** Letting as the server tells it, and the acts: a wish noted, the developer's answer, a lease and its end. */
import { newId } from '@/core/ids'
import type { Consent, Letting, Lettings } from '@/domains/vacancy/letting'
import { useAct } from '@/domains/vacancy/useAct'
import { useAsked } from '@/domains/vacancy/useAsked'
import { useManages } from '@/domains/vacancy/useRoles'

const KINDS = ['vacancy.wish', 'vacancy.consent', 'vacancy.let', 'vacancy.let_end']

/** A unit by its id and its name. */
export interface NamedUnit {
  unitId: string
  unit: string
}
export interface NewWish {
  unitId: string | null
  name: string
  phone: string
  /** What is looked for. */
  text: string
}
export type NewConsent = Pick<
  Consent,
  'askedOn' | 'granted' | 'answeredOn' | 'paperNo' | 'until' | 'note'
>
export type NewLetting = Pick<
  Letting,
  'tenant' | 'contractNo' | 'beginsOn' | 'until' | 'keysHandedOver' | 'note'
>

/** Answer what is told of letting, and the acts; all is asked for anew once the server answered. */
export function useLettings() {
  const asked = useAsked<Lettings>('/lettings')
  const { act, waits, refused } = useAct(KINDS, asked.load)

  function wish({ unitId, name, text, phone }: NewWish) {
    const wishId = newId()
    const body = { wishId, unitId, name, text, private: phone ? { phone } : null }
    return act({ kind: 'vacancy.wish', about: wishId, body, title: { name } })
  }

  function consent({ unitId, unit }: NamedUnit, said: NewConsent) {
    const body = { unitId, consentId: newId(), ...said }
    return act({ kind: 'vacancy.consent', about: unitId, body, title: { unit } })
  }

  function rent({ id: consentId, unitId, unit }: Consent, said: NewLetting) {
    const body = { unitId, lettingId: newId(), consentId, ...said }
    return act({ kind: 'vacancy.let', about: unitId, body, title: { unit } })
  }

  function end({ id: lettingId, unitId, unit }: Letting, endedOn: string, reason: string) {
    const body = { unitId, lettingId, endedOn, reason }
    return act({ kind: 'vacancy.let_end', about: unitId, body, title: { unit } })
  }
  return { ...asked, manages: useManages(), waits, refused, wish, consent, rent, end }
}
