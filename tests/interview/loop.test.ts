import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  debriefOf,
  type Loop,
  type LoopInterview,
  loopStep,
  loopTime,
  nextReminder,
  roundsLeft,
} from '../../src/interview/loop.ts'

const loop: Loop = {
  id: 'loop',
  tenant: 't',
  person: 'p',
  conversation: 'c',
  level: 'mid',
  company: null,
  mode: 'practice',
  rounds: ['recruiter', 'design', 'loop'],
  startedAt: 0,
}
const held = (round: string, given: Partial<LoopInterview> = {}): LoopInterview => ({
  round,
  phase: 'ended',
  letters: { S: 3, T: 2, A: null, R: 4 },
  band: null,
  flags: [],
  assessedBy: 'offline',
  ...given,
})

describe('a loop', () => {
  it.each<[string, LoopInterview[], number, ReturnType<typeof loopStep>]>([
    ['begins with its first round', [], 0, { kind: 'next', round: 'recruiter' }],
    ['goes on with the next', [held('recruiter')], 1, { kind: 'next', round: 'design' }],
    ['keeps the order when one was taken first', [held('design')], 1, { kind: 'next', round: 'recruiter' }],
    [
      'waits while a round is under way',
      [held('recruiter', { phase: 'running', letters: null })],
      1,
      { kind: 'wait' },
    ],
    [
      'asks again for a round that was called off',
      [held('recruiter', { letters: null })],
      1,
      { kind: 'next', round: 'recruiter' },
    ],
    ['ends when all is held', [held('recruiter'), held('design'), held('loop')], 1, { kind: 'debrief' }],
    ['ends after a week', [held('recruiter')], loopTime, { kind: 'debrief' }],
    [
      'ends after a week, whoever is still in a round',
      [held('design', { phase: 'paused' })],
      loopTime,
      { kind: 'debrief' },
    ],
  ])('%s', (_, interviews, now, step) => {
    expect(loopStep(loop, interviews, now)).toEqual(step)
  })
})

describe('reminders of a loop', () => {
  const day = 24 * 3_600_000
  it.each([
    ['after a day', 0, 0, day],
    ['once more after another', 1, day, 2 * day],
    ['then on the last day', 2, 2 * day, 6 * day],
    ['on the last day at once, if it is near', 0, 5.5 * day, 6 * day],
    ['never after that', 3, 6 * day, null],
  ])('come %s', (_, sent, now, expected) => {
    expect(nextReminder(loop, sent, now)).toBe(expected)
  })
})

describe('a debrief', () => {
  it('means the letters over the rounds that have them, in half points', () => {
    const { letters, strongest, weakest } = debriefOf(loop, [
      held('recruiter', { letters: { S: 5, T: 2, A: null, R: 4 } }),
      held('design', { letters: { S: 4, T: null, A: null, R: 3.5 } }),
    ])
    expect(letters).toEqual({ S: 4.5, T: 2, A: null, R: 4 })
    expect([strongest, weakest]).toEqual(['S', 'T'])
  })
  it('lists every round in order, with the newest interview of it, and what was not held', () => {
    const { rounds } = debriefOf(loop, [held('design', { band: 'old' }), held('design', { band: 'new' })])
    expect(rounds.map(({ round, held: one }) => [round, one?.band ?? null])).toEqual([
      ['recruiter', null],
      ['design', 'new'],
      ['loop', null],
    ])
  })
  it('counts in how many rounds a flag stood', () => {
    const flags = debriefOf(loop, [
      held('recruiter', { flags: ['ignores-cost'] }),
      held('design', { flags: ['no-tradeoffs', 'ignores-cost'] }),
    ]).flags
    expect(flags).toEqual([
      { flag: 'ignores-cost', rounds: 2 },
      { flag: 'no-tradeoffs', rounds: 1 },
    ])
  })
  it('adds nothing up where assessors differ', () => {
    const debrief = debriefOf(loop, [held('recruiter'), held('design', { assessedBy: 'gpt' })])
    expect(debrief).toMatchObject({ mixed: true, letters: { S: null, R: null }, weakest: null })
  })
  it('finds nothing to grade where nothing was held', () => {
    expect(debriefOf(loop, [])).toMatchObject({ letters: { S: null, T: null, A: null, R: null }, flags: [] })
  })
  it('never counts a round twice and always comes to an end', () => {
    const interview = fc.record({
      round: fc.constantFrom(...loop.rounds, 'other'),
      phase: fc.constantFrom<LoopInterview['phase']>('lobby', 'running', 'paused', 'reporting', 'ended'),
      letters: fc.option(
        fc.record({
          S: fc.constantFrom(null, 0, 2.5, 5),
          T: fc.constant(null),
          A: fc.constant(1),
          R: fc.constant(null),
        }),
      ),
    })
    fc.assert(
      fc.property(fc.array(interview, { maxLength: 12 }), fc.nat({ max: 2 * loopTime }), (some, now) => {
        const interviews = some.map((one) => held(one.round, one))
        const left = roundsLeft(loop, interviews)
        const done = debriefOf(loop, interviews).rounds.filter((one) => one.held !== null)
        expect(left.length + done.length).toBe(loop.rounds.length)
        const step = loopStep(loop, interviews, now)
        if (now >= loopTime || left.length === 0) expect(step.kind).toBe('debrief')
        else expect(step.kind).not.toBe('debrief')
      }),
    )
  })
})
