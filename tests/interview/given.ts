/** Given / when / then for decisions: a story of an interview told in events, and what the bot did. */
import { begin, decide, owed } from '../../src/interview/decide.ts'
import type { Control, Effect, Event, Interview, Mode, Settles } from '../../src/interview/interview.ts'
import type { Checked, Intent, Mark, Span } from '../../src/interview/marks.ts'
import type { Level, Pack } from '../../src/interview/pack.ts'
import { makePlan } from '../../src/interview/plan.ts'
import { samplePack } from '../sample-pack.ts'

export type Options = { pack?: Pack; mode?: Mode; level?: Level; settles?: Settles; minutes?: number }

export const span = (message: string, start = 0, end = 20): Span => ({ message, revision: 1, start, end })

export type Claims = {
  intent?: Intent
  yes?: string[]
  partial?: string[]
  flags?: { id: string; cleared?: boolean }[]
  mistakes?: { id: string; corrected?: boolean }[]
  by?: string
}

/** A story under way. Every step returns the story, so that a test reads from top to bottom. Times are in seconds. */
export function story(options: Options = {}) {
  const pack = options.pack ?? samplePack
  const minutes = options.minutes ?? 60
  const level = options.level ?? 'mid'
  const offered: Extract<Event, { type: 'offered' }> = {
    type: 'offered',
    at: 0,
    id: 'i1',
    tenant: 'test:1',
    person: 'test:1/p',
    conversation: 'test:1/c',
    pack: pack.hash,
    round: 'design',
    level,
    company: null,
    mode: options.mode ?? 'practice',
    minutes,
    settles: options.settles ?? 'when-quiet',
    audience: 'private',
    plan: makePlan({ pack, round: 'design', level, company: null, minutes, topic: null, had: {}, now: 0 }),
  }
  const opening = begin(offered, pack)
  let interview: Interview = opening.interview
  let effects: Effect[] = opening.effects
  let seconds = 0
  let messages = 0
  const events: Event[] = [offered]
  const apply = (event: Event) => {
    const decision = decide(interview, event, pack)
    if (decision.interview !== interview) events.push(event)
    interview = decision.interview
    effects = decision.effects
    return me
  }
  const at = () => seconds * 1000
  const newest = () => interview.items.at(-1)?.turns.at(-1)
  const me = {
    pack,
    events,
    state: () => interview,
    effects: () => effects,
    notices: () => effects.flatMap((effect) => (effect.kind === 'say' ? [effect.say.notice] : [])),
    owed: () => owed(interview),
    move: () => (interview.doing.kind === 'wording' ? interview.doing.move : null),
    turn: newest,
    apply,
    after(more: number) {
      seconds += more
      return me
    },
    press: (control: Control) => apply({ type: 'pressed', at: at(), control }),
    woke: () => apply({ type: 'woke', at: at() }),
    /** The wording owed is done, and posted too unless `post` is false. */
    asks(post = true) {
      const key = interview.doing.kind === 'wording' ? interview.doing.key : 'none'
      messages += 1
      apply({ type: 'worded', at: at(), key, message: `q${messages}` })
      const said = effects
      if (post) apply({ type: 'posted', at: at(), message: `q${messages}` })
      effects = said
      return me
    },
    posts() {
      return apply({ type: 'posted', at: at(), message: `q${messages}` })
    },
    says(message: string, given: { at?: number; talk?: string; unfinished?: boolean } = {}) {
      return apply({
        type: 'said',
        at: given.at === undefined ? at() : given.at * 1000,
        message,
        talk: given.talk ?? null,
        unfinished: given.unfinished ?? false,
      })
    },
    /** The assessment owed first comes in. Quotes stand in the newest answer. */
    assessed(claims: Claims = {}, key = owed(interview)[0]?.key ?? 'none') {
      const item = interview.items.at(-1)
      const turn = item?.turns.findLast((t) => t.answers.length > 0)
      return apply({
        type: 'assessed',
        at: at(),
        key,
        checked: checkedFrom(
          claims,
          turn?.n ?? 0,
          turn?.answers.at(-1)?.message ?? 'none',
          pack,
          item?.question ?? null,
        ),
      })
    },
    unassessed: (reason: string) =>
      apply({ type: 'unassessed', at: at(), key: owed(interview)[0]?.key ?? 'none', reason }),
    reported: () => apply({ type: 'reported', at: at(), key: owed(interview)[0]?.key ?? 'none' }),
    /** Says one message, ends the answer, and brings its assessment. */
    answers(message: string, claims: Claims = {}) {
      me.after(1).says(message)
      return me.after(1).press('done').assessed(claims)
    },
    started: () => me.press('start').asks(),
  }
  return me
}

function checkedFrom(
  claims: Claims,
  turn: number,
  message: string,
  pack: Pack,
  question: string | null,
): Checked {
  const criteria = pack.rounds['design']?.criteria ?? []
  const points = question === null ? [] : [...(pack.questions[question]?.points ?? []), ...criteria]
  const marks = points.flatMap((point): Mark[] => {
    const degree = claims.yes?.includes(point.id)
      ? 'yes'
      : claims.partial?.includes(point.id)
        ? 'partial'
        : 'no'
    return degree === 'no' ? [] : [{ point: point.id, degree, quote: span(message), turn }]
  })
  return {
    by: claims.by ?? 'offline',
    intent: claims.intent ?? { kind: 'answer' },
    marks,
    mistakes: (claims.mistakes ?? []).map((m) => ({
      id: m.id,
      quote: span(message),
      turn,
      corrected: m.corrected ? span(message) : null,
    })),
    flags: (claims.flags ?? []).map((f) => ({
      id: f.id,
      quote: span(message),
      turn,
      cleared: f.cleared ? span(message) : null,
    })),
    dropped: 0,
  }
}
