import { mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'

import { speakOffice } from '@/core/testing/office'
import { column, sheet } from '@/ground/register/testing/make'
import type { Column, Meaning, SheetRead } from '@/ground/register/types'

import SheetCard from './SheetCard.vue'

beforeAll(speakOffice)

const unknown = (more: Partial<Column> = {}) =>
  column({ index: 3, title: '门牌', samples: ['101', '102'], meaning: null, by: null, ...more })

function card(more: Partial<SheetRead>, chosen: [string, Meaning][] = [], fixed = false) {
  const wrapper = mount(SheetCard, {
    props: { sheet: sheet(more), chosen: new Map(chosen), fixed },
  })
  return {
    wrapper,
    asked: () => wrapper.findAll('select').map((one) => one.attributes('aria-label')),
    missing: () => wrapper.find('[role=status]').text(),
  }
}

describe('a sheet as it was understood', () => {
  it('asks for the columns that are not known and leaves the others alone', () => {
    const { asked } = card({ columns: [column(), unknown()] })

    expect(asked()).toEqual(['“门牌”读作什么'])
  })

  it('says what is missing until a person has named it', async () => {
    const { wrapper, missing } = card({ columns: [unknown()], missing: ['number', 'floor'] })
    expect(missing()).toBe('还缺房号、楼层。在下面指出是哪一列')

    await wrapper.get('select').setValue('number')
    expect(wrapper.emitted('choose')).toEqual([['门牌', 'number']])

    await wrapper.setProps({ chosen: new Map([['门牌', 'number']]) })
    expect(missing()).toBe('还缺楼层。在下面指出是哪一列')
  })

  it('lets a person correct what was understood', async () => {
    const { wrapper, asked } = card({ columns: [column()] })
    expect(asked()).toEqual([])

    await wrapper.get('button').trigger('click')

    expect(asked()).toEqual(['“楼栋”读作什么'])
  })

  it('neither shows nor offers the columns of owners', () => {
    const { wrapper } = card({
      columns: [column({ title: '业主', samples: [], meaning: 'owner' })],
    })

    expect(wrapper.text()).toContain('不读取')
    expect(wrapper.find('button').exists()).toBe(false)
  })

  it('asks nothing any more once it was kept', () => {
    const { wrapper, asked } = card({ columns: [column(), unknown()] }, [], true)

    expect(asked()).toEqual([])
    expect(wrapper.find('button').exists()).toBe(false)
  })
})
