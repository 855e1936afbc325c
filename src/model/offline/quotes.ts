/**
 * Chooses the words to quote: whole sentences, or clauses that end where a reader would pause. Never more than a report
 * can show, never too little to judge, never cut in mid-phrase while there is another way.
 */
import { isInjection } from '../../interview/injection.ts'
import { type Place, sentencesOf } from '../../interview/red-flags/rule.ts'

const longest = 240
const fewest = 4

export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)?.length ?? 0

/** True if there is enough to judge: four words, or all that was said. */
export const isQuotable = (message: string, quote: string): boolean =>
  wordCount(quote) >= fewest || quote.trim() === message.trim()

/** The quotable piece of `message` around the words from `start` to `end`, inside `sentence` if that is long enough. */
export function quoteAround(message: string, sentence: Place, start: number, end: number): string {
  return quotesAround(message, sentence, start, end)[0] ?? message.trim()
}

/** All quotable pieces around those words, best first: one sentence can show more than two points. */
export function quotesAround(message: string, sentence: Place, start: number, end: number): string[] {
  const whole = message.slice(sentence.start, sentence.end)
  if (wordCount(whole) < fewest) return [widened(message, sentence)]
  const words = { start, end }
  const places = [
    ...(whole.length <= longest ? [sentence] : []),
    ...clausesAround(message, sentence, words, hard),
    ...clausesAround(message, sentence, words, soft),
    ...clausesAround(message, sentence, words, softest),
  ]
  const quotes = places.map(({ start, end }) => message.slice(start, end).replace(/[\s,:;]+$/, ''))
  const good = quotes.filter((quote) => quote.length <= longest && wordCount(quote) >= fewest)
  if (good.length === 0) return [inWords(message, sentence, words)]
  return [...new Set([...good.filter(isClosed), ...good])]
}

// No bracket without its other half.
const isClosed = (quote: string): boolean => quote.split('(').length === quote.split(')').length

const hard = /[,:;)](?=\s)|\s(?=[–—-]\s)/g
const soft =
  /[,:;)](?=\s)|\s(?=[–—-]\s)|\s(?=(?:and|but|because|so|which|while|whereas|then|although|though|if|when|until|since|unless)\s)/gi
// A stretch without any pause still has words after which nothing is missing.
const softest =
  /[,:;)](?=\s)|\s(?=[–—-]\s)|\s(?=(?:and|but|because|so|which|while|whereas|then|although|though|if|when|until|since|unless|or|with|for|from|by|in|on|at|to|into)\s)/gi

const loose =
  /[\s,:;–—-]+$|\s(?:an?|the|and|or|but|so|of|to|in|on|at|by|for|from|with|into|as|if|when|then|than|that|which|because|while|whereas|since|until|unless|although|though|is|are|was|were|be|i|we|it|you|they|my|our|your|its|their|this|these|those|not|no)$/i

// The clause that holds the words, grown by its neighbours: first as far as a quote may go, then as little as will do.
function clausesAround(message: string, sentence: Place, words: Place, border: RegExp): Place[] {
  const from = Math.max(sentence.start, words.start - 2 * longest)
  const text = message.slice(from, Math.min(sentence.end, words.end + 2 * longest))
  const ends = [...text.matchAll(border)].map(({ 0: mark, index }) => from + index + mark.length)
  const borders = [sentence.start, ...ends, sentence.end]
  const first = borders.filter((at) => at <= words.start).at(-1) ?? sentence.start
  const last = borders.find((at) => at >= words.end) ?? sentence.end
  const lefts = borders.filter((at) => at <= first).reverse()
  const rights = borders.filter((at) => at >= last)
  const spans = lefts
    .slice(0, 12)
    .flatMap((start) => rights.slice(0, 12).map((end) => tidy(message, { start, end }, words)))
    .filter(({ start, end }) => end - start <= longest && wordCount(message.slice(start, end)) >= fewest)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
  return sentence.end - sentence.start > longest ? spans.reverse() : spans
}

// What can dangle is shorter than this.
const longestTail = 24

// Drops what dangles at either end, but never the words themselves.
function tidy(message: string, place: Place, words: Place): Place {
  let { start, end } = place
  while (start < words.start && /[\s,:;–—-]/.test(message[start] ?? '')) start += 1
  const opening = /^(?:and|but|or|so|then)\s+/i.exec(message.slice(start, start + 8))?.[0].length ?? 0
  if (start + opening <= words.start) start += opening
  for (;;) {
    const tail = Math.max(start, end - longestTail)
    const dangling = loose.exec(message.slice(tail, end))
    if (dangling === null || tail + dangling.index < words.end) return { start, end }
    end = tail + dangling.index
  }
}

// No pause and no preposition for longer than a quote may be: cut at blanks, so that no word is split.
function inWords(message: string, sentence: Place, words: Place): string {
  const left = Math.max(sentence.start, Math.min(words.start, words.end - longest))
  const right = Math.min(sentence.end, left + longest)
  let start = left
  let end = right
  while (start > 0 && start < end && /\S/.test(message[start - 1] ?? ' ')) start += 1
  while (
    end < message.length &&
    end > start + 1 &&
    /\S/.test(message[end] ?? ' ') &&
    /\S/.test(message[end - 1] ?? ' ')
  )
    end -= 1
  const cut = tidy(message, { start, end }, { start, end: Math.min(words.end, end) })
  const piece = message.slice(cut.start, cut.end).trim()
  return wordCount(piece) > 0 ? piece : message.slice(left, right).trim()
}

// A short sentence is quoted with the one beside it, or as the whole answer.
function widened(message: string, sentence: Place): string {
  const whole = message.trim()
  if (whole.length <= longest) return whole
  const from = Math.max(0, sentence.start - longest)
  const near = sentencesOf(message.slice(from, sentence.end + longest))
    .map(({ start, end }) => ({ start: start + from, end: end + from }))
    .filter(({ start, end }) => !isInjection(message.slice(start, end)))
  const after = near.find(({ start }) => start >= sentence.end)
  const before = near.filter(({ end }) => end <= sentence.start).at(-1)
  const wide = [
    { start: sentence.start, end: after?.end ?? sentence.end },
    { start: before?.start ?? sentence.start, end: sentence.end },
    { start: before?.start ?? sentence.start, end: after?.end ?? sentence.end },
  ].map(({ start, end }) => message.slice(start, end))
  const good = wide.find((quote) => quote.length <= longest && wordCount(quote) >= fewest)
  return good ?? inWords(message, { start: sentence.start, end: after?.end ?? message.length }, sentence)
}
