/**
 * Text as the offline interviewer sees it: sentences of stemmed words that remember where they stood. What is no
 * evidence (text that talks to the grader, echoes of our own words, fillers, a stated red flag) is taken out here, once.
 */
import { stemmer } from 'stemmer'
import { type Place, sentencesOf } from '../../interview/red-flags/rule.ts'

export type Word = { raw: string; stem: string; start: number; end: number; clause: number }

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
}

const known = new Map<string, string>()

/** The stem of a lower-case word; British and American spelling share one. */
export function stemOf(raw: string): string {
  const before = known.get(raw)
  if (before !== undefined) return before
  const spelled = raw
    .replace(/(?<=\p{L}{3})is(e|ed|es|er|ing|ation|ations)$/u, 'iz$1')
    .replace(/(?<=\p{L}{2})ll(ed|ing)$/u, 'l$1')
  const stem = raw.length > 40 ? raw : stemmer(spelled)
  // Bounded, since strangers choose the words.
  if (known.size > 20_000) known.clear()
  known.set(raw, stem)
  return stem
}

const clauseWord = new Set(['but', 'although', 'though', 'while', 'because', 'whereas', 'however'])

/** The words of a piece of text, with their places in it and the clause they belong to. */
export function wordsOf(text: string, offset = 0): Word[] {
  const words: Word[] = []
  let clause = 0
  let last = 0
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu)) {
    const raw = word.normalize('NFKC').toLowerCase().replace(/['’]/g, '')
    if (/[,;:()–—]|\s-\s/.test(text.slice(last, index).slice(0, 20)) || clauseWord.has(raw)) clause += 1
    last = index + word.length
    words.push({ raw, stem: stemOf(raw), start: offset + index, end: offset + last, clause })
  }
  return words
}

/** Stems of a short text of ours: a question, an alias, a cue. */
export const stemsOf = (text: string): string[] => wordsOf(text).map(({ stem }) => stem)

const run = 4

/** Every run of four words in texts of ours. Whoever repeats one has said nothing of their own. */
export function echoesOf(texts: string[]): Set<string> {
  const runs = new Set<string>()
  for (const text of texts) {
    const stems = stemsOf(text)
    for (let at = 0; at + run <= stems.length; at += 1) runs.add(stems.slice(at, at + run).join(' '))
  }
  return runs
}

/** The sentences of one message that can be evidence: those of `text`, the same length, without what is `struck` out. */
export function readMessage(
  message: string,
  text: string,
  echoes: Set<string>,
  struck: Place[] = [],
): Sentence[] {
  return sentencesOf(text).map(({ start, end }) => {
    const piece = text.slice(start, end)
    const own = ownWords(wordsOf(piece, start), echoes)
    const words = own.filter((word) => !struck.some((s) => word.start >= s.start && word.end <= s.end))
    const question = (/\?\W*$/.test(piece) && !tellsOfQuestion.test(piece)) || asks.test(piece)
    return { message, start, end, words, text: ownText(message, words), question }
  })
}

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

const asks =
  /^(?:and |so |ok,? |also,? )?(?:what(?! (?:i|we|you|matters?|happens|comes|helps|makes|this|that|it|they)\b)|how (?:many|much|long|fast|often|big|fresh|deep|should)|who|which(?! (?:i|we|is|means|makes|helps|keeps|gives|lets|also)\b)|do we|do you|does it|is there|are there|can i|can we|should i|should we|am i)\b[^.!]{0,160}$/i

const filler = new Set(
  'um uh uhm hmm hm er ah oh well so like basically actually literally honestly really just right okay ok yeah yes obviously essentially simply anyway anyways very quite pretty totally definitely certainly'.split(
    ' ',
  ),
)
const fillerPair = new Set(
  [
    'you know',
    'i mean',
    'kind of',
    'sort of',
    'or something',
    'and stuff',
    'and things',
    'of course',
    'let us',
    'lets see',
  ].concat(['you see', 'to say']),
)

/** True for a word that only fills a pause. */
export const isFiller = (word: Word): boolean => filler.has(word.raw)

function ownWords(words: Word[], echoes: Set<string>): Word[] {
  const mute = new Set<number>()
  words.forEach((word, at) => {
    if (isFiller(word)) mute.add(at)
    if (fillerPair.has(`${word.raw} ${words[at + 1]?.raw ?? ''}`)) mute.add(at).add(at + 1)
    const four = words.slice(at, at + run)
    if (four.length === run && echoes.has(four.map(({ stem }) => stem).join(' '))) {
      for (let i = 0; i < run; i += 1) mute.add(at + i)
    }
  })
  return words.filter((_, at) => !mute.has(at))
}

const grammar = new Set(
  'i we you they he she it this that these those the a an is are was were be been am has have had do does did will would can could should may might must to of in on at by for from with into over under per as if when while where who which what how than then so but or not no because since until my our your their its id ill ive im were weve theyre its dont doesnt cant wont isnt'.split(
    ' ',
  ),
)

/** True for a word that only holds a sentence together. */
export const isGrammar = (word: Word): boolean => grammar.has(word.raw)

/** A row of terms without a sentence around it shows that somebody knows the words, no more. */
export function isBareList({ words }: Sentence): boolean {
  return words.filter(isGrammar).length * 8 < words.length
}
