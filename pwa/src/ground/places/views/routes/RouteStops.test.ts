import { flushPromises, mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'

import { speakOffice } from '@/core/testing/office'
import { place } from '@/ground/places/testing/make'

import RouteStops from './RouteStops.vue'

beforeAll(speakOffice)

const stops = ['天台', '2 层 楼梯间', '1 层 大堂'].map((name, i) =>
  place({ id: `p-${i + 1}`, name: `3 栋 ${name}` }),
)
const buildings = [{ id: 'b-1', estate: 'e-1', name: '3 栋', order: 1 }]

function list(fixed = false) {
  const wrapper = mount(RouteStops, {
    props: { stops, buildings, fixed, frequencies: { 'p-1': 'daily' as const } },
    attachTo: document.body,
  })
  return {
    wrapper,
    key: (name: string) => wrapper.get<HTMLElement>(`[aria-label="${name}"]`),
    order: () => wrapper.emitted<[string[]]>('order')?.at(-1)?.[0],
    often: () => wrapper.emitted('often')?.at(-1)?.[0],
    said: () => wrapper.get('[aria-live]').text(),
  }
}

describe('the places of a route', () => {
  it('move a step at a time without a mouse, and it is said', async () => {
    const { key, order, said } = list()

    await key('下移 3 栋 天台').trigger('click')

    expect(order()).toEqual(['p-2', 'p-1', 'p-3'])
    expect(said()).toBe('3 栋 天台 已移到第 2 处，共 3 处')
  })

  it('say how often each is visited, and take another word', async () => {
    const { key, often } = list()
    expect(
      (key('3 栋 天台 的巡查频次') as unknown as { element: HTMLSelectElement }).element.value,
    ).toBe('daily')

    await key('3 栋 1 层 大堂 的巡查频次').setValue('weekly')

    expect(often()).toEqual({ 'p-1': 'daily', 'p-3': 'weekly' })
  })

  it('keep the focus on the key of the place that was moved', async () => {
    const { wrapper, key } = list()
    const inOrder = (ids: string[]) => ids.map((id) => stops.find((stop) => stop.id === id)!)
    await wrapper.setProps({
      onOrder: (ids: string[]) => wrapper.setProps({ stops: inOrder(ids) }),
    })
    key('上移 3 栋 2 层 楼梯间').element.focus()

    await key('上移 3 栋 2 层 楼梯间').trigger('click')
    await flushPromises()

    // At the top there is no way up: the key beside it has the focus.
    expect(document.activeElement?.getAttribute('aria-label')).toBe('下移 3 栋 2 层 楼梯间')
  })

  it('do not move past the ends', () => {
    const { key } = list()

    expect(key('上移 3 栋 天台').attributes('disabled')).toBeDefined()
    expect(key('下移 3 栋 1 层 大堂').attributes('disabled')).toBeDefined()
  })

  it('are taken off the route one by one', async () => {
    const { key, order, said } = list()

    await key('从路线去掉 3 栋 2 层 楼梯间').trigger('click')

    expect(order()).toEqual(['p-1', 'p-3'])
    expect(said()).toBe('3 栋 2 层 楼梯间 已从路线去掉')
  })

  it('do not repeat the building in which all of them lie', () => {
    const names = list()
      .wrapper.findAll('.stop-row__name')
      .map((name) => name.text())

    expect(names).toEqual(['天台', '2 层 楼梯间', '1 层 大堂'])
  })

  it('are only shown while nobody may change them', () => {
    expect(list(true).wrapper.find('button').exists()).toBe(false)
  })
})
