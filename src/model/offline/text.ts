/**
 * Text as the offline interviewer sees it: sentences of stemmed words that remember where they stood. What is no
 * evidence (text that talks to the grader, echoes of our own words, fillers, a stated red flag) is taken out here, once.
 */
import { type Place, sentencesOf } from '../../interview/red-flags/rule.ts'
import { isGrammar, ownWords, type Word, wordsOf } from './words.ts'

export type Sentence = {
  /** The whole message, as the candidate wrote it. */
  message: string
  start: number
  end: number
  /** Own words only: no echo, no filler. */
  words: Word[]
  /** The own words with their punctuation. */
  text: string
  question: boolean
  /** A line of code, where there are no sentences. */
  code: boolean
}

type Reading = { echoes: Set<string>; spell: (word: Word) => Word; struck?: Place[] }

/** The sentences of one message that can be evidence: those of `text`, the same length, without what is `struck` out. */
export function readMessage(
  message: string,
  text: string,
  { echoes, spell, struck = [] }: Reading,
): Sentence[] {
  const blocks = codeIn(text)
  return sentencesOf(text).map(({ start, end }) => {
    const piece = text.slice(start, end)
    const own = ownWords(wordsOf(piece, start).map(spell), echoes)
    const words = own.filter((word) => !struck.some((s) => word.start >= s.start && word.end <= s.end))
    const question =
      (/\?\W*$/.test(piece) && !tellsOfQuestion.test(piece) && !labelled.test(piece)) || asks.test(piece)
    const code = blocks.some((block) => start >= block.start && end <= block.end)
    return { message, start, end, words, text: ownText(message, words), question: question && !code, code }
  })
}

// What stands between fences; an open one runs to the end.
const codeIn = (text: string): Place[] =>
  [...text.matchAll(/```[\s\S]*?(?:```|$)/g)].map(({ 0: block, index }) => ({
    start: index,
    end: index + block.length,
  }))

// What was taken out between two words leaves a blank.
function ownText(message: string, words: Word[]): string {
  let text = ''
  let last: number | null = null
  for (const { start, end } of words) {
    const between: string = last === null ? '' : message.slice(last, start)
    text += /[\p{L}\p{N}]/u.test(between) ? ' ' : between
    text += message.slice(start, end)
    last = end
  }
  return text.replace(/[’‘]/g, "'")
}

// 'I now ask "who reads this?"' tells, it does not ask.
const tellsOfQuestion = /^(?:[^\s"“]+\s+){3,80}["“][^"”]{1,300}\?["”]\W*$/

// "Answers: faithful to the passages?" in somebody's notes is a check, not a question to us.
const labelled =
  /^\W*(?!(?:questions?|ask|clarif\w*|first|so|and|ok)\b)\p{L}[\p{L} /-]{1,24}: (?!(?:is|are|do|does|did|how|what|which|who|when|where|why|can|may|should|will|would|could)\b)/iu

const asks =
  /^(?:and |so |ok,? |also,? )?(?:what(?! (?:i|we|you|matters?|happens|comes|helps|makes|this|that|it|they)\b)|how (?:many|much|long|fast|often|big|fresh|deep|should)|who|which(?! (?:i|we|is|means|makes|helps|keeps|gives|lets|also)\b)|do we|do you|does it|is there|are there|can i|can we|should i|should we|am i)\b[^.!]{0,160}$/i

const joins = new Set(['and', 'or', 'with', 'then'])

/** A row of terms without a sentence around it shows that somebody knows the words, no more. */
export function isBareList({ words, text }: Sentence): boolean {
  const holding = words.filter((word) => isGrammar(word) && !joins.has(word.raw))
  return holding.length * 8 < words.length || isEnumeration(text)
}

const fewestItems = 4
const longestItem = 4

function isEnumeration(text: string): boolean {
  const items = text.split(/[,;|/]\s*/).map((item) => item.trim().split(/\s+/).length)
  return items.length >= fewestItems && items.every((words) => words <= longestItem)
}
