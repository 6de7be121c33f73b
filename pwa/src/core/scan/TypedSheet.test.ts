import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'

import TypedSheet from '@/core/scan/TypedSheet.vue'
import { speakOffice } from '@/core/testing/office'

function sheet(props: { unasked?: boolean } = {}) {
  const wrapper = mount(TypedSheet, { props: { open: true, ...props }, attachTo: document.body })
  const field = wrapper.get('input')
  return {
    wrapper,
    field,
    type: (text: string) => field.setValue(text),
    choose: (reason: string) =>
      wrapper
        .findAll('.chip')
        .find((chip) => chip.text() === reason)!
        .trigger('click'),
    submit: () => wrapper.get('form').trigger('submit'),
    wrong: () => wrapper.find('[role=alert]').text(),
  }
}

describe('a code typed by hand', () => {
  beforeEach(() => speakOffice())

  it('stands in groups of four, capitals, look-alikes read as digits', async () => {
    const { type, field } = sheet()

    await type('4k7q2m9xol')

    expect(field.element.value).toBe('4K7Q 2M9X 01')
  })

  it('is told with the reason why it was not scanned (PAT-R12)', async () => {
    const { type, choose, submit, wrapper } = sheet()
    await type('4k7q 2m9x tb3k')
    await choose('太暗')

    await submit()

    expect(wrapper.emitted('code')).toEqual([
      [{ code: '4K7Q2M9XTB3K', method: 'typed', reason: 'too_dark' }],
    ])
  })

  it('may have a reason in own words (PAT-R12)', async () => {
    const { type, choose, submit, wrapper } = sheet()
    await type('4K7Q2M9XTB3K')
    await choose('其他原因')
    await wrapper.findAll('input')[1]!.setValue(' 标签被柜子挡住 ')

    await submit()

    expect(wrapper.emitted('code')?.[0]).toMatchObject([{ reason: '标签被柜子挡住' }])
  })

  it('is not taken without a reason (PAT-R12), nor with an empty one in own words', async () => {
    const { type, choose, submit, wrapper, wrong } = sheet()
    await type('4K7Q2M9XTB3K')

    await submit()
    expect(wrong()).toContain('还没写原因')
    await choose('其他原因')
    await submit()

    expect(wrapper.emitted('code')).toBeUndefined()
  })

  it('is taken alone where no record says how it was read', async () => {
    const { type, submit, wrapper } = sheet({ unasked: true })
    await type('4K7Q2M9XTB3K')

    await submit()

    expect(wrapper.emitted('code')).toEqual([[{ code: '4K7Q2M9XTB3K', method: 'typed' }]])
    expect(wrapper.find('.chip').exists()).toBe(false)
  })

  it('says how many characters are missing, or that one is wrong', async () => {
    const { type, submit, wrong } = sheet()

    await type('4K7Q2M9XT')
    await submit()
    expect(wrong()).toContain('还差 3 位')
    await type('4K7Q2M9XTB3J')
    await submit()
    expect(wrong()).toContain('有一位输错了')
  })
})
