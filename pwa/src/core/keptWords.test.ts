// @vitest-environment happy-dom
import { createApp, defineComponent, h, ref, type Ref } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'

import { keepText, keepWords, useKeptWords } from '@/core/keptWords'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'

beforeEach(async () => {
  localStorage.clear()
  serve()
  freshPhone()
  await signInAs('anna')
})

/** Open a sheet with one field; answer the words in it, and how they are forgotten. */
function open(title: string): { text: Ref<string>; forget: () => void } {
  const text = ref('')
  let forget: (() => void) | undefined
  const field = defineComponent(() => {
    useKeptWords(text, '原因')
    return () => null
  })
  const sheet = defineComponent(() => {
    forget = keepWords(title)
    return () => h(field)
  })
  createApp(sheet).mount(document.createElement('div'))
  return { text, forget: () => forget?.() }
}

describe('a text that a page keeps itself', () => {
  it('is there again after a killed page, until what it is for was kept', () => {
    const written = ref('')
    keepText('skip', written)
    written.value = '台风停工'

    const again = ref('')
    const forget = keepText('skip', again)
    expect(again.value).toBe('台风停工')
    forget()
    const after = ref('')
    keepText('skip', after)
    expect(after.value).toBe('')
  })
})

describe('words typed into a sheet', () => {
  it('are there again when the page was killed and the sheet is opened anew', () => {
    open('退回').text.value = '9 层照片看不清'
    expect(open('退回').text.value).toBe('9 层照片看不清')
    expect(open('作废').text.value).toBe('')
  })

  it('are gone once what they are for was kept', () => {
    const sheet = open('退回')
    sheet.text.value = '重巡'
    sheet.forget()
    expect(open('退回').text.value).toBe('')
  })

  it('are shown to nobody else on a shared phone', async () => {
    open('退回').text.value = '重巡'
    await signInAs('bell')
    expect(open('退回').text.value).toBe('')
  })
})
