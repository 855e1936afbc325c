/** The report as data: everything that is true about the interview, computed. Its words are made from this and add nothing. */
import { counts, evidence, gradeBand, gradeLetters, type Letters } from './grade.ts'
import type { Interview, Item, Mode } from './interview.ts'
import { type Band, type Letter, type Level, letters, type Pack, type Question, questionOf } from './pack.ts'
import {
  criteriaStanding,
  type FlagStanding,
  type MistakeStanding,
  type PointStanding,
  type Standing,
  standing,
  worth,
} from './standing.ts'

/** `question` is null for a criterion of the whole round. */
export type ReportPoint = { question: string | null; point: PointStanding; strong: string }

export type Report = {
  interview: string
  round: string
  level: Level
  company: string | null
  mode: Mode
  ending: Interview['ending']
  revision: number
  pack: string
  /** Who assessed, or null if nothing was. */
  by: string | null
  offline: boolean
  letters: Letters
  /** Null where no band is given: in practice, offline, or while something is not graded. */
  band: Band | null
  best: ReportPoint | null
  change: ReportPoint | null
  /** The letter with the lowest grade, for the next step. */
  weakest: Letter | null
  strongest: Letter | null
  covered: ReportPoint[]
  missing: ReportPoint[]
  notComeUp: ReportPoint[]
  mistakes: { question: string; mistake: MistakeStanding }[]
  flags: { question: string; flag: FlagStanding }[]
  ungraded: { question: string; reason: string }[]
  turnsAsked: number
  turnsGraded: number
  /** The candidate's answers, for the line on clarity. */
  answers: { message: string; revision: number }[]
}

type Read = { item: Item; question: Question; standing: Standing }

/** Computes the report of an interview whose assessments are in. */
export function makeReport(interview: Interview, pack: Pack): Report {
  const by = assessor(interview)
  const read = interview.items.flatMap((item): Read[] => {
    if (item.question === null) return []
    const question = questionOf(pack, item.question)
    return [{ item, question, standing: standing(interview, item, question, pack) }]
  })
  const all: ReportPoint[] = [
    ...read.flatMap(({ question, standing: s }) =>
      s.points.map((point) => ({ question: question.id, point, strong: strongWords(question, point) })),
    ),
    ...criteriaStanding(interview, pack).map((point) => ({ question: null, point, strong: '' })),
  ]
  const company = interview.company === null ? undefined : pack.companies[interview.company]
  const weightOf = (p: PointStanding) => p.point.weight * (company?.weights[p.point.id] ?? 1)
  const points = all.map(({ point }) => point)
  const given = gradeLetters(points, pack.star, weightOf)
  const flags = read.flatMap(({ question, standing: s }) =>
    s.flags.map((flag) => ({ question: question.id, flag })),
  )
  const ungraded = read.flatMap(({ item, question }) => notGraded(item, question))
  const confirmed = flags
    .filter(({ flag }) => flag.outcome === 'confirmed')
    .map(({ flag }) => ({ flag: flag.flag, gap: pack.redFlags[flag.flag]?.gap ?? false }))
  const offline = by === 'offline'
  const banded = interview.mode === 'real' && by !== null && !offline && ungraded.length === 0
  const asked = interview.items.filter((item) => item.question !== null).flatMap((item) => item.turns)
  const answered = asked.filter((turn) => turn.answers.length > 0)
  return {
    interview: interview.id,
    round: interview.round,
    level: interview.level,
    company: interview.company,
    mode: interview.mode,
    ending: interview.ending,
    revision: interview.revision + 1,
    pack: interview.pack,
    by,
    offline,
    letters: given,
    band: banded ? gradeBand(given, evidence(points, weightOf), confirmed, interview.level, pack.star) : null,
    ...bestAndChange(
      all,
      weightOf,
      (p) => worth(p, pack.star),
      (p) =>
        read.some(
          ({ item, question }) =>
            (p.question === null || question.id === p.question) && item.assessments.length > 0,
        ),
    ),
    ...extremes(given),
    covered: all.filter(({ point }) => point.degree !== 'no' && counts(point)),
    missing: all.filter(({ point }) => point.degree === 'no' && counts(point)),
    notComeUp: all.filter(({ point }) => point.expected && !point.cameUp),
    mistakes: read.flatMap(({ question, standing: s }) =>
      s.mistakes.map((mistake) => ({ question: question.id, mistake })),
    ),
    flags,
    ungraded,
    turnsAsked: asked.length,
    turnsGraded: read.flatMap(({ item }) => item.turns.filter((turn) => graded(item, turn))).length,
    answers: answered.flatMap((turn) => turn.answers.map(({ message, revision }) => ({ message, revision }))),
  }
}

/** A turn whose reply was read and taken for an answer (an honest "I don't know" is one). */
function graded(item: Item, turn: Item['turns'][number]): boolean {
  if (turn.answers.length === 0 || turn.ungraded !== null || turn.stale) return false
  const kind = item.assessments.find((a) => a.turn === turn.n)?.checked.intent.kind
  return kind === 'answer' || kind === 'dont-know'
}

/** Who assessed the interview; a report never mixes assessors, so the first one speaks for it. */
const assessor = (interview: Interview): string | null =>
  interview.items.flatMap((item) => item.assessments)[0]?.checked.by ?? null

function notGraded(item: Item, question: Question): { question: string; reason: string }[] {
  const reason = item.turns.find((turn) => turn.ungraded !== null)?.ungraded
  return reason === undefined || reason === null ? [] : [{ question: question.id, reason }]
}

type Weight = (p: PointStanding) => number

/** The moment that was worth most, and the expected point whose absence cost most. */
function bestAndChange(
  all: ReportPoint[],
  weightOf: Weight,
  value: Weight,
  answered: (p: ReportPoint) => boolean,
): { best: ReportPoint | null; change: ReportPoint | null } {
  const top = (list: ReportPoint[], rank: Weight) =>
    [...list].sort((a, b) => rank(b.point) - rank(a.point))[0] ?? null
  const best = top(
    all.filter(({ point }) => point.quote !== null && point.degree !== 'no'),
    (p) => weightOf(p) * value(p),
  )
  // What was fully covered needs no change, however it was won; what was skipped was chosen not to be shown.
  const open = all.filter((p) => p !== best && p.point.expected && p.point.degree !== 'yes' && answered(p))
  const cameUp = open.filter(({ point }) => point.cameUp)
  const change = top(cameUp, (p) => weightOf(p) * (1 - value(p))) ?? top(open, weightOf)
  return { best, change }
}

function extremes(given: Letters): { weakest: Letter | null; strongest: Letter | null } {
  const known = letters.filter((letter) => given[letter] !== null)
  const byGrade = [...known].sort((a, b) => (given[a] ?? 0) - (given[b] ?? 0))
  const [weakest = null] = byGrade
  const strongest = byGrade.at(-1) ?? null
  // Where all letters are alike nothing stands out, and a letter at nought is nobody's strength.
  const alike = weakest === null || strongest === null || given[weakest] === given[strongest]
  if (alike) return { weakest: null, strongest: null }
  return { weakest, strongest }
}

/** The sentence of the reference answer that speaks most about the point: shown only after the round. */
function strongWords(question: Question, { point }: PointStanding): string {
  // Code would be torn out of its block.
  const prose = question.strongAnswer.replace(/```[\s\S]*?```/gu, '\n')
  const lines = prose.split(/(?<=[.!?:])\s+|\n+/u).map((line) => line.replace(/^[-*] /u, ''))
  const hits = (line: string) =>
    point.aliases.filter((alias) => line.toLowerCase().includes(alias.toLowerCase())).length
  const best = [...lines].sort((a, b) => hits(b) - hits(a))[0] ?? ''
  return hits(best) > 0 ? best.trim() : point.says
}
