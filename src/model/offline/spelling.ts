/**
 * Slips of the keyboard. A long word that the whole pack does not know is read as a word of this question's aliases that
 * is one letter away: one too many, one missing, a wrong one, or two swapped. Any other is marked as strange: what is
 * written in another language, or in none, explains nothing here.
 */
import type { Pack, Question } from '../../interview/pack.ts'
import { stemOf, type Word, wordsOf } from './words.ts'

// Short words are one letter away from too many others; two swapped letters rarely make another word.
const shortest = 8
const shortestSwapped = 6
const longest = 24

// A small pack does not use enough words to call another one strange.
const fewestKnown = 2_000

const vocabularies = new WeakMap<Pack, Set<string>>()
const slips = new WeakMap<Question, Map<string, string>>()

/** Reads a word as the one that was meant, or as a strange one. */
export function spellingOf(pack: Pack, question: Question): (word: Word) => Word {
  const known = once(vocabularies, pack, () => vocabularyOf(pack))
  const meant = once(slips, question, () => slipsOf(question))
  return (word) => {
    const { raw, stem } = word
    if (known.has(raw) || known.has(stem) || /\p{N}/u.test(raw)) return word
    const strange = { ...word, strange: known.size >= fewestKnown }
    if (raw.length < shortestSwapped || raw.length > longest) return strange
    const found = shortened(raw).flatMap((form) => meant.get(form) ?? [])
    const right = found.find(
      (other) => other[0] === raw[0] && (raw.length >= shortest || isSwapped(raw, other)),
    )
    return right === undefined ? strange : { ...word, raw: right, stem: stemOf(right) }
  }
}

function vocabularyOf({ questions }: Pack): Set<string> {
  const texts = Object.values(questions).flatMap(
    ({ text, brief, facts, points, mistakes, narrower, strongAnswer }) => [
      ...[text, brief, narrower, strongAnswer],
      ...facts.flatMap(({ says, cues }) => [says, ...cues]),
      ...points.flatMap(({ says, aliases, openProbe, namedProbe, hint }) => [
        says,
        openProbe,
        namedProbe,
        hint,
        ...aliases,
      ]),
      ...mistakes.flatMap(({ says, because, phrases, corrected }) => [
        says,
        because,
        ...phrases,
        ...corrected,
      ]),
    ],
  )
  const words = new Set(
    texts
      .join('\n')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [],
  )
  return new Set([...words].flatMap((raw) => [raw, stemOf(raw)]))
}

// Two words that differ by one slip share a form with one letter left out.
function slipsOf({ points }: Question): Map<string, string> {
  const words = new Set(
    points.flatMap(({ aliases }) => aliases.flatMap((alias) => wordsOf(alias).map(({ raw }) => raw))),
  )
  const long = [...words].filter((raw) => raw.length >= shortestSwapped && raw.length <= longest)
  return new Map(long.flatMap((raw) => shortened(raw).map((form): [string, string] => [form, raw])))
}

const isSwapped = (one: string, other: string): boolean => sorted(one) === sorted(other)

const sorted = (raw: string): string => [...raw].sort().join('')

const shortened = (raw: string): string[] => [
  raw,
  ...Array.from(raw, (_, at) => raw.slice(0, at) + raw.slice(at + 1)),
]

function once<K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V {
  const before = cache.get(key)
  if (before !== undefined) return before
  const made = make()
  cache.set(key, made)
  return made
}
