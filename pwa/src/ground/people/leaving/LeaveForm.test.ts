import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'

import { speakOffice } from '@/core/testing/office'

import type { Colleague } from '../types'
import LeaveForm from './LeaveForm.vue'

beforeAll(speakOffice)
afterEach(() => vi.unstubAllGlobals())

const colleague = { id: 'p-chen', name: '陈志强', role: 'steward', active: true } as Colleague
const keys = { kind: 'keys.loan', id: 'l-1', name: 'K-0421 5 栋 801' }

async function form(held: object[]) {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (_: string, { body }: RequestInit) => {
    if (!body) return Response.json(held)
    sent.push(JSON.parse(body as string))
    return new Response(null, { status: 204 })
  })
  const wrapper = mount(LeaveForm, { props: { colleague }, attachTo: document.body })
  await flushPromises()
  const button = wrapper.get('button[type=submit]')
  await wrapper.get('input[type=text]').setValue('合同到期')
  const end = async () => {
    await wrapper.get('form').trigger('submit')
    await flushPromises()
  }
  return { wrapper, button, sent, end }
}

it('names what is still in their name, and ends the part only once that is ticked', async () => {
  const { wrapper, button, sent, end } = await form([keys])

  expect(wrapper.get('li').text()).toBe('钥匙 K-0421 5 栋 801')
  expect(button.attributes('disabled')).toBeDefined()
  await end()
  expect(sent).toEqual([])

  await wrapper.get('input[type=checkbox]').setValue(true)
  await end()
  expect(sent).toMatchObject([{ reason: '合同到期', despite: true }])
  expect(wrapper.emitted('done')).toHaveLength(1)
})

it('asks for a day and a reason where nothing is left to hand over', async () => {
  const { wrapper, button, sent, end } = await form([])

  await wrapper.get('input[type=date]').setValue('')
  expect(button.attributes('disabled')).toBeDefined()
  await wrapper.get('input[type=date]').setValue('2026-11-20')
  await wrapper.get('input[type=text]').setValue(' ')
  expect(button.attributes('disabled')).toBeDefined()
  await wrapper.get('input[type=text]').setValue('搬家')
  await end()

  expect(sent).toEqual([{ leftOn: '2026-11-20', reason: '搬家', despite: false }])
})
