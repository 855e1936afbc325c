import { describe, expect, it } from 'vitest'
import { freshAfter, makePlan, type PlanRequest } from '../../src/interview/plan.ts'
import { question, samplePack } from '../sample-pack.ts'

const day = 24 * 3_600_000
const now = 1000 * day
const daysAgo = (days: number): number => now - days * day

const [first, second, yours] = samplePack.rounds['design']?.stages ?? []
if (first === undefined || second === undefined || yours === undefined)
  throw new Error('The sample pack changed.')
const open = { ...first, id: 'any', questions: [] }

/** A design round with these stages, and questions of these ids. */
const packOf = (
  stages: (typeof first)[],
  ids: string[],
  given: Partial<Parameters<typeof question>[1]> = {},
) => ({
  ...samplePack,
  rounds: { design: { ...samplePack.rounds['design'], id: 'design', stages } as never },
  questions: Object.fromEntries(ids.map((id) => [id, question(id, given)])),
})

const planned = (given: Partial<PlanRequest>): string[] =>
  makePlan({
    pack: samplePack,
    round: 'design',
    level: 'mid',
    company: null,
    minutes: 60,
    topic: null,
    had: {},
    now,
    ...given,
  }).map(({ question: id, redo }) => `${id ?? 'yours'}${redo === true ? ' (redo)' : ''}`)

describe('a plan', () => {
  it('takes, among fitting questions, the one not had for longest', () => {
    const pack = packOf([open], ['one', 'two', 'three'])
    const had = { one: daysAgo(100), two: daysAgo(300), three: daysAgo(200) }
    expect(planned({ pack, had })).toEqual(['two'])
    expect(planned({ pack, had: { one: had.one } })).toEqual(['three'])
  })

  it.each([
    ['eight weeks ago', 56, ['one']],
    ['a day less', 55, ['one (redo)']],
  ])('takes a question that was had %s as it is', (_, days, expected) => {
    expect(planned({ pack: packOf([open], ['one']), had: { one: daysAgo(days) } })).toEqual(expected)
    expect(freshAfter).toBe(56 * day)
  })

  it('takes a recent question only where nothing fresh fits, the oldest first, and calls it a redo', () => {
    const two = { ...open, count: 2 }
    const had = { one: daysAgo(3), two: daysAgo(9), three: daysAgo(60) }
    expect(planned({ pack: packOf([two], ['one', 'two', 'three']), had })).toEqual(['three', 'two (redo)'])
  })

  it('takes what was asked for by name, as a redo if it is recent', () => {
    const pack = packOf([open], ['one', 'two'])
    expect(planned({ pack, topic: 'two', had: { two: daysAgo(1) } })).toEqual(['two (redo)'])
  })

  it('asks nothing twice in one interview', () => {
    const pack = packOf([open, { ...open, id: 'more' }, yours], ['one', 'two'])
    expect(planned({ pack })).toEqual(['one', 'two', 'yours'])
  })

  it("gives a company's own question its place in the stage that lists it", () => {
    const pack = {
      ...packOf(
        [
          { ...open, id: 'a', questions: ['one', 'two'] },
          { ...open, id: 'b', questions: ['three', 'own'] },
        ],
        ['one', 'two', 'three', 'own'],
      ),
      companies: {
        acme: {
          id: 'acme',
          names: [],
          title: '',
          tone: '',
          weights: {},
          extraQuestions: ['own'],
          answers: [],
        },
      },
    }
    expect(planned({ pack, company: 'acme' })).toEqual(['one', 'own'])
    expect(planned({ pack })).toEqual(['one', 'three'])
  })

  it('shortens with the minutes, and never to nothing', () => {
    const pack = packOf([{ ...open, count: 3 }], ['one', 'two', 'three'])
    expect(planned({ pack, minutes: 40 })).toHaveLength(2)
    expect(planned({ pack, minutes: 10 })).toHaveLength(1)
  })

  it('leaves out what is above the level', () => {
    const pack = packOf([{ ...open, count: 2 }], ['one'], { level: 'senior' })
    expect(planned({ pack, level: 'mid' })).toEqual([])
    expect(planned({ pack, level: 'staff' })).toEqual(['one'])
    // Unless it was asked for.
    expect(planned({ pack, level: 'mid', topic: 'one' })).toEqual(['one'])
  })
})
