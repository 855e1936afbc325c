/** Chooses the words to quote: a sentence or a clause, never more than a report can show, never too little to judge. */
import type { Place } from '../../interview/red-flags/rule.ts'

const longest = 200
const fewest = 4

export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)?.length ?? 0

/** True if there is enough to judge: four words, or all that was said. */
export const isQuotable = (message: string, quote: string): boolean =>
  wordCount(quote) >= fewest || quote.trim() === message.trim()

/** A quotable piece of `message` around the words from `start` to `end`, inside `sentence` if that is long enough. */
export function quoteAround(message: string, sentence: Place, start: number, end: number): string {
  const whole = message.slice(sentence.start, sentence.end)
  if (whole.length <= longest && wordCount(whole) >= fewest) return whole
  return whole.length > longest ? clause(message, sentence, start, end) : widened(message, sentence)
}

/** The clause around the words: for a second look at a sentence that is quoted already. */
export function clause(message: string, sentence: Place, start: number, end: number): string {
  const left = lastBreak(message, Math.max(sentence.start, end - longest, start - 120), start)
  const rest = message.slice(end, Math.min(sentence.end, left + longest))
  const stop = rest.search(/[,:](?=\s)|\s[–—-]\s/)
  const piece = message.slice(left, stop < 0 ? end + rest.length : end + stop)
  const right = stop >= 0 && wordCount(piece) < fewest ? end + rest.length : left + piece.length
  return wholeWords(message, left, right)
}

/** A few words on either side: for a third look. */
export function glimpse(message: string, sentence: Place, start: number, end: number): string {
  const piece = wholeWords(message, Math.max(sentence.start, start - 40), Math.min(sentence.end, end + 40))
  return wordCount(piece) < fewest ? quoteAround(message, sentence, start, end) : piece
}

function lastBreak(message: string, from: number, to: number): number {
  const before = message.slice(from, to)
  const mark = Math.max(
    ...[', ', ': ', ' – ', ' — ', ' - '].map((sign) => before.lastIndexOf(sign) + sign.length - 1),
  )
  return before.search(/[,:–—-]\s/) < 0 ? from : from + mark
}

// Cuts at blanks, so that neither a word nor a surrogate pair is split.
function wholeWords(message: string, left: number, right: number): string {
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
  const piece = message.slice(start, end).trim()
  return wordCount(piece) > 0 ? piece : message.slice(left, right).trim()
}

// A short sentence is quoted with what stands around it, or as the whole answer.
function widened(message: string, { start, end }: Place): string {
  const whole = message.trim()
  if (whole.length <= longest) return whole
  const after = message.slice(start, start + longest)
  const before = message.slice(Math.max(0, end - longest), end)
  const wide = wordCount(after) >= fewest ? [start, start + after.length] : [Math.max(0, end - longest), end]
  const [left = start, right = end] = wide
  return wordCount(before) < fewest && wordCount(after) < fewest ? whole : wholeWords(message, left, right)
}
