/** Criteria: key points of a whole round, shown in any of its questions, asked for once, and counted once. */
import { describe, expect, it } from 'vitest'
import { check, type Exchange } from '../../src/interview/marks.ts'
import type { Pack } from '../../src/interview/pack.ts'
import { makeReport } from '../../src/interview/report.ts'
import { point, question, samplePack } from '../sample-pack.ts'
import { story } from './given.ts'

const design = samplePack.rounds['design']
if (design === undefined) throw new Error('The sample pack has no design round.')
const pack: Pack = {
  ...samplePack,
  rounds: { design: { ...design, criteria: [point('aloud', { letter: 'T' }), point('simple-first')] } },
}
const all = ['scale', 'storage', 'cost', 'evaluation']
const criterion = (id: string) => ({ kind: 'probe', point: id, form: 'open' })

describe('a criterion', () => {
  it('is asked for, openly, once the last question itself needs nothing more', () => {
    const s = story({ pack }).started().answers('m1', { yes: all })
    expect(s.move()).toEqual({ kind: 'ask', question: 'two' })
    expect(s.asks().answers('m2', { yes: all }).move()).toEqual(criterion('aloud'))
  })
  it('comes after what is missing in the question', () => {
    const s = story({ pack, minutes: 20 })
      .started()
      .answers('m1', { yes: ['storage', 'cost', 'evaluation'] })
    expect(s.move()).toEqual({ kind: 'probe', point: 'scale', form: 'open' })
  })
  it('is not asked for where it was shown', () => {
    const s = story({ pack })
      .started()
      .answers('m1', { yes: [...all, 'aloud', 'simple-first'] })
    expect(s.move()).toEqual({ kind: 'ask', question: 'two' })
  })
  it('is asked for once, and no second one after it', () => {
    const s = story({ pack, minutes: 20 }).started().answers('m1', { yes: all })
    expect(s.move()).toEqual(criterion('aloud'))
    s.asks().answers('m2', { yes: all })
    expect(s.move()).not.toMatchObject({ kind: 'probe' })
  })
  it('can be helped with a hint while it is asked for', () => {
    const s = story({ pack, minutes: 20 }).started().answers('m1', { yes: all }).asks().press('hint')
    expect(s.move()).toEqual({ kind: 'hint', point: 'aloud' })
  })
  it('counts once in the report, at its best, and under the whole round', () => {
    const s = story({ pack })
      .started()
      .answers('m1', { yes: all, partial: ['aloud'] })
      .asks()
    s.answers('m2', { yes: all, partial: ['aloud'] }).asks()
    s.answers('m3', { yes: [...all, 'aloud'] })
    const report = makeReport(s.state(), pack)
    const aloud = report.covered.filter((p) => p.point.point.id === 'aloud')
    expect(aloud.map((p) => [p.question, p.point.degree])).toEqual([[null, 'yes']])
    expect(report.covered.filter((p) => p.question !== null)).toHaveLength(8)
    expect(report.missing.map((p) => [p.question, p.point.point.id])).toEqual([[null, 'simple-first']])
  })
  it('that nobody showed did not come up, and takes nothing away', () => {
    const s = story({ pack })
      .started()
      .answers('m1', { yes: ['scale'] })
      .press('stop')
    const report = makeReport(s.state(), pack)
    expect(report.notComeUp.filter((p) => p.question === null).map((p) => p.point.point.id)).toEqual([
      'aloud',
      'simple-first',
    ])
    expect(report.letters.T).toBeNull()
  })
})

describe('the quote of a criterion', () => {
  const text = 'Let me think aloud: we store it once and we cost it.'
  const exchanges: Exchange[] = [
    {
      turn: 1,
      move: { kind: 'ask', question: 'one' },
      asked: 'Question one?',
      answers: [{ message: 'm', revision: 1, text }],
    },
  ]
  const mark = (id: string) => ({
    point: id,
    degree: 'yes' as const,
    quote: 'we store it once and we cost it',
  })
  const marksFor = (claimed: string[]) =>
    check({
      assessment: { by: 'x', intent: { kind: 'answer' }, marks: claimed.map(mark), mistakes: [], flags: [] },
      question: question('one'),
      criteria: pack.rounds['design']?.criteria ?? [],
      exchanges,
      pack,
    }).marks.map((found) => found.point)

  it('may be that of key points too', () => {
    expect(marksFor(['storage', 'cost', 'aloud', 'simple-first'])).toEqual([
      'storage',
      'cost',
      'aloud',
      'simple-first',
    ])
  })
  it('is refused for a criterion that the round does not have', () => {
    expect(marksFor(['punctual'])).toEqual([])
  })
})
