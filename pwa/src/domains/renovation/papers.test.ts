import { describe, expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/renovation_missing.json'

import { missingOf, PAPERS } from '@/domains/renovation/papers'
import { photo, SETTINGS, site, worker } from '@/domains/renovation/testing/make'
import type { Paper, PaperCode, Party } from '@/domains/renovation/types'

const paper = (code: PaperCode, more: Partial<Paper> = {}): Paper => ({
  ...{ code, photos: [photo(code)], sealed: true, signedBy: [], note: '' },
  ...more,
})
const everybody: Party[] = ['company', 'owner', 'contractor', 'person_in_charge']
const whole = PAPERS.map((code) => paper(code, { signedBy: everybody }))
const without = (code: PaperCode) => whole.filter((one) => one.code !== code)
const missing = (more: Parameters<typeof site>[0], settings = SETTINGS) =>
  missingOf(site({ papers: whole, ...more }), settings).map(({ code, why }) => `${code} ${why}`)

describe('what an application lacks', () => {
  it.each(examples)('is judged alike on both sides: $name', ({ given, expect: lacks }) => {
    const { settings, ...asked } = given
    const one = asked as unknown as Parameters<typeof missingOf>[0]
    expect(missingOf(one, { ...SETTINGS, ...settings })).toEqual(lacks)
  })

  it('is nothing when all is there', () => {
    expect(missing({})).toEqual([])
  })

  it("is the contractor's qualification, so it cannot go to review (acceptance 1)", () => {
    expect(missing({ papers: without('doc_qualification') })).toEqual(['doc_qualification absent'])
    const bare = [...without('doc_qualification'), paper('doc_qualification', { sealed: false })]
    expect(missing({ papers: bare })).toEqual(['doc_qualification unsealed'])
  })

  it('is a party that has not signed, on paper or on the screen', () => {
    const papers = [...without('agreement'), paper('agreement', { signedBy: ['company', 'owner'] })]
    expect(missingOf(site({ papers }), SETTINGS)).toMatchObject([
      { code: 'agreement', why: 'unsigned', parties: ['contractor'] },
    ])
    const signed = [{ form: 'agreement', party: 'contractor', name: '何', at: '' }] as const
    expect(missing({ papers, signed: [...signed] })).toEqual([])
  })

  it('is a worker without ID or two photos', () => {
    const workers = [worker('w-1'), worker('w-2', { photos: [photo('a')] })]
    expect(missingOf(site({ papers: whole, workers }), SETTINGS)).toMatchObject([
      { code: 'doc_worker_photos', why: 'worker_photos', workers: ['w-2'] },
    ])
  })

  it('is a pledge only where heating is touched, a hot-work form only where there is hot work', () => {
    const papers = without('form_heating').filter(({ code }) => code !== 'form_hot_work')
    expect(missing({ papers })).toEqual([])
    expect(missing({ papers, heating: true, hotWork: true })).toEqual([
      ...['form_heating absent', 'form_hot_work absent'],
    ])
    expect(missing({ papers }, { ...SETTINGS, central_heating: true })).toEqual([
      'form_heating absent',
    ])
  })

  it('is a mandate only where an agent came; the tax registration may be waived', () => {
    expect(missing({ papers: without('doc_mandate') })).toEqual([])
    expect(missing({ papers: without('doc_mandate'), agent: '王' })).toEqual(['doc_mandate absent'])
    const waived = { ...SETTINGS, tax_registration_waived: true }
    expect(missing({ papers: without('doc_tax') }, waived)).toEqual([])
  })
})
