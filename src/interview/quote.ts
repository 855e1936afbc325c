/**
 * Finds a quote in what the candidate wrote. Assessors tidy quotes (white space, case, typographic marks), so both sides
 * are folded before they are compared, and the fold remembers where each character came from.
 */
import { isInjection } from './injection.ts'
import { sentencesOf } from './red-flags/rule.ts'

type Folded = { text: string; starts: number[]; ends: number[] }

const sameMark: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
}

function fold(text: string): Folded {
  let out = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const char of text) {
    const end = at + char.length
    const plain = /\s/u.test(char) ? ' ' : (sameMark[char] ?? char).normalize('NFKC').toLowerCase()
    if (!(plain === ' ' && (out === '' || out.endsWith(' ')))) {
      for (let i = 0; i < plain.length; i += 1) {
        starts.push(at)
        ends.push(end)
      }
      out += plain
    }
    at = end
  }
  return { text: out, starts, ends }
}

/** Start and end (UTF-16 offsets into `text`) of the first place where `quote` stands, or null. */
export function findQuote(text: string, quote: string): { start: number; end: number } | null {
  // Most quotes are word for word, and folding a long text is slow.
  const exact = quote.trim()
  const found = exact === '' ? -1 : text.indexOf(exact)
  if (found >= 0) return { start: found, end: found + exact.length }
  const wanted = fold(quote).text.trim()
  if (wanted === '') return null
  const folded = fold(text)
  const at = folded.text.indexOf(wanted)
  const start = folded.starts[at]
  const end = folded.ends[at + wanted.length - 1]
  return at < 0 || start === undefined || end === undefined ? null : { start, end }
}

/** How many words a text has: runs of letters and digits. */
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)?.length ?? 0

/** True if the quote is the whole of the text, but for white space, case and closing marks. */
export function isWhole(text: string, quote: string): boolean {
  const strip = (s: string) => fold(s).text.replace(/^[\s"'.!?]+|[\s"'.!?]+$/gu, '')
  return strip(text) === strip(quote)
}

/** True if the piece of text from `start` to `end` lies in or touches a sentence that talks to the grader. */
export function talksToGrader(text: string, start: number, end: number): boolean {
  return sentencesOf(text).some(
    (sentence) =>
      sentence.start < end && sentence.end > start && isInjection(text.slice(sentence.start, sentence.end)),
  )
}
