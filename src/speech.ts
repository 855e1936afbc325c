/** From what is to be said to the words: notices of the pack, with candidates' quotes as values, never as templates. */
import type { Interview, Say } from './interview/interview.ts'
import type { Span } from './interview/marks.ts'
import { type Pack, roundOf } from './interview/pack.ts'
import type { StoredMessage } from './store/store.ts'
import type { Templates } from './templates.ts'

/** Longest quote shown in one of our sentences, in characters. */
const longestQuote = 280

/** The piece of a stored message that a span points to, or '' where the message is gone. */
export function quoted(span: Span | { message: string }, messages: StoredMessage[]): string {
  const all = messages.filter(({ id }) => id === span.message).sort((a, b) => b.revision - a.revision)
  if (!('revision' in span)) return all[0]?.text ?? ''
  const text = all.find(({ revision }) => revision === span.revision)?.text ?? ''
  return text.slice(span.start, Math.min(span.end, text.length)).trim()
}

/** A quote as it stands in a sentence of ours: one line, and not longer than a phone shows. */
export function inline(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const chars = [...line]
  return chars.length <= longestQuote ? line : `${chars.slice(0, longestQuote).join('').trim()} …`
}

/** The message ids that a sentence wants to quote. */
export const quotesOf = (say: Say): string[] => Object.values(say.quotes).map(({ message }) => message)

export type SpeechRequest = {
  say: Say
  interview: Interview
  pack: Pack
  templates: Templates
  messages: StoredMessage[]
  offline: boolean
}

/** The words of a sentence of ours. */
export function speak({ say, interview, pack, templates, messages, offline }: SpeechRequest): string {
  const [family, name] = say.notice.split(':')
  if (family === 'talk') return pack.sideTalk[name ?? '']?.reply ?? ''
  if (family === 'round') {
    return templates.move({
      round: roundOf(pack, interview.round),
      template: name ?? '',
      counter: interview.seq,
      vars: roundVars(interview, pack),
    })
  }
  const quotes = Object.fromEntries(
    Object.entries(say.quotes).map(([key, span]) => {
      const text = quoted(span, messages)
      // Our own question is repeated whole; of the candidate's words a piece is enough to go on from.
      return [key, 'revision' in span || key === 'words' ? inline(text) : text]
    }),
  )
  const vars = { ...say.vars, ...quotes }
  return templates.notice(
    say.notice,
    say.notice === 'intro' ? { ...vars, ...place(say, templates, offline) } : vars,
  )
}

/** How to answer, who reads along and where answers go: the intro says all three (DESIGN decision D12). */
function place(say: Say, templates: Templates, offline: boolean): Record<string, string> {
  return {
    how: templates.notice(`how-${say.vars['settles']}`, {}),
    who: templates.notice(`who-${say.vars['audience']}`, {}),
    where: templates.notice(offline ? 'where-offline' : 'where-model', {}),
  }
}

/** The variables of a round's templates, before a move fills in its own. */
export function roundVars(interview: Interview, pack: Pack) {
  return {
    ack: '',
    text: '',
    question: '',
    brief: '',
    round: roundOf(pack, interview.round).title,
    level: interview.level,
    company: interview.company === null ? '' : (pack.companies[interview.company]?.title ?? ''),
    number: interview.items.filter((item) => item.question !== null).length,
    of: interview.plan.filter((item) => item.question !== null).length,
    minutes: interview.minutes,
  }
}
