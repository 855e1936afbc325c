import { describe, expect, it } from 'vitest'
import type { Checked } from '../src/interview/marks.ts'
import type { Degree, Level } from '../src/interview/pack.ts'
import { createOffline } from '../src/model/offline/offline.ts'
import { assessOne, type Summary, summaryOf } from '../src/one-answer.ts'
import { loadPack } from '../src/prompts.ts'
import { chatbot, story } from './model/offline/given.ts'
import { point, question } from './sample-pack.ts'

const text = 'I would cache it, and then we measure recall.'
const span = { message: 'answer', revision: 0, start: 0, end: 16 }
const four = question('four', {
  points: ['a', 'b', 'c', 'd'].map((id) => point(id, { from: 'junior' })),
})

/** Degrees in order of the points, with so many mistakes and flags. */
function checkedOf(of: typeof four, degrees: Degree[], mistakes = 0, flags = 0): Checked {
  return {
    by: 'offline',
    intent: { kind: 'answer' },
    marks: of.points.flatMap(({ id }, at) => {
      const degree = degrees[at] ?? 'no'
      return degree === 'no' ? [] : [{ point: id, degree, quote: span, turn: 1 }]
    }),
    mistakes: Array.from({ length: mistakes }, (_, at) => ({
      id: `m${at}`,
      quote: span,
      turn: 1,
      corrected: null,
    })),
    flags: Array.from({ length: flags }, (_, at) => ({ id: `f${at}`, quote: span, turn: 1, cleared: null })),
    dropped: 0,
  }
}

function summed(of: typeof four, level: Level, ...rest: [Degree[], number?, number?]): Summary {
  const checked = checkedOf(of, ...rest)
  const claimed = { by: 'offline', intent: checked.intent, marks: [], mistakes: [], flags: [] }
  return summaryOf({ question: of, text, claimed, checked }, level)
}

const degreesOf = (letters: string): Degree[] =>
  [...letters].map((letter) => (letter === 'y' ? 'yes' : letter === 'p' ? 'partial' : 'no'))

describe('the quality of one answer', () => {
  it.each([
    // Key points in order (yes, partial, no), mistakes, flags, quality.
    ['nothing', 'nnnn', 0, 0, 1],
    ['one mention', 'pnnn', 0, 0, 2],
    ['one clear point', 'ynnn', 0, 0, 2],
    ['mentions only, however many', 'pppp', 0, 0, 2],
    ['half of it', 'yynn', 0, 0, 3],
    ['most of it', 'yyyn', 0, 0, 4],
    ['all but a little', 'yyyp', 0, 0, 4],
    ['all of it', 'yyyy', 0, 0, 5],
    ['all of it, and a wrong belief', 'yyyy', 1, 0, 4],
    ['half of it, and a wrong belief', 'yynn', 1, 0, 2],
    ['a mention, and a wrong belief', 'pnnn', 1, 0, 1],
    ['all of it, and one stated flag', 'yyyy', 0, 1, 5],
    ['all of it, and two stated flags', 'yyyy', 0, 2, 4],
    ['most of it, and one stated flag', 'yyyn', 0, 1, 3],
    ['nothing can cost more than all', 'ynnn', 9, 9, 1],
  ])('%s', (_, letters, mistakes, flags, quality) => {
    expect(summed(four, 'junior', degreesOf(letters), mistakes, flags).quality).toBe(quality)
  })

  it('asks of a level only what is expected there, and lets the rest help', () => {
    const mixed = question('mixed', {
      points: [point('a', { from: 'junior' }), point('b', { from: 'senior' })],
    })
    expect(summed(mixed, 'junior', ['yes', 'no']).quality).toBe(5)
    expect(summed(mixed, 'senior', ['yes', 'no']).quality).toBe(3)
    expect(summed(mixed, 'junior', ['no', 'yes']).quality).toBe(3)
  })

  it('is lowest for a question without key points', () => {
    expect(summed(question('none', { points: [] }), 'mid', []).quality).toBe(1)
  })
})

describe('one answer in figures and quotes', () => {
  it('has every key point, with the words that carry it or without any', () => {
    expect(summed(four, 'mid', ['yes', 'no', 'partial', 'no']).key_points).toEqual({
      a: { level: 'yes', quote: 'I would cache it' },
      b: { level: 'no', quote: null },
      c: { level: 'partial', quote: 'I would cache it' },
      d: { level: 'no', quote: null },
    })
  })

  it('has mistakes and flags with their words, and says who assessed', () => {
    const { mistakes, red_flags, by } = summed(four, 'mid', ['yes'], 1, 1)
    expect(mistakes).toEqual([{ id: 'm0', quote: 'I would cache it' }])
    expect(red_flags).toEqual([{ kind: 'f0', quote: 'I would cache it' }])
    expect(by).toBe('offline')
  })

  it('has the parts of a story only where one is asked for', () => {
    expect(summed(chatbot, 'mid', ['yes']).star).toBeNull()
    // Situation, task, action, result, learning: what was learned is no result.
    expect(summed(story, 'mid', ['yes', 'partial', 'no', 'no', 'yes']).star).toEqual({
      situation: 2,
      task: 1,
      action: 0,
      result: 0,
    })
  })
})

describe('the strong answer of each question', () => {
  it('is a good one to the offline assessor too', async () => {
    const pack = await loadPack(['prompts'])
    const model = createOffline()
    const asked = Object.values(pack.questions).filter(({ points }) => points.length > 0)
    const weak = await Promise.all(
      asked.map(async (of) => {
        const { quality } = summaryOf(await assessOne(model, pack, of, of.level, of.strongAnswer), of.level)
        return quality < 4 ? [of.id] : []
      }),
    )
    expect(weak.flat()).toEqual([])
  })
})
