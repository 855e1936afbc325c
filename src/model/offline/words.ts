/** Words as the offline interviewer sees them: stemmed, with their places, without fillers and echoes of our own words. */
import { stemmer } from 'stemmer'

export type Word = {
  raw: string
  stem: string
  start: number
  end: number
  clause: number
  /** A word that the whole pack does not use. */
  strange?: boolean
}

const known = new Map<string, string>()

// Families of words that the stemmer would merge with another: "experiment" with "experience", "one" with "on".
const apart =
  /^(?:one|us|container|normaliz|numbering|existence|calculator|temporal|experiment|generat|positiv|production|importan|conversation|communit|paste|meaning|objection)(?=(?:e|s|ed|es|ers?|ing|ions?|ations?|ors?|ive|ly|t|tly|ce|y|ies)?$)/

/** The stem of a lower-case word; British and American spelling share one. */
export function stemOf(raw: string): string {
  const before = known.get(raw)
  if (before !== undefined) return before
  const spelled = raw
    .replace(/(?<=\p{L}{3})is(e|ed|es|er|ing|ation|ations)$/u, 'iz$1')
    .replace(/(?<=\p{L}{2})ll(ed|ing)$/u, 'l$1')
    .replace(/(?<=\p{L}{3})our(s|ed|ing|al|ite)?$/u, 'or$1')
    .replace(/ys(e|ed|es|ing)$/u, 'yz$1')
    .replace(/ogue(s?)$/u, 'og$1')
  const stem = raw.length > 40 ? raw : raw === 'us' ? 'we' : (apart.exec(spelled)?.[0] ?? stemmer(spelled))
  // Bounded, since strangers choose the words.
  if (known.size > 20_000) known.clear()
  known.set(raw, stem)
  return stem
}

// A prefix belongs to its word, however it is written: "re-index" is "reindex".
const aWord =
  /(?:(?<![\p{L}\p{N}])(?:(?:re|pre|multi|non|sub|anti|semi)-|fine[- ](?=tun))(?=\p{L}))?[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*/giu

const clauseWord = new Set(['but', 'although', 'though', 'while', 'because', 'whereas', 'however'])

/** The words of a piece of text, with their places in it and the clause they belong to. */
export function wordsOf(text: string, offset = 0): Word[] {
  const words: Word[] = []
  let clause = 0
  let last = 0
  for (const { 0: word, index } of text.matchAll(aWord)) {
    const raw = word
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’\s-]/g, '')
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

const isFiller = (word: Word): boolean => filler.has(word.raw)

/** Words without fillers and echoes. */
export function ownWords(words: Word[], echoes: Set<string> = new Set()): Word[] {
  const mute = new Set<number>()
  words.forEach((word, at) => {
    if (isFiller(word)) mute.add(at)
    if (fillerPair.has(`${word.raw} ${words[at + 1]?.raw ?? ''}`)) mute.add(at).add(at + 1)
    const four = echoes.size === 0 ? [] : words.slice(at, at + run)
    if (four.length === run && echoes.has(four.map(({ stem }) => stem).join(' '))) {
      for (let i = 0; i < run; i += 1) mute.add(at + i)
    }
  })
  return words.filter((_, at) => !mute.has(at))
}

const grammar = new Set(
  'i we you they he she it this that these those the a an is are was were be been am has have had do does did will would can could should may might must to of in on at by for from with into over under per as if when while where who which what how than then so but or not no never neither nor without because since until my our your their its id ill ive im were weve theyre its dont doesnt didnt cant cannot wont wouldnt isnt arent wasnt'.split(
    ' ',
  ),
)

/** True for a word that only holds a sentence together. */
export const isGrammar = (word: Word): boolean => grammar.has(word.raw)
