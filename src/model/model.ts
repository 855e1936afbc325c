/** The model port: three purposes, each a question answered once. Code checks whatever comes back. */
import type { Assessment, Exchange } from '../interview/marks.ts'
import type { Move } from '../interview/move.ts'
import type { Company, Level, Pack, Question, Round } from '../interview/pack.ts'
import type { Report } from '../interview/report.ts'

export type AssessRequest = {
  pack: Pack
  round: Round
  level: Level
  question: Question
  /** Every exchange of this question so far, oldest first. The last one holds the newest answer. */
  exchanges: Exchange[]
}

/** Never holds key points' definitions, references or strong answers beyond the one probe to be worded. */
export type WordRequest = {
  pack: Pack
  round: Round
  level: Level
  company: Company | null
  move: Move
  question: Question
  /** The template's own wording of this move: what is said when the model does not answer in time. */
  fallback: string
  exchanges: Exchange[]
}

export type ReportRequest = { pack: Pack; report: Report; quotes: Record<string, string>; fallback: string }

export type Model = {
  /** Stored with each mark: `offline`, or the model's name. */
  name: string
  /** Degrees with quotes for the newest answer's question. Throws `ModelUnavailable`. */
  assess(request: AssessRequest): Promise<Assessment>
  /** One message for the chosen move. Throws `ModelUnavailable`. */
  word(request: WordRequest): Promise<string>
  /** The report's text. Throws `ModelUnavailable`. */
  report(request: ReportRequest): Promise<string>
}

/** The model gave no usable result. `reason` is a clause for people: "the model did not answer in time". */
export class ModelUnavailable extends Error {
  reason: string
  constructor(reason: string, options?: ErrorOptions) {
    super(`The model is unavailable: ${reason}.`, options)
    this.name = 'ModelUnavailable'
    this.reason = reason
  }
}
