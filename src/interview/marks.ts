/**
 * What an assessor may claim, and what of it counts. An assessor returns degrees with quotes; a quote counts only if the
 * candidate wrote it (DESIGN decision D7), so every claim passes `check` before the interview sees it.
 */
import type { Move } from './move.ts'
import type { Degree, KeyPoint, Pack, Question } from './pack.ts'
import { countWords, findQuote, isWhole, talksToGrader } from './quote.ts'

/** One message of the candidate, as it stood at `revision`. */
export type Said = { message: string; revision: number; text: string }

/** What we asked and what came back, in order. The first exchange of a question is the question itself. */
export type Exchange = { turn: number; move: Move; asked: string; answers: Said[] }

export type Intent =
  | { kind: 'answer' }
  /** A question about the task; `fact` is null where the question's facts are silent. */
  | { kind: 'clarify'; fact: string | null }
  | { kind: 'side-talk'; talk: string }
  | { kind: 'dont-know' }
  | { kind: 'not-an-answer' }

/** As an assessor claims it: all exchanges of one question at once, `intent` for the newest answer only. No scores. */
export type Assessment = {
  /** Who assessed: `offline` or a model's name. */
  by: string
  intent: Intent
  marks: { point: string; degree: Degree; quote: string | null }[]
  /** `corrected` quotes the reply that took the belief back, or is null. */
  mistakes: { id: string; quote: string; corrected: string | null }[]
  /** Stated flags only. `cleared` quotes the reply that answered the flag's probe well, or is null. */
  flags: { id: string; quote: string; cleared: string | null }[]
}

/** A piece of a message: UTF-16 offsets into the text of that revision. */
export type Span = { message: string; revision: number; start: number; end: number }

export type Mark = { point: string; degree: Exclude<Degree, 'no'>; quote: Span; turn: number }

/** An assessment after its quotes were looked up. */
export type Checked = {
  by: string
  intent: Intent
  /** A key point without a mark is `no`. */
  marks: Mark[]
  mistakes: { id: string; quote: Span; turn: number; corrected: Span | null }[]
  flags: { id: string; quote: Span; turn: number; cleared: Span | null }[]
  /** Claims dropped because their quote was not the candidate's. */
  dropped: number
}

export type CheckInput = {
  assessment: Assessment
  question: Question
  /** Of the round in which it is asked. */
  criteria: KeyPoint[]
  exchanges: Exchange[]
  pack: Pack
}

/** At least this many words make a quote, unless it is the whole answer (DESIGN decision D7). */
const fewestWords = 4
/** One quote can carry this many key points. */
const mostPoints = 2

/**
 * Looks up every quote and drops what the candidate did not write. A mark without a valid quote is none; a mistake
 * or flag without one is gone; a correction or clearing counts only from a reply that came after its probe.
 */
export function check({ assessment, question, criteria, exchanges, pack }: CheckInput): Checked {
  let dropped = 0
  const drop = (): null => {
    dropped += 1
    return null
  }
  const place = (quote: string | null, after = 0) => {
    if (quote === null) return null
    return locate(quote, exchanges, after) ?? drop()
  }
  const probed = (kind: 'mistake' | 'flag', id: string): number =>
    exchanges.find(({ move }) =>
      move.kind === 'mistake'
        ? kind === 'mistake' && move.mistake === id
        : move.kind === 'flag' && kind === 'flag' && move.flag === id,
    )?.turn ?? Number.POSITIVE_INFINITY

  const carried = new Map<string, number>()
  const marks = [...question.points, ...criteria].flatMap((point): Mark[] => {
    const claim = assessment.marks.find((mark) => mark.point === point.id)
    if (claim === undefined || claim.degree === 'no') return []
    const found = claim.quote === null ? drop() : place(claim.quote)
    if (found === null) return []
    // A criterion is about how something is said, so it may share the words with what is said.
    const kind = criteria.includes(point) ? 'criterion' : 'point'
    const key = `${kind}:${found.span.message}:${found.span.start}:${found.span.end}`
    const already = carried.get(key) ?? 0
    if (already >= mostPoints) {
      drop()
      return []
    }
    carried.set(key, already + 1)
    return [{ point: point.id, degree: claim.degree, quote: found.span, turn: found.turn }]
  })
  const mistakes = firstOfEach(assessment.mistakes).flatMap((claim) => {
    const found = question.mistakes.some(({ id }) => id === claim.id) ? place(claim.quote) : drop()
    if (found === null) return []
    const corrected = place(claim.corrected, probed('mistake', claim.id))
    return [{ id: claim.id, quote: found.span, turn: found.turn, corrected: corrected?.span ?? null }]
  })
  const flags = firstOfEach(assessment.flags).flatMap((claim) => {
    const found = pack.redFlags[claim.id] === undefined ? drop() : place(claim.quote)
    if (found === null) return []
    const cleared = place(claim.cleared, probed('flag', claim.id))
    return [{ id: claim.id, quote: found.span, turn: found.turn, cleared: cleared?.span ?? null }]
  })
  return { by: assessment.by, intent: assessment.intent, marks, mistakes, flags, dropped }
}

const firstOfEach = <T extends { id: string }>(claims: T[]): T[] =>
  claims.filter((claim, at) => claims.findIndex(({ id }) => id === claim.id) === at)

/** The first message, from turn `after` on, in which the quote validly stands. */
function locate(quote: string, exchanges: Exchange[], after: number): { span: Span; turn: number } | null {
  for (const exchange of exchanges) {
    if (exchange.turn < after) continue
    for (const said of exchange.answers) {
      const found = findQuote(said.text, quote)
      if (found === null || talksToGrader(said.text, found.start, found.end)) continue
      if (countWords(quote) < fewestWords && !isWhole(said.text, quote)) continue
      return { span: { message: said.message, revision: said.revision, ...found }, turn: exchange.turn }
    }
  }
  return null
}
