import { mount } from '@vue/test-utils'
import { beforeAll, expect, it } from 'vitest'

import { speakOffice } from '@/core/testing/office'
import { freshPhone } from '@/core/testing/phone'
import CompareSlider from '@/domains/findings/views/one/CompareSlider.vue'

beforeAll(async () => {
  freshPhone([])
  await speakOffice()
})

it('draws the line where the slider stands, and says in words how much of which is seen', async () => {
  const frame = mount(CompareSlider, { props: { before: 'b', after: 'a' } })
  const slider = frame.get('input[type=range]')
  expect(frame.attributes('style')).toContain('--line: 50%')

  await slider.setValue(80)

  expect(frame.attributes('style')).toContain('--line: 80%')
  expect(slider.attributes('aria-valuetext')).toContain('80')
  expect(slider.attributes('aria-valuetext')).toContain('20')
})
