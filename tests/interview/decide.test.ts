import { describe, expect, it } from 'vitest'
import { nextDue } from '../../src/interview/clock.ts'
import { fold } from '../../src/interview/decide.ts'
import { makeReport } from '../../src/interview/report.ts'
import { story } from './given.ts'

const all = ['scale', 'storage', 'cost', 'evaluation']

describe('the lobby', () => {
  it('says what this is, and nothing counts before Start', () => {
    const s = story()
    expect(s.notices()).toEqual(['intro'])
    expect(s.says('m1').notices()).toEqual(['start-hint'])
    expect(s.state().phase).toBe('lobby')
    expect(s.owed()).toEqual([])
  })
  it('starts by button or word, and asks the first question', () => {
    expect(story().press('start').move()).toEqual({ kind: 'ask', question: 'one' })
    expect(story().says('m1', { talk: 'start' }).move()).toEqual({ kind: 'ask', question: 'one' })
  })
  it('is called off by stop, without a report', () => {
    const s = story().press('stop')
    expect([s.state().phase, s.notices(), s.owed()]).toEqual(['ended', ['cancelled'], []])
  })
  it('closes by itself after 14 days', () => {
    const s = story()
      .after(14 * 86_400)
      .woke()
    expect([s.state().phase, s.notices()]).toEqual(['ended', ['expired']])
  })
})

describe('listening', () => {
  it('settles after 45 seconds of quiet, and not before', () => {
    const s = story().started().after(10).says('m1').after(44).woke()
    expect(s.state().doing.kind).toBe('listening')
    expect(s.after(1).woke().state().doing.kind).toBe('assessing')
  })
  it.each([
    ['a first answer', false, 45],
    ['a first answer that ends in a colon', true, 90],
  ])('waits after %s', (_, unfinished, wait) => {
    const s = story().started().says('m1', { unfinished })
    expect(nextDue(s.state(), s.pack)).toEqual({ kind: 'settle', at: wait * 1000 })
  })
  it('waits 15 seconds after a reply to a probe', () => {
    const s = story().started().answers('m1').asks().after(5).says('m2')
    expect((nextDue(s.state(), s.pack)?.at ?? 0) - s.state().lastSign).toBe(15_000)
  })
  it('does not settle by quiet where the person says when', () => {
    const s = story({ settles: 'when-told' }).started().says('m1').after(100).woke()
    expect(s.state().doing.kind).toBe('listening')
    expect(s.press('done').state().doing.kind).toBe('assessing')
  })
  it('puts the settling off while the person types', () => {
    const s = story().started().says('m1').after(40)
    s.apply({ type: 'typed', at: 40_000 })
    expect(nextDue(s.state(), s.pack)?.at).toBe(85_000)
  })
  it('says once that there is time, then pauses itself, then closes with a report', () => {
    const s = story().started()
    expect(s.after(240).woke().notices()).toEqual(['nudge'])
    expect(s.after(240).woke().notices()).toEqual([])
    expect(s.after(720).woke().notices()).toEqual(['paused'])
    expect(
      s
        .after(14 * 86_400)
        .woke()
        .state(),
    ).toMatchObject({ phase: 'reporting', ending: 'silence' })
  })
  it('counts the clock only while it waits for the person', () => {
    const s = story().started().after(30).says('m1').after(30).press('done').after(500).assessed().after(500)
    expect(s.state().spent).toBe(60_000)
    expect(s.asks().after(10).press('pause').after(9999).state().spent).toBe(70_000)
  })
  it('asks for words when done comes before any', () => {
    expect(story().started().press('done').notices()).toEqual(['empty-answer'])
  })
  it('holds after "wait" until the person writes again', () => {
    const s = story().started().says('m1').says('m2', { talk: 'wait' })
    expect(s.notices()).toEqual(['waiting'])
    expect(s.after(300).woke().state().doing.kind).toBe('listening')
    expect(s.says('m3').after(45).woke().state().doing.kind).toBe('assessing')
  })
})

describe('late text', () => {
  it('re-opens the answer while it is being assessed, and drops that assessment', () => {
    const s = story().started().says('m1').press('done')
    const old = s.owed()[0]?.key ?? ''
    s.says('m2')
    expect(s.state().doing.kind).toBe('listening')
    expect(s.assessed({ yes: all }, old).state().items[0]?.assessments).toEqual([])
    expect(s.press('done').owed()[0]?.key).not.toBe(old)
  })
  it('re-opens the answer while the next question is being worded', () => {
    const s = story()
      .started()
      .answers('m1', { flags: [{ id: 'overconfidence' }] })
    expect(s.move()).toEqual({ kind: 'flag', flag: 'overconfidence' })
    s.says('m2')
    expect([s.state().doing.kind, s.state().items[0]?.assessments]).toEqual(['listening', []])
    expect(s.press('done').assessed({ yes: all }).move()).toMatchObject({ kind: 'ask', question: 'two' })
  })
  it('written before the platform showed the question joins the earlier one', () => {
    const s = story()
      .started()
      .answers('m1', { yes: all })
      .asks(false)
      .after(2)
      .says('m2', { at: s1(2) })
    expect(s.state().items[0]?.turns[0]?.answers.map((a) => a.message)).toEqual(['m1', 'm2'])
    expect(s.state().items[1]?.turns[0]?.answers).toEqual([])
    s.after(5).posts().answers('m3', { yes: all })
    s.press('stop')
    expect(s.owed()).toEqual([{ kind: 'assess', key: 'assess:1:1' }])
  })
  it('and "done" to a question whose posting we learn of later are its answer', () => {
    const s = story()
      .started()
      .answers('m1', { yes: all })
      .asks(false)
      .after(5)
      .says('m2')
      .after(1)
      .press('done')
    expect(s.state().doing.kind).toBe('listening')
    s.apply({ type: 'posted', at: 3000, message: 'q2' })
    expect(s.state().items.map((item) => item.turns[0]?.answers.map((a) => a.message))).toEqual([
      ['m1'],
      ['m2'],
    ])
    expect(s.owed()).toEqual([{ kind: 'assess', key: 'assess:2:0' }])
  })
  it('during the report is kept and read before it', () => {
    const s = story().started().answers('m1', { yes: all }).asks().press('stop')
    const before = s.owed()
    expect(s.says('m2').notices()).toEqual(['late-kept'])
    expect(s.owed()).not.toEqual(before)
    expect(s.owed()[0]?.kind).toBe('assess')
  })
  it('before the first question is there joins it', () => {
    const s = story().press('start').says('m1').asks()
    expect(s.turn()?.answers.map((a) => a.message)).toEqual(['m1'])
  })
  it('a doubled message counts once', () => {
    const s = story().started().says('m1')
    const before = s.state()
    expect(s.says('m1').state()).toBe(before)
  })
  it('after a pause is an answer and resumes', () => {
    const s = story().started().press('pause').after(99).says('m1')
    expect([s.state().phase, s.turn()?.answers.length]).toEqual(['running', 1])
  })
})

const s1 = (n: number) => n

describe('edits', () => {
  it('are honoured before the answer settles and kept after', () => {
    const s = story().started().says('m1')
    s.apply({ type: 'edited', at: 5000, message: 'm1', revision: 2, unfinished: false })
    expect(s.turn()?.answers[0]?.revision).toBe(2)
    s.press('done').apply({ type: 'edited', at: 6000, message: 'm1', revision: 3, unfinished: false })
    expect([s.notices(), s.turn()?.answers[0]?.revision]).toEqual([['edit-kept'], 2])
  })
  it('a deleted message is no answer before it settles', () => {
    const s = story().started().says('m1')
    s.apply({ type: 'deleted', at: 5000, message: 'm1' })
    expect(s.press('done').notices()).toEqual(['empty-answer'])
  })
})

describe('the next move', () => {
  it('follows up on the heaviest missing point, openly first, then by name', () => {
    const s = story()
      .started()
      .answers('m1', { yes: ['storage', 'cost', 'evaluation'] })
    expect(s.move()).toEqual({ kind: 'probe', point: 'scale', form: 'open' })
    expect(s.asks().answers('m2').move()).toEqual({ kind: 'probe', point: 'scale', form: 'named' })
    expect(s.asks().answers('m3').move()).toMatchObject({ kind: 'ask', question: 'two' })
  })
  it('does not probe what is only expected at staff level', () => {
    expect(story().started().answers('m1', { yes: all }).move()).toMatchObject({
      kind: 'ask',
      question: 'two',
    })
    expect(
      story({ level: 'staff' })
        .started()
        .answers('m1', { yes: ['storage', 'cost', 'evaluation'] })
        .move(),
    ).toMatchObject({ point: 'scale' })
  })
  it('stops probing after four, but asks once about cost and evaluation', () => {
    const s = story().started().answers('m1')
    const moves = []
    for (let n = 2; n < 12 && s.move()?.kind === 'probe'; n += 1) {
      moves.push(s.move())
      s.asks().answers(`m${n}`)
    }
    expect(moves.map((m) => m && 'point' in m && 'form' in m && `${m.point} ${m.form}`)).toEqual([
      'scale open',
      'scale named',
      'evaluation open',
      'evaluation named',
      'cost named',
    ])
  })
  it('answers a clarifying question from the facts and listens again', () => {
    const s = story()
      .started()
      .answers('m1', { intent: { kind: 'clarify', fact: 'scale' } })
    expect(s.move()).toEqual({ kind: 'clarify', fact: 'scale' })
    expect(s.asks().answers('m2', { yes: all }).move()).toMatchObject({ question: 'two' })
  })
  it('narrows once after "I don\'t know", then goes on', () => {
    const s = story()
      .started()
      .answers('m1', { intent: { kind: 'dont-know' } })
    expect(s.move()).toEqual({ kind: 'narrow' })
    expect(
      s
        .asks()
        .answers('m2', { intent: { kind: 'dont-know' } })
        .move(),
    ).toMatchObject({ question: 'two' })
  })
  it('does not press a point after "I don\'t know" to its probe', () => {
    const s = story()
      .started()
      .answers('m1', { yes: ['cost', 'evaluation'] })
      .asks()
    expect(
      s.answers('m2', { yes: ['cost', 'evaluation'], intent: { kind: 'dont-know' } }).move(),
    ).not.toMatchObject({ point: 'scale' })
  })
  it('answers side talk at once, spends nothing, and listens to the same question', () => {
    const s = story()
      .started()
      .answers('m1', { intent: { kind: 'side-talk', talk: 'greeting' } })
    expect([s.notices(), s.state().doing.kind, s.state().turns]).toEqual([['talk:greeting'], 'listening', 1])
  })
  it('goes deep once, in the last question of a stage that asks for it', () => {
    const s = story().started().answers('m1', { yes: all }).asks().answers('m2', { yes: all })
    expect(s.move()).toEqual({ kind: 'deep', point: 'storage' })
    expect(s.asks().answers('m3', { yes: all }).move()).toEqual({ kind: 'yours' })
  })
  it("answers the candidate's own questions, ungraded, then closes", () => {
    const s = story()
      .started()
      .answers('m1', { yes: all })
      .asks()
      .answers('m2', { yes: all })
      .asks()
      .answers('m3', { yes: all })
      .asks()
    expect(s.answers('m4', { intent: { kind: 'clarify', fact: null } }).move()).toEqual({
      kind: 'yours-reply',
      fact: null,
    })
    s.asks().answers('m5', { intent: { kind: 'dont-know' } })
    expect([s.state().phase, s.state().ending, s.owed()[0]?.kind]).toEqual([
      'reporting',
      'complete',
      'report',
    ])
  })
  it('ends the questions of their own when the candidate is done', () => {
    const s = story().started().answers('m1', { yes: all }).asks().answers('m2', { yes: all }).asks()
    s.answers('m3', { yes: all }).asks().press('done')
    expect([s.state().phase, s.notices()]).toEqual(['reporting', ['round:close']])
  })
  it('ends when the time is used up, with a report', () => {
    const s = story({ minutes: 30 }).started().after(3600).answers('m1', { yes: all })
    expect(s.move()).toEqual({ kind: 'yours' })
    expect(s.state().plan.map((item) => item.question)).toEqual(['one', null])
  })
})

describe('fairness', () => {
  it('probes a stated flag once and clears it by a good reply', () => {
    const s = story()
      .started()
      .answers('m1', { yes: all, flags: [{ id: 'ignores-cost' }] })
    expect(s.move()).toEqual({ kind: 'flag', flag: 'ignores-cost' })
    s.asks().answers('m2', { yes: all, flags: [{ id: 'ignores-cost', cleared: true }] })
    expect(makeReport(s.state(), s.pack).flags[0]?.flag.outcome).toBe('cleared')
  })
  it('confirms it when the reply does not help', () => {
    const s = story()
      .started()
      .answers('m1', { yes: all, flags: [{ id: 'ignores-cost' }] })
      .asks()
    s.answers('m2', { yes: all, flags: [{ id: 'ignores-cost' }] })
    expect(makeReport(s.state(), s.pack).flags[0]?.flag.outcome).toBe('confirmed')
  })
  it('a flag nobody asked about stays suspected and costs nothing', () => {
    const s = story()
      .started()
      .says('m1')
      .press('stop')
      .assessed({ yes: all, flags: [{ id: 'ignores-cost' }] })
    expect(makeReport(s.state(), s.pack).flags[0]?.flag.outcome).toBe('suspected')
  })
  it('omission alone is no flag; asked by name and still missing is', () => {
    const s = story()
      .started()
      .answers('m1', { yes: ['scale', 'storage', 'evaluation'] })
    expect(makeReport(s.state(), s.pack).flags).toEqual([])
    s.asks().answers('m2', { yes: ['scale', 'storage', 'evaluation'] })
    expect(s.move()).toEqual({ kind: 'probe', point: 'cost', form: 'named' })
    s.asks().answers('m3', { yes: ['scale', 'storage', 'evaluation'] })
    expect(makeReport(s.state(), s.pack).flags[0]?.flag).toMatchObject({
      flag: 'ignores-cost',
      how: 'withheld',
      outcome: 'confirmed',
    })
  })
  it('an honest "I don\'t know" confirms nothing', () => {
    const s = story()
      .started()
      .answers('m1', { yes: ['scale', 'storage', 'evaluation'] })
      .asks()
    s.answers('m2', { yes: ['scale', 'storage', 'evaluation'], intent: { kind: 'dont-know' } })
    expect(makeReport(s.state(), s.pack).flags).toEqual([])
  })
  it('a mistake that is held makes its point no; corrected, at most partial', () => {
    const held = story()
      .started()
      .answers('m1', { yes: all, mistakes: [{ id: 'bigger' }] })
    expect(held.move()).toEqual({ kind: 'mistake', mistake: 'bigger' })
    held.asks().answers('m2', { yes: all, mistakes: [{ id: 'bigger' }] })
    const degree = (s: ReturnType<typeof story>) => {
      const report = makeReport(s.state(), s.pack)
      return [...report.covered, ...report.missing].find((p) => p.point.point.id === 'storage')?.point.degree
    }
    expect(degree(held)).toBe('no')
    const corrected = story()
      .started()
      .answers('m1', { yes: all, mistakes: [{ id: 'bigger' }] })
      .asks()
    corrected.answers('m2', { yes: all, mistakes: [{ id: 'bigger', corrected: true }] })
    expect(degree(corrected)).toBe('partial')
  })
})

describe('what was asked about once', () => {
  it('is not asked for again where it rests on a belief that was kept', () => {
    const s = story()
      .started()
      .answers('m1', { yes: ['cost', 'evaluation'], mistakes: [{ id: 'exact' }] })
    expect(s.move()).toEqual({ kind: 'mistake', mistake: 'exact' })
    s.asks().answers('m2', { yes: ['cost', 'evaluation'], mistakes: [{ id: 'exact' }] })
    expect(s.move()).toEqual({ kind: 'probe', point: 'storage', form: 'open' })
  })
  it('has come up, where it was asked about as a red flag, and the flag is listed once', () => {
    const rest = ['scale', 'storage', 'evaluation']
    const s = story()
      .started()
      .answers('m1', { yes: rest, flags: [{ id: 'ignores-cost' }] })
    expect(s.move()).toEqual({ kind: 'flag', flag: 'ignores-cost' })
    s.asks().answers('m2', { yes: rest, flags: [{ id: 'ignores-cost' }] })
    expect(s.move()).toEqual({ kind: 'ask', question: 'two' })
    const report = makeReport(s.state(), s.pack)
    expect(report.flags.map(({ flag }) => [flag.how, flag.outcome])).toEqual([['stated', 'confirmed']])
    expect(report.missing.map((p) => p.point.point.id)).toEqual(['cost'])
  })
  it('was won by name, if the question about the red flag brought it out', () => {
    const rest = ['scale', 'storage', 'evaluation']
    const s = story()
      .started()
      .answers('m1', { yes: rest, flags: [{ id: 'ignores-cost' }] })
      .asks()
    s.answers('m2', { yes: all, flags: [{ id: 'ignores-cost', cleared: true }] })
    const cost = makeReport(s.state(), s.pack).covered.find((p) => p.point.point.id === 'cost')
    expect(cost?.point.won).toBe('named')
  })
  it('can only help where the level does not expect it', () => {
    const graded = (partial: string[]) =>
      makeReport(story().started().answers('m1', { yes: all, partial }).press('stop').state(), story().pack)
        .letters.A
    expect([graded([]), graded(['sharding'])]).toEqual([5, 5])
  })
})

describe('controls', () => {
  it('skip goes to the next question', () => {
    const s = story().started().press('skip')
    expect([s.notices(), s.move()]).toEqual([['skipped'], { kind: 'ask', question: 'two' }])
  })
  it('hint helps with the point asked about, in practice only', () => {
    expect(story().started().press('hint').move()).toEqual({ kind: 'hint', point: 'scale' })
    expect(story({ mode: 'real' }).started().press('hint').notices()).toEqual(['no-hints'])
  })
  it('stop while an answer is open reads that answer before the report', () => {
    const s = story().started().says('m1').press('stop')
    expect(s.owed()[0]?.kind).toBe('assess')
    expect(s.assessed({ yes: ['scale'] }).owed()[0]?.kind).toBe('report')
    expect(s.reported().effects()).toEqual([{ kind: 'report', revision: 1 }])
    expect(s.state().phase).toBe('ended')
  })
  it('pause owes nothing and resume repeats question and last words', () => {
    const s = story().started().says('m1').press('done').press('pause')
    expect([s.notices(), s.owed()]).toEqual([['paused'], []])
    expect(s.press('resume').owed()[0]?.kind).toBe('assess')
    const t = story().started().says('m1').press('pause').press('resume')
    const [effect] = t.effects()
    expect(effect?.kind === 'say' && effect.say.quotes).toEqual({
      question: { message: 'q1' },
      words: { message: 'm1' },
    })
  })
  it('old buttons after the end are answered kindly', () => {
    expect(story().started().press('stop').reported().press('skip').notices()).toEqual(['over'])
  })
  it('practice says after a question what landed and the one thing to add', () => {
    const s = story()
      .started()
      .answers('m1', { yes: ['scale', 'storage', 'cost'] })
      .asks()
      .answers('m2')
      .asks()
      .answers('m3')
    expect(s.asks().notices()).toEqual(['recap'])
    const real = story({ mode: 'real' }).started().answers('m1', { yes: all }).asks()
    expect(real.notices()).toEqual([])
  })
})

describe('a failing model', () => {
  it('never makes a grade: the answer is kept, said to be ungraded, and the interview goes on', () => {
    const s = story({ mode: 'real' })
      .started()
      .says('m1')
      .press('done')
      .unassessed('the model did not answer in time')
    expect(s.notices()).toEqual(['not-graded'])
    s.asks().answers('m2', { yes: all, by: 'some-model' }).asks()
    const report = makeReport(s.state(), s.pack)
    expect([report.ungraded, report.band]).toEqual([
      [{ question: 'one', reason: 'the model did not answer in time' }],
      null,
    ])
  })
})

it('the state is the fold of its events', () => {
  const s = story()
    .started()
    .answers('m1', { yes: all })
    .asks()
    .says('m2')
    .press('stop')
    .assessed()
    .reported()
  expect(fold(s.events, s.pack)).toEqual(s.state())
})
