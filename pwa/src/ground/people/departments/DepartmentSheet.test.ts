import { mount } from '@vue/test-utils'
import { beforeAll, expect, it } from 'vitest'

import { speakOffice } from '@/core/testing/office'

import type { Colleague } from '../types'
import DepartmentSheet from './DepartmentSheet.vue'

beforeAll(speakOffice)

const somebody = (id: string, name: string, role: string) =>
  ({ id, name, role, active: true }) as Colleague
const eligible = [
  somebody('wang', '王建国', 'engineer'),
  somebody('luo', '罗文斌', 'engineer'),
  somebody('sun', '孙桂兰', 'cleaner'),
]
const department = {
  id: 'd',
  kind: 'engineering',
  name: '工程部',
  headId: 'wang',
  memberIds: ['luo', 'sun', 'wang'],
  namedIds: ['sun'],
}

function sheet() {
  const wrapper = mount(DepartmentSheet, {
    props: { department, eligible, failed: '', running: false },
    attachTo: document.body,
  })
  const box = (name: string) =>
    wrapper.findAll('.members__one').find((one) => one.text().includes(name))
  return { wrapper, box, kept: () => wrapper.emitted<[object]>('save')?.at(-1)?.[0] }
}

it('ticks whom the list names, and says of others that they belong by their role', () => {
  const { box } = sheet()

  expect(box('孙桂兰')?.get('input').element.checked).toBe(true)
  expect(box('罗文斌')?.get('input').element.checked).toBe(false)
  expect(box('罗文斌')?.text()).toContain('按岗位归入')
  expect(box('王建国')?.text()).not.toContain('按岗位归入')
})

it('keeps the whole list, and nobody as head where none is chosen', async () => {
  const { wrapper, box, kept } = sheet()

  await box('罗文斌')?.get('input').setValue(true)
  await wrapper.get('select').setValue('')
  await wrapper.get('form').trigger('submit')

  expect(kept()).toEqual({ name: '工程部', headId: null, memberIds: ['sun', 'luo'] })
})

it('is not kept without a name', async () => {
  const { wrapper } = sheet()

  await wrapper.get('input').setValue('  ')

  expect(wrapper.get('button[type=submit]').attributes('disabled')).toBeDefined()
})
