/** One question asked for real, without a database: the interview's own decisions, with the marks shown after each answer. */
import { decide, fold, owed } from '../../interview/decide.ts'
import { clean, hear } from '../../interview/hear.ts'
import type { Effect, Event, Interview } from '../../interview/interview.ts'
import { check } from '../../interview/marks.ts'
import { type Level, type Question, questionOf, roundOf } from '../../interview/pack.ts'
import { standing } from '../../interview/standing.ts'
import type { Model } from '../../model/model.ts'
import { inline, quoted, speak } from '../../speech.ts'
import type { StoredMessage } from '../../store/store.ts'
import type { LoadedPack } from '../../turn.ts'
import { wordingOf } from '../../wording.ts'
import { exchangesOf, mostRead } from '../../work.ts'

export type Trial = {
  /** The question, as the bot asks it. */
  begin: () => Promise<string[]>
  /** What the bot makes of an answer and says next; empty texts and side talk are treated as in an interview. */
  answer: (text: string) => Promise<string[]>
  over: () => boolean
}

const minute = 60_000

/** Prepares a trial of one question in its first round, in practice mode. */
export function createTrial(loaded: LoadedPack, question: Question, level: Level, model: Model): Trial {
  const { pack, templates } = loaded
  const round = roundOf(pack, question.rounds[0] ?? '')
  const stage = round.stages.find((s) => s.kind === 'questions' && s.questions.includes(question.id))
  const messages: StoredMessage[] = []
  let at = 0
  let interview: Interview = fold(
    [
      {
        type: 'offered',
        at,
        id: 'trial',
        tenant: 'terminal:local',
        person: 'author',
        conversation: 'terminal',
        pack: pack.hash,
        round: round.id,
        level,
        company: null,
        mode: 'practice',
        minutes: round.minutes,
        settles: 'when-told',
        audience: 'terminal',
        plan: [{ stage: stage?.id ?? '', question: question.id }],
      },
    ],
    pack,
  )

  const keep = (id: string, text: string): void => {
    const author = id.startsWith('bot') ? 'bot' : 'candidate'
    messages.push({ id, interview: 'trial', author, revision: 1, text, at, platformKey: null })
  }
  const said = (effect: Effect): string[] => {
    if (effect.kind === 'report') return []
    if (effect.kind === 'ask') return [messages.find(({ id }) => id === effect.message)?.text ?? '']
    // The end of the round has nothing to do with the question.
    if (effect.say.notice.startsWith('round:')) return []
    return [speak({ say: effect.say, interview, pack, templates, messages, offline: true })]
  }
  const apply = (event: Event): string[] => {
    const decision = decide(interview, event, pack)
    interview = decision.interview
    return decision.effects.flatMap(said)
  }

  /** Does what thinking is owed until the candidate's turn comes, or the end. */
  const think = async (): Promise<string[]> => {
    const lines: string[] = []
    for (let due = owed(interview)[0]; due !== undefined && due.kind !== 'report'; due = owed(interview)[0]) {
      const item = interview.items.at(-1)
      if (due.kind === 'assess' && item !== undefined) {
        const exchanges = exchangesOf(item, messages)
        const assessment = await model.assess({ pack, round, level, question, exchanges })
        const checked = check({ assessment, question, criteria: round.criteria, exchanges, pack })
        const told = apply({ type: 'assessed', at, key: due.key, checked })
        lines.push(marksOf(interview, question), ...told)
        continue
      }
      const { doing } = interview
      if (doing.kind !== 'wording') break
      const exchanges = item === undefined ? [] : exchangesOf(item, messages)
      const { fallback } = wordingOf(interview, doing, item ?? null, pack, templates, exchanges)
      const message = `bot-${messages.length}`
      keep(message, fallback)
      lines.push(...apply({ type: 'worded', at, key: due.key, message }))
      // Shown after the answer before it, or that answer would count for what is asked now.
      at += 1000
      apply({ type: 'posted', at, message })
    }
    return lines.filter((line) => line.trim() !== '')
  }

  const marksOf = (now: Interview, asked: Question): string => {
    const item = now.items.at(-1)
    if (item === undefined) return ''
    const { points, criteria, mistakes, flags } = standing(now, item, questionOf(pack, asked.id), pack)
    const words = (span: Parameters<typeof quoted>[0] | null): string =>
      span === null ? '' : `  “${inline(quoted(span, messages))}”`
    const intent = item.assessments.at(-1)?.checked.intent.kind ?? 'none'
    return [
      `  [heard as: ${intent}]`,
      ...[...points, ...criteria].map(
        (p) => `  ${p.degree.padEnd(7)} ${p.point.id}${p.won === null ? '' : ` (${p.won})`}${words(p.quote)}`,
      ),
      ...mistakes.map((m) => `  mistake ${m.mistake.id} (${m.outcome})${words(m.quote)}`),
      ...flags.map((f) => `  flag    ${f.flag} (${f.how}, ${f.outcome})${words(f.quote)}`),
    ].join('\n')
  }

  return {
    begin: async () => {
      apply({ type: 'pressed', at, control: 'start' })
      return think()
    },
    answer: async (text) => {
      at += minute
      const { text: shown } = clean(text, mostRead)
      const { talk, unfinished, empty } = hear(shown, pack.sideTalk)
      if (empty) return []
      const message = `you-${messages.length}`
      keep(message, shown)
      const told = apply({ type: 'said', at, message, talk, unfinished })
      const done = talk === null ? apply({ type: 'pressed', at, control: 'done' }) : []
      return [...told, ...done, ...(await think())]
    },
    over: () => interview.phase !== 'running',
  }
}
