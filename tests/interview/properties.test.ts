/** What must hold whatever happens, in whatever order. A failing run prints its seed. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextDue } from '../../src/interview/clock.ts'
import { decide, fold, owed } from '../../src/interview/decide.ts'
import type { Control, Event, Interview } from '../../src/interview/interview.ts'
import { type Assessment, check, type Exchange } from '../../src/interview/marks.ts'
import { makeReport } from '../../src/interview/report.ts'
import { samplePack } from '../sample-pack.ts'
import { story } from './given.ts'

const controls: Control[] = [
  'start',
  'leave',
  'done',
  'hint',
  'skip',
  'pause',
  'resume',
  'wait',
  'stop',
  'repeat',
  'rephrase',
]
const pointIds = ['scale', 'storage', 'cost', 'evaluation', 'sharding']
const claims = fc.record({
  yes: fc.subarray(pointIds),
  partial: fc.subarray(pointIds),
  flags: fc.array(
    fc.record({ id: fc.constantFrom('ignores-cost', 'overconfidence'), cleared: fc.boolean() }),
    { maxLength: 2 },
  ),
  mistakes: fc.array(fc.record({ id: fc.constantFrom('bigger', 'exact'), corrected: fc.boolean() }), {
    maxLength: 2,
  }),
  intent: fc.oneof(
    { weight: 6, arbitrary: fc.constant({ kind: 'answer' } as const) },
    fc.constant({ kind: 'dont-know' } as const),
    fc.constant({ kind: 'not-an-answer' } as const),
    fc.record({ kind: fc.constant('clarify' as const), fact: fc.constantFrom('scale', null) }),
    fc.record({
      kind: fc.constant('side-talk' as const),
      talk: fc.constantFrom('greeting', 'repeat', 'skip'),
    }),
  ),
})

type Step =
  | { do: 'say'; back: number; id: number; unfinished: boolean }
  | { do: 'press'; control: Control }
  | { do: 'wait'; seconds: number }
  | {
      do: 'work'
      claims: Parameters<ReturnType<typeof story>['assessed']>[0]
      stale: boolean
      fails: boolean
    }
  | { do: 'post' }
  | { do: 'edit' | 'delete'; id: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      back: fc.nat(90),
      id: fc.nat(30),
      unfinished: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('press' as const), control: fc.constantFrom(...controls) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.oneof(fc.nat(100), fc.nat(2000)) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('work' as const),
      claims,
      stale: fc.boolean(),
      fails: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('post' as const) }) },
  fc.record({ do: fc.constantFrom('edit' as const, 'delete' as const), id: fc.nat(30) }),
)

const order = { lobby: 0, running: 1, paused: 1, reporting: 2, ended: 3 }
const answersIn = (interview: Interview) =>
  [...interview.early, ...interview.items.flatMap((item) => item.turns.flatMap((turn) => turn.answers))].map(
    (a) => a.message,
  )

type Story = ReturnType<typeof story>

function take(s: Story, step: Step, deleted: Set<string>) {
  switch (step.do) {
    case 'say':
      return s.says(`m${step.id}`, {
        at: Math.max(0, (s.state().lastSign - step.back * 1000) / 1000),
        unfinished: step.unfinished,
      })
    case 'press':
      return s.press(step.control)
    case 'wait':
      return s.after(step.seconds).woke()
    case 'post':
      return s.posts()
    case 'edit':
      return s.apply({
        type: 'edited',
        at: s.state().lastSign,
        message: `m${step.id}`,
        revision: 2,
        unfinished: false,
      })
    case 'delete':
      deleted.add(`m${step.id}`)
      return s.apply({ type: 'deleted', at: s.state().lastSign, message: `m${step.id}` })
    case 'work':
      return work(s, step)
  }
}

function work(s: Story, step: Extract<Step, { do: 'work' }>) {
  if (step.stale) {
    const before = s.state()
    s.assessed(step.claims, 'assess:1:99')
    expect(s.state()).toBe(before)
  }
  const kind = s.owed()[0]?.kind
  if (kind === 'word') return s.asks(false)
  if (kind === 'report') return s.reported()
  return step.fails ? s.unassessed('the model is away') : s.assessed(step.claims)
}

it('late, doubled and reordered events never move a phase back and never drop text; the state is the fold of its events', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 60 }),
      fc.constantFrom('when-quiet' as const, 'when-told' as const),
      (steps, settles) => {
        const s = story({ settles }).press('start')
        const kept = new Set<string>()
        const deleted = new Set<string>()
        for (const each of steps) {
          const before = s.state()
          take(s, each, deleted)
          expect(order[s.state().phase]).toBeGreaterThanOrEqual(order[before.phase])
          if (each.do === 'say' && before.phase !== 'ended') kept.add(`m${each.id}`)
          const there = answersIn(s.state())
          expect([...kept].filter((id) => !there.includes(id) && !deleted.has(id))).toEqual([])
          expect(new Set(there).size).toBe(there.length)
        }
        expect(fold(s.events, s.pack)).toEqual(s.state())
      },
    ),
    { numRuns: 400 },
  )
})

it('every interview ends, from wherever it is, when time passes and owed thinking is done', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), claims, (steps, usual) => {
      const s = story().press('start')
      for (const each of steps) take(s, each, new Set())
      for (let n = 0; s.state().phase !== 'ended' && n < 400; n += 1) oneStepOn(s, usual)
      expect(s.state().phase).toBe('ended')
    }),
    { numRuns: 300 },
  )
})

function oneStepOn(s: Story, usual: Parameters<Story['assessed']>[0]) {
  if (s.owed().length > 0)
    return take(s, { do: 'work', claims: usual, stale: false, fails: false }, new Set())
  s.posts()
  const due = nextDue(s.state(), s.pack)
  return due === null ? s.press('stop') : s.apply({ type: 'woke', at: due.at })
}

it('what is owed is ended by its own result, and by no other', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const s = story().press('start')
      for (const each of steps) {
        take(s, each, new Set())
        const first = owed(s.state())[0]
        if (first === undefined) continue
        const result: Event =
          first.kind === 'word'
            ? { type: 'worded', at: 0, key: first.key, message: 'q' }
            : first.kind === 'report'
              ? { type: 'reported', at: 0, key: first.key }
              : { type: 'unassessed', at: 0, key: first.key, reason: 'r' }
        const after = decide(s.state(), result, s.pack).interview
        expect(owed(after).map(({ key }) => key)).not.toContain(first.key)
        expect(decide(s.state(), { ...result, key: 'other' }, s.pack).interview).toBe(s.state())
      }
    }),
    { numRuns: 200 },
  )
})

it('a report can be computed at any moment, its letters between 0 and 5 in half points', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const s = story({ mode: 'real' }).press('start')
      for (const each of steps) take(s, each, new Set())
      const report = makeReport(s.state(), s.pack)
      for (const value of Object.values(report.letters)) {
        expect(value === null || (value >= 0 && value <= 5 && Number.isInteger(value * 2))).toBe(true)
      }
      expect(report.band).toBeNull()
    }),
    { numRuns: 200 },
  )
})

it("a quote that is not in the candidate's words never counts", () => {
  const { questions } = samplePack
  const question = questions['one']
  if (question === undefined) throw new Error('no question')
  const word = fc.constantFrom(
    'we',
    'would',
    'cache',
    'Answers',
    'because',
    'tokens',
    'cost',
    '“money”',
    'ﬁne',
    'é',
  )
  const text = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 3 }),
      fc.oneof(text, fc.string()),
      (said, quote) => {
        const exchanges: Exchange[] = said.map((t, i) => ({
          turn: i + 1,
          move: { kind: 'ask', question: 'one' },
          asked: 'tokens cost money because we would cache them all',
          answers: [{ message: `m${i}`, revision: 1, text: t }],
        }))
        const assessment: Assessment = {
          by: 'x',
          intent: { kind: 'answer' },
          marks: pointIds.map((point) => ({ point, degree: 'yes', quote })),
          mistakes: [{ id: 'bigger', quote, corrected: quote }],
          flags: [{ id: 'ignores-cost', quote, cleared: null }],
        }
        const checked = check({ assessment, question, criteria: [], exchanges, pack: samplePack })
        const fold = (t: string) =>
          t.normalize('NFKC').toLowerCase().replace(/[“”]/gu, '"').replace(/\s+/gu, ' ').trim()
        const { marks } = checked
        expect(marks.length).toBeLessThanOrEqual(2)
        for (const { quote: span } of [...marks, ...checked.mistakes, ...checked.flags]) {
          const whole = said[Number(span.message.slice(1))] ?? ''
          expect(fold(whole.slice(span.start, span.end))).toBe(fold(quote))
        }
        expect(checked.mistakes.every((m) => m.corrected === null)).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
