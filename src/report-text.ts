/** The report in words, by template: nothing here that `makeReport` did not compute, and every quote looked up. */
import type { Interview } from './interview/interview.ts'
import type { Span } from './interview/marks.ts'
import { type Letter, letters, type Pack, questionOf, roundOf } from './interview/pack.ts'
import { countWords } from './interview/quote.ts'
import type { Report, ReportPoint } from './interview/report.ts'
import { inline, quoted } from './speech.ts'
import type { ReportRow, StoredMessage } from './store/store.ts'
import type { Templates } from './templates.ts'

export type ReportWorld = {
  interview: Interview
  pack: Pack
  templates: Templates
  messages: StoredMessage[]
}

/** Renders the report with the pack's own template. */
export function reportText(report: Report, world: ReportWorld): string {
  const { pack, templates, messages } = world
  const quote = (span: Span | null) => (span === null ? '' : inline(quoted(span, messages)))
  const title = (question: string | null) =>
    question === null ? templates.notice('whole-round', {}) : questionOf(pack, question).text
  const point = (p: ReportPoint) => ({
    question: title(p.question),
    quote: quote(p.point.quote),
    point: p.point.point.says,
    strong: p.strong,
  })
  const scored = letters.some((letter) => report.letters[letter] !== null)
  return templates.report({
    headline: headline(report, world),
    round: roundOf(pack, report.round).title,
    level: report.level,
    mode: report.mode,
    company: report.company === null ? '' : (pack.companies[report.company]?.title ?? ''),
    graded: scored,
    band: report.band ?? '',
    letters: letters.map((letter) => letterVars(report, letter, world)),
    best: report.best === null ? null : point(report.best),
    change: report.change === null ? null : point(report.change),
    next_step: nextStep(report, world),
    covered: perQuestion(report.covered).map(([question, points]) => ({
      question: title(question),
      points: points.map((p) => ({
        says: p.point.point.says,
        degree: p.point.degree,
        won: p.point.won ?? '',
        quote: quote(p.point.quote),
      })),
    })),
    missing: report.missing.map((p) => ({
      question: title(p.question),
      says: p.point.point.says,
      probe: p.point.point.namedProbe,
    })),
    not_come_up: report.notComeUp.map((p) => ({ question: title(p.question), says: p.point.point.says })),
    mistakes: report.mistakes.map(({ mistake }) => ({
      says: mistake.mistake.says,
      because: mistake.mistake.because,
      quote: quote(mistake.quote),
      outcome: mistake.outcome,
    })),
    flags: report.flags.map(({ flag }) => ({
      title: pack.redFlags[flag.flag]?.title ?? flag.flag,
      asked: flag.turn === null ? '' : askedIn(world, flag.turn),
      quote: quote(flag.quote),
      outcome: flag.outcome,
      advice: pack.redFlags[flag.flag]?.advice ?? '',
    })),
    ungraded: report.ungraded.map(({ question, reason }) => ({ question: title(question), reason })),
    clarity: clarity(report, world),
    made: {
      by: report.by ?? '',
      pack: report.pack,
      offline: report.offline,
      turns_graded: report.turnsGraded,
      turns_asked: report.turnsAsked,
    },
  })
}

/** The question that a withheld flag was asked by, without the acknowledgement before it. */
function askedIn({ interview, messages }: ReportWorld, turn: number): string {
  const asked = interview.items.flatMap((item) => item.turns).find((t) => t.n === turn)?.asked
  return asked === undefined ? '' : inline(quoted({ message: asked }, messages))
}

function perQuestion(points: ReportPoint[]): [string | null, ReportPoint[]][] {
  const questions = [...new Set(points.map(({ question }) => question))]
  return questions.map((question) => [question, points.filter((p) => p.question === question)])
}

const gloss = (report: Report, pack: Pack, letter: Letter): string =>
  (pack.star.gloss[report.round] ?? pack.star.gloss['default'])?.[letter] ?? ''

function letterVars(report: Report, letter: Letter, { pack, templates }: ReportWorld) {
  const value = report.letters[letter]
  const text =
    value === null ? templates.notice('letter-none', {}) : templates.notice('letter-grade', { value })
  return { letter, word: pack.star.words[letter], gloss: gloss(report, pack, letter), value, text }
}

function headline(report: Report, { pack, templates }: ReportWorld): string {
  return templates.notice('headline', {
    covered: report.covered.length,
    asked: report.covered.length + report.missing.length,
    partly: report.covered.filter(({ point }) => point.degree === 'partial').length,
    strongest: report.strongest === null ? '' : gloss(report, pack, report.strongest),
    weakest:
      report.weakest === null || report.weakest === report.strongest
        ? ''
        : gloss(report, pack, report.weakest),
    ending: report.ending ?? '',
  })
}

function nextStep(report: Report, { pack, templates }: ReportWorld): string {
  const confirmed = report.flags.find(({ flag }) => flag.outcome === 'confirmed')
  const held = report.mistakes.find(({ mistake }) => mistake.outcome === 'held')
  return templates.notice('next-step', {
    advice: confirmed === undefined ? '' : (pack.redFlags[confirmed.flag.flag]?.advice ?? ''),
    because: held?.mistake.mistake.because ?? '',
    point: report.change?.point.point.says ?? '',
    probe: report.change?.point.point.namedProbe ?? '',
  })
}

function clarity(report: Report, { templates, messages }: ReportWorld): string {
  const words = report.answers.map(({ message, revision }) =>
    countWords(quoted({ message, revision, start: 0, end: Number.MAX_SAFE_INTEGER }, messages)),
  )
  if (words.length === 0) return ''
  const mean = Math.round(words.reduce((a, b) => a + b, 0) / words.length)
  return templates.notice('clarity', { answers: words.length, mean, longest: Math.max(...words) })
}

/** The report's row, with the columns that one would query. */
export function reportRow(report: Report, interview: Interview, text: string, at: number): ReportRow {
  const confirmed = report.flags
    .filter(({ flag }) => flag.outcome === 'confirmed')
    .map(({ flag }) => flag.flag)
  return {
    // Random, because the interview's id is: nobody can guess one report from another.
    id: `${interview.id}.r${report.revision}`,
    tenant: interview.tenant,
    person: interview.person,
    interview: interview.id,
    round: report.round,
    level: report.level,
    mode: report.mode,
    s: report.letters.S,
    t: report.letters.T,
    a: report.letters.A,
    r: report.letters.R,
    band: report.band,
    flags: [...new Set(confirmed)],
    turnsGraded: report.turnsGraded,
    turnsAsked: report.turnsAsked,
    assessedBy: report.by ?? '',
    pack: report.pack,
    revision: report.revision,
    text,
    at,
  }
}
