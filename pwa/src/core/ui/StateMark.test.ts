import { mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'

import { showLanguage } from '@/core/text'
import StateMark from '@/core/ui/StateMark.vue'
import { states, type State } from '@/core/ui/states'

beforeAll(() => showLanguage('zh-Hans'))

const all = Object.keys(states) as State[]

describe('the mark of a state', () => {
  it.each(all)('%s is never colour alone: it says its word', (state) => {
    const mark = mount(StateMark, { props: { state } })

    expect(mark.attributes('role')).toBe('img')
    expect(mark.attributes('aria-label')).toMatch(/^[\u4e00-\u9fff]+$/)
  })

  it('has a shape of its own for each state', () => {
    const shapes = all.map((state) => mount(StateMark, { props: { state } }).find('svg').html())

    expect(new Set(shapes).size).toBe(all.length)
  })

  it('shows another word beside the shape, and then does not say it twice', () => {
    const mark = mount(StateMark, { props: { state: 'late', word: '剩 2 小时' } })

    expect(mark.text()).toBe('剩 2 小时')
    expect(mark.attributes('aria-label')).toBeUndefined()
  })
})
