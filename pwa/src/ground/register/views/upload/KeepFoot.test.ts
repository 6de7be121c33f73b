import { mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'

import { speakOffice } from '@/core/testing/office'
import { report } from '@/ground/register/testing/make'
import type { Meaning, Report } from '@/ground/register/types'

import KeepFoot from './KeepFoot.vue'

beforeAll(speakOffice)

function foot(more: Partial<Report>, chosen: [string, Meaning][] = [], failed = '') {
  const props = { report: report(more), chosen: new Map(chosen), running: false, failed }
  const wrapper = mount(KeepFoot, { props })
  return { wrapper, key: () => wrapper.get('.button--main') }
}

describe('the key at the foot of an import', () => {
  it('says how many units it keeps, and what that changes', async () => {
    const { wrapper, key } = foot({ goodUnits: 264, added: 260, changed: 4, refused: 2 })

    expect(key().text()).toBe('导入 264 套')
    expect(wrapper.text()).toContain('新增 260\u00a0· 有变化 4\u00a0· 不能导入 2')
    await key().trigger('click')
    expect(wrapper.emitted('keep')).toHaveLength(1)
  })

  it('keeps nothing when nothing is new', () => {
    const { key } = foot({ goodUnits: 4, added: 0, changed: 0, same: 4 })

    expect(key().text()).toBe('和已有的一样，不用导入')
    expect(key().attributes('disabled')).toBeDefined()
  })

  it('reads again first when columns were named by hand', async () => {
    const { wrapper, key } = foot({}, [['门牌', 'number']])

    await key().trigger('click')

    expect(wrapper.emitted('readAgain')).toHaveLength(1)
    expect(wrapper.emitted('keep')).toBeUndefined()
  })

  it('offers to read again when keeping was refused', async () => {
    const { wrapper } = foot({}, [], '读表之后房屋有变动')

    await wrapper.get('[role=alert] button').trigger('click')

    expect(wrapper.emitted('readAgain')).toHaveLength(1)
  })
})
