/** Flags stated in words, and whether the reply to their probe cleared them. The rules themselves are the interview's. */
import type { Assessment } from '../../interview/marks.ts'
import { rules } from '../../interview/red-flags/index.ts'
import { type Place, sentencesOf } from '../../interview/red-flags/rule.ts'
import { type Flagged, type Heard, repliesTo } from './heard.ts'
import { quoteAround, wordCount } from './quotes.ts'

/** Flags stated in words, each once, with the sentence of the reply that cleared it. */
export function flagsOf(heard: Heard[]): Assessment['flags'] {
  const all = heard.flatMap(({ messages }) => messages)
  return rules.flatMap(({ id, clears }) => {
    const quote = firstQuote(all, ({ found }) => found.get(id)?.[0] ?? null)
    if (quote === null) return []
    const replies = repliesTo(heard, ({ move }) => move.kind === 'flag' && move.flag === id)
    const answers = replies.flatMap(({ messages }) => messages)
    const again = answers.some(({ found }) => (found.get(id) ?? []).length > 0)
    return [{ id, quote, cleared: again ? null : firstQuote(answers, ({ masked }) => clears(masked)) }]
  })
}

function firstQuote(messages: Flagged[], find: (message: Flagged) => Place | null): string | null {
  for (const message of messages) {
    const place = find(message)
    if (place === null) continue
    const { text, masked } = message
    const sentence =
      sentencesOf(masked).find(({ start, end }) => start <= place.start && end >= place.end) ?? place
    const short = wordCount(text.slice(place.start, place.end)) < 4
    return quoteAround(text, short ? sentence : place, place.start, place.end)
  }
  return null
}
