/** The words after `/mock`, read. The same in Slack, Discord and the terminal; what is not understood gets a clear sentence. */
import type { Control, Mode } from './interview/interview.ts'
import { type Level, levels, type Pack } from './interview/pack.ts'
import { fewestMinutes, matchesTopic, mostMinutes } from './interview/plan.ts'

export type StartCommand = {
  kind: 'start'
  round: string
  topic: string | null
  level: Level | null
  company: string | null
  minutes: number | null
  mode: Mode | null
}

export type Command =
  | StartCommand
  | { kind: 'control'; control: Control }
  | { kind: 'new'; rest: string }
  | { kind: 'feedback' | 'help' | 'offer' }
  /** Not understood: a notice that says what would be. */
  | { kind: 'refused'; notice: string; vars: Record<string, string | number> }

const controls: Record<string, Control> = {
  stop: 'stop',
  finish: 'stop',
  pause: 'pause',
  resume: 'resume',
  skip: 'skip',
  hint: 'hint',
  done: 'done',
  wait: 'wait',
  repeat: 'repeat',
  rephrase: 'rephrase',
  start: 'start',
  leave: 'leave',
}

/** What a table holds under a word that a person typed: `constructor` and its like are in every object, and not meant. */
const entry = <T>(table: Record<string, T>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined

/** Reads a command line. Never throws. */
export function parseCommand(line: string, pack: Pack): Command {
  const words = line
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '')
  const first = (words[0] ?? '').toLowerCase()
  if (first === '') return { kind: 'offer' }
  const control = entry(controls, first)
  if (control !== undefined && words.length === 1) return { kind: 'control', control }
  if (first === 'feedback' || first === 'help') return { kind: first }
  if (first === 'new') return { kind: 'new', rest: words.slice(1).join(' ') }
  if (entry(pack.rounds, first) !== undefined) return parseStart(first, words.slice(1), pack)
  if (words.length === 1 && /^[a-z-]+$/u.test(first) && looksLikeRound(first)) {
    return {
      kind: 'refused',
      notice: 'unknown-round',
      vars: { name: first, rounds: Object.keys(pack.rounds).join(', ') },
    }
  }
  return { kind: 'refused', notice: 'unknown-command', vars: { command: line.trim().slice(0, 60) } }
}

/** Rounds that people know from interviews; a pack without them says which it has. */
const looksLikeRound = (word: string): boolean =>
  [
    'coding',
    'fundamentals',
    'recruiter',
    'manager',
    'screen',
    'responsible',
    'loop',
    'design',
    'behavioral',
  ].includes(word)

function parseStart(round: string, words: string[], pack: Pack): Command {
  let start: StartCommand = {
    kind: 'start',
    round,
    topic: null,
    level: null,
    company: null,
    minutes: null,
    mode: null,
  }
  const topic: string[] = []
  for (const word of words) {
    const [, name = '', value = ''] = /^([a-z]+):(.*)$/iu.exec(word) ?? []
    const read = entry(options, name.toLowerCase())
    if (read === undefined) {
      if (word !== 'here' && word !== 'private') topic.push(word)
      continue
    }
    const set = read(value.toLowerCase(), pack)
    if ('notice' in set) return set
    start = { ...start, ...set }
  }
  if (topic.length === 0) return start
  const asked = topic.join(' ').toLowerCase()
  // Of a loop one asks for a round, not for a question.
  const { before = [] } = pack.rounds[round] ?? {}
  if (before.length > 0) return { ...start, topic: asked }
  const known = Object.values(pack.questions).some((q) => q.rounds.includes(round) && matchesTopic(q, asked))
  if (!known) return { kind: 'refused', notice: 'unknown-topic', vars: { topic: asked.slice(0, 60), round } }
  return { ...start, topic: asked }
}

type Read = (value: string, pack: Pack) => Partial<StartCommand> | Extract<Command, { kind: 'refused' }>

const refuse = (notice: string, vars: Record<string, string | number>) => ({
  kind: 'refused' as const,
  notice,
  vars,
})

const options: Record<string, Read> = {
  level: (value) => {
    const level = levels.find((known) => known === value)
    return level === undefined
      ? refuse('unknown-level', { name: value, levels: levels.join(', ') })
      : { level }
  },
  company: (value, pack) => {
    const all = Object.values(pack.companies)
    const company = all.find((c) => c.id === value || c.names.some((name) => name.toLowerCase() === value))
    if (company !== undefined) return { company: company.id }
    return refuse('unknown-company', { name: value, companies: all.flatMap((c) => c.names).join(', ') })
  },
  mode: (value) =>
    value === 'practice' || value === 'real' ? { mode: value } : refuse('unknown-mode', { value }),
  minutes: (value) => {
    const minutes = /^\d{1,4}$/u.test(value) ? Number(value) : Number.NaN
    if (minutes >= fewestMinutes && minutes <= mostMinutes) return { minutes }
    return refuse('bad-minutes', { value, least: fewestMinutes, most: mostMinutes })
  },
}
