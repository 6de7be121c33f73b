/** The forms of a month, the pages of one of them, or the pages whose number was asked for. */
import { useDebounceFn } from '@vueuse/core'
import { onMounted, reactive, shallowRef, watch } from 'vue'

import { corrected } from '@/core/clock'
import { get } from '@/core/http/client'
import type { Schemas } from '@/core/http/schema'
import { useCall } from '@/core/http/useCall'
import { dayOf } from '@/core/text/when'

export type Books = Schemas['BooksOut']

const TYPED_MS = 300

/** Answer what is asked for, to be changed by the page, and what was found. */
export function useBooks() {
  const thisMonth = dayOf(corrected()).slice(0, 7)
  const asked = reactive({ month: thisMonth, form: '', serial: '' })
  const told = shallowRef<Books | null>(null)
  const { failed, running, call } = useCall()
  let last = 0

  async function load(): Promise<void> {
    const mine = ++last
    const answer = await call(() => get<Books>(`/books?${new URLSearchParams(asked).toString()}`))
    // What was typed meanwhile asks for itself.
    if (answer.ok && mine === last) told.value = answer.data
  }

  watch(() => [asked.month, asked.form], load)
  watch(() => asked.serial, useDebounceFn(load, TYPED_MS))
  onMounted(load)
  return { asked, told, failed, running, thisMonth, load }
}
