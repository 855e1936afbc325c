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
  /** Start at once, pausing what is open. */
  fresh: boolean
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

/** Reads a command line. Never throws. */
export function parseCommand(line: string, pack: Pack): Command {
  const words = line
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '')
  const first = (words[0] ?? '').toLowerCase()
  if (first === '') return { kind: 'offer' }
  const control = controls[first]
  if (control !== undefined && words.length === 1) return { kind: 'control', control }
  if (first === 'feedback' || first === 'help') return { kind: first }
  if (first === 'new') return { kind: 'new', rest: words.slice(1).join(' ') }
  if (pack.rounds[first] !== undefined) return parseStart(first, words.slice(1), pack)
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
  const start: StartCommand = {
    kind: 'start',
    round,
    topic: null,
    level: null,
    company: null,
    minutes: null,
    mode: null,
    fresh: false,
  }
  const topic: string[] = []
  for (const word of words) {
    const option = /^(level|company|mode|minutes):(.*)$/iu.exec(word)
    if (option === null) {
      if (word !== 'here' && word !== 'private') topic.push(word)
      continue
    }
    const refused = setOption(start, (option[1] ?? '').toLowerCase(), (option[2] ?? '').toLowerCase(), pack)
    if (refused !== null) return refused
  }
  if (topic.length === 0) return start
  const asked = topic.join(' ')
  const known = Object.values(pack.questions).some((q) => q.rounds.includes(round) && matchesTopic(q, asked))
  if (!known) return { kind: 'refused', notice: 'unknown-topic', vars: { topic: asked.slice(0, 60), round } }
  return { ...start, topic: asked }
}

function setOption(start: StartCommand, name: string, value: string, pack: Pack): Command | null {
  const refuse = (notice: string, vars: Record<string, string | number>): Command => ({
    kind: 'refused',
    notice,
    vars,
  })
  if (name === 'level') {
    const level = levels.find((known) => known === value)
    if (level === undefined) return refuse('unknown-level', { name: value, levels: levels.join(', ') })
    start.level = level
  } else if (name === 'company') {
    const company = Object.values(pack.companies).find(
      (c) => c.id === value || c.names.some((n) => n.toLowerCase() === value),
    )
    if (company === undefined) {
      return refuse('unknown-company', {
        name: value,
        companies: Object.values(pack.companies)
          .flatMap((c) => c.names)
          .join(', '),
      })
    }
    start.company = company.id
  } else if (name === 'mode') {
    if (value !== 'practice' && value !== 'real') return refuse('unknown-mode', { value })
    start.mode = value
  } else {
    const minutes = /^\d{1,4}$/u.test(value) ? Number(value) : Number.NaN
    if (!(minutes >= fewestMinutes && minutes <= mostMinutes)) {
      return refuse('bad-minutes', { value, least: fewestMinutes, most: mostMinutes })
    }
    start.minutes = minutes
  }
  return null
}
