/**
 * What the bot says, from the pack's Liquid templates. A candidate's text only ever comes in as the value of a variable:
 * Liquid does not look into values, so whatever it looks like, it comes out as it went in.
 */
import { Liquid, LiquidError, type Template } from 'liquidjs'
import type { Pack, Round } from './interview/pack.ts'

/** The templates that every round brings; all but `open`, `transition` and `close` are kinds of moves. */
export const templateNames = [
  'open',
  'ask',
  'probe',
  'flag',
  'mistake',
  'narrow',
  'clarify',
  'hint',
  'deep',
  'yours',
  'yours-reply',
  'transition',
  'close',
] as const

/**
 * The notices that a pack must have, each with the variables it may use; any other variable in it is an error at start.
 * A notice that is not listed is allowed and only checked for broken Liquid.
 */
export const requiredNotices: Readonly<Record<string, readonly string[]>> = {
  // The lobby.
  intro: [
    'round',
    'level',
    'company',
    'mode',
    'minutes',
    'questions',
    'redo',
    'settles',
    'audience',
    'how',
    'who',
    'where',
  ],
  'how-when-quiet': [],
  'how-when-told': [],
  'who-terminal': [],
  'who-private': [],
  'who-channel': [],
  'where-offline': [],
  'where-model': [],
  'start-hint': [],
  cancelled: [],
  expired: [],
  // Within an interview.
  position: ['question', 'of', 'minutesLeft'],
  'your-call': [],
  'ask-recruiter': [],
  'empty-answer': ['mode'],
  'not-graded': ['reason'],
  recap: ['landed', 'landed_point', 'add'],
  nudge: ['mode'],
  waiting: [],
  skipped: [],
  repeated: ['text'],
  'no-hints': [],
  'no-more-hints': [],
  paused: ['by'],
  'already-paused': [],
  resumed: ['question', 'words'],
  'edit-kept': [],
  'delete-kept': [],
  'late-kept': [],
  'too-long': ['limit'],
  cleaned: [],
  stopped: [],
  'closing-time': [],
  over: [],
  // Commands.
  help: [],
  'no-interview': [],
  'no-feedback': [],
  'left-over': ['answers'],
  'already-open': ['round', 'question', 'of', 'state'],
  'unknown-round': ['name', 'rounds'],
  'unknown-command': ['command'],
  'unknown-topic': ['topic', 'round'],
  'unknown-level': ['name', 'levels'],
  'unknown-company': ['name', 'companies'],
  'unknown-mode': ['value'],
  'bad-minutes': ['value', 'least', 'most'],
  // Pieces of the report.
  headline: ['covered', 'asked', 'partly', 'strongest', 'weakest', 'ending'],
  'letter-grade': ['value'],
  'letter-none': [],
  'next-step': ['advice', 'because', 'point', 'probe'],
  clarity: ['answers', 'mean', 'longest'],
  'whole-round': [],
  // Loops.
  'loop-begun': ['rounds', 'hours', 'count'],
  'loop-next': ['done', 'of', 'round', 'minutes', 'others', 'days'],
  'loop-no-round': ['name', 'left'],
  'loop-debrief-round': ['round', 'held', 'letters', 'band'],
  'loop-debrief': [
    'held',
    'of',
    'rounds',
    'letters',
    'strongest',
    'weakest',
    'weakest_round',
    'weakest_id',
    'flags',
    'mixed',
  ],
}

/** What a round's template may use. All are always given; what does not apply is an empty text. */
export type TemplateVars = {
  /** An acknowledgement of at most five words, or ''. */
  ack: string
  /** What this message is about: the probe, the fact, the hint. */
  text: string
  /** The question's text. */
  question: string
  brief: string
  /** The round's title. */
  round: string
  level: string
  /** The company's title, or ''. */
  company: string
  /** The question's number, of how many. */
  number: number
  of: number
  minutes: number
}

/** What `reporter.md` may use. */
export type ReportVars = {
  /** One sentence. */
  headline: string
  round: string
  level: string
  mode: string
  company: string
  graded: boolean
  band: string
  letters: { letter: string; word: string; gloss: string; value: number | null; text: string }[]
  best: ReportPointVars | null
  change: ReportPointVars | null
  next_step: string
  covered: { question: string; points: { says: string; degree: string; won: string; quote: string }[] }[]
  missing: { question: string; says: string; probe: string }[]
  not_come_up: { question: string; says: string }[]
  mistakes: { says: string; because: string; quote: string; outcome: string }[]
  flags: { title: string; asked: string; quote: string; outcome: string; advice: string }[]
  ungraded: { question: string; reason: string }[]
  clarity: string
  made: { by: string; pack: string; offline: boolean; turns_graded: number; turns_asked: number }
}

type ReportPointVars = { question: string; quote: string; point: string; strong: string }

export type MoveRequest = {
  round: Round
  /** The kind of the move, or `open`, `transition`, `close`. */
  template: string
  /** Chooses the variant, so that the same words do not come twice in a row. */
  counter: number
  vars: TemplateVars
}

export type Templates = {
  /** Words a move from the round's own variants. Throws for a template that the round does not have. */
  move: (request: MoveRequest) => string
  /** Words a notice. Throws for an unknown name, and for a variable that the notice uses and nobody gave. */
  notice: (name: string, vars: Readonly<Record<string, unknown>>) => string
  /** Words the report. */
  report: (vars: ReportVars) => string
}

/** Makes the templates of one pack. Each is parsed when first needed and kept. */
export function createTemplates(pack: Pack): Templates {
  const parsed = new Map<string, Template[]>()
  const render = (source: string, vars: object): string => {
    const template = parsed.get(source) ?? liquid.parse(source)
    parsed.set(source, template)
    return tidy(rendered(template, vars))
  }
  return {
    move: ({ round, template, counter, vars }) => render(variant(round, template, counter), vars),
    notice: (name, vars) => {
      const source = Object.hasOwn(pack.notices, name) ? pack.notices[name] : undefined
      if (source === undefined) throw new Error(`The pack has no notice "${name}".`)
      return render(source, vars)
    },
    report: (vars) => render(pack.reporter, vars),
  }
}

/** What is wrong with a template, as the end of a sentence, and on which of its rows. */
export type Fault = { row: number; says: string }

/**
 * Tries a template: it must parse, use no variable but the `known` ones (null: any) and render with each sample.
 * Returns null for a good one.
 */
export function templateFault(
  source: string,
  known: readonly string[] | null,
  samples: readonly object[],
): Fault | null {
  try {
    const template = liquid.parse(source)
    const unknown = known === null ? undefined : unknownVariable(template, known)
    if (unknown !== undefined) return unknown
    for (const sample of samples) rendered(template, sample)
    return null
  } catch (error) {
    return faultOf(error)
  }
}

const liquid = strictLiquid()

function strictLiquid(): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    // An empty set of files stands in for the file system.
    templates: {},
    parseLimit: 100_000,
    renderLimit: 2_000,
    memoryLimit: 5_000_000,
  })
  for (const tag of ['include', 'render', 'layout', 'block']) delete engine.tags[tag]
  // `where_exp` and its kin evaluate a text as an expression, which must never happen to a candidate's; `sample` rolls dice.
  for (const filter of Object.keys(engine.filters)) {
    if (filter.endsWith('_exp') || filter === 'sample') engine.unregisterFilter(filter)
  }
  return engine
}

function rendered(template: Template[], vars: object): string {
  return String(liquid.renderSync(template, vars))
}

function variant(round: Round, name: string, counter: number): string {
  const variants = Object.hasOwn(round.templates, name) ? round.templates[name] : undefined
  const chosen = variants?.[counter % variants.length]
  if (chosen === undefined) throw new Error(`The round "${round.id}" has no template "${name}".`)
  return chosen
}

const tidy = (text: string): string => text.trim().replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')

// A render only meets the branches that its sample takes; this looks into all of them.
function unknownVariable(template: Template[], known: readonly string[]): Fault | undefined {
  const { globals } = liquid.analyzeSync(template)
  for (const [name, uses] of Object.entries(globals)) {
    if (!known.includes(name)) return { row: uses[0]?.location.row ?? 1, says: unknownSays(name, known) }
  }
  return undefined
}

function unknownSays(name: string, known: readonly string[]): string {
  const which = known.length === 0 ? 'it may use none' : `it may use ${known.join(', ')}`
  return `uses the unknown variable "${name}"; ${which}`
}

function faultOf(error: unknown): Fault {
  if (!LiquidError.is(error)) return { row: 1, says: `is broken: ${String(error)}` }
  const [row = 1] = error.token.getPosition()
  return { row, says: `is broken: ${error.message.replace(/, line:\d+, col:\d+$/, '')}` }
}
