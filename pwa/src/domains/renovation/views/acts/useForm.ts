/** A form while it is filled in: what stands in it, who signed, what is missing. */
import { computed, shallowRef } from 'vue'

import { t } from '@/core/text'
import type { About, Form, Value } from '@/domains/renovation/forms/types'
import {
  asked,
  firstValues,
  formLack,
  nameOf,
  privateOf,
  text,
  type Signing,
} from '@/domains/renovation/forms/values'
import type { SignsAs } from '@/domains/renovation/said'

/** Answer the form of an act as it opens. */
export function useForm(form: Form, about: About) {
  // Shallow: what is in them goes into the store, and the store takes no proxies.
  const values = shallowRef(firstValues(form, about))
  const signing = shallowRef<Signing>({})
  const fields = computed(() => asked(form, values.value, about))
  const signs = computed(() => form.signs?.(values.value, about) ?? [])
  /** Who witnesses is named among the fields: the name stands on the notice too. */
  const signedAs = (as: SignsAs) => {
    const given = signing.value[as] ?? { name: nameOf(as, about), strokes: [] }
    return as === 'witness' ? { ...given, name: text(values.value, 'witness') } : given
  }
  const given = () => Object.fromEntries(signs.value.map((as) => [as, signedAs(as)]))

  const lacks = computed(() => {
    const lack = formLack(form, values.value, given(), about)
    if (lack === null) return ''
    if ('word' in lack) return t(`renovation.lacks.${lack.word}`)
    if ('signature' in lack)
      return t('renovation.lacks.signature', { who: t(`renovation.signs.${lack.signature}`) })
    const name = t(`renovation.fields.${lack.field}`)
    return t(lack.bare ? 'renovation.lacks.bare' : 'renovation.lacks.field', { name })
  })

  const write = (name: string, value: Value) => (values.value = { ...values.value, [name]: value })
  const sign = (as: SignsAs, one: Signing[SignsAs]) =>
    (signing.value = { ...signing.value, [as]: one })
  const apart = () => privateOf(form, values.value, given(), about)
  const said = () => form.said(values.value, about)
  return { values, fields, signs, signedAs, lacks, write, sign, apart, said }
}

export type OpenForm = ReturnType<typeof useForm>
