/** Marks as rows, for those who query the database: what was said about each key point, mistake and flag, and where. */
import type { Interview, Item } from './interview/interview.ts'
import type { Span } from './interview/marks.ts'
import type { Pack, Question } from './interview/pack.ts'
import { standing } from './interview/standing.ts'
import type { MarkRow } from './store/store.ts'

/** The rows of one question as it stands. */
export function markRows(interview: Interview, item: Item, question: Question, pack: Pack): MarkRow[] {
  const now = standing(interview, item, question, pack)
  const by = item.assessments.at(-1)?.checked.by ?? ''
  const row = (
    kind: MarkRow['kind'],
    subject: string,
    outcome: string,
    won: string | null,
    span: Span | null,
  ): MarkRow => ({
    interview: interview.id,
    turn: span === null ? (item.turns.at(-1)?.n ?? 0) : turnOf(item, span),
    question: question.id,
    subject,
    kind,
    outcome,
    won,
    message: span?.message ?? null,
    revision: span?.revision ?? null,
    start: span?.start ?? null,
    end: span === null ? null : Math.min(span.end, 2 ** 31 - 1),
    assessedBy: by,
  })
  return [
    ...[...now.points, ...now.criteria]
      .filter((p) => p.cameUp)
      .map((p) => row('point', p.point.id, p.degree, p.won, p.quote)),
    ...now.mistakes.map((m) => row('mistake', m.mistake.id, m.outcome, null, m.quote)),
    ...firstOfEach(now.flags).map((f) => row('flag', f.flag, f.outcome, null, f.quote)),
  ]
}

/** A flag can be stated and withheld in one question; the stated one has the stronger evidence. */
const firstOfEach = <T extends { flag: string }>(flags: T[]): T[] =>
  flags.filter((flag, at) => flags.findIndex((other) => other.flag === flag.flag) === at)

const turnOf = (item: Item, span: Span): number =>
  item.turns.find((turn) => turn.answers.some(({ message }) => message === span.message))?.n ?? 0
