/** Finds phrases in words by stems: in order, with at most a small gap, and not where they are denied. */
import type { Sentence } from './text.ts'
import { isGrammar, ownWords, stemOf, type Word, wordsOf } from './words.ts'

/** `joined` is the stem of two words written as one; two words that carry meaning may also be `turned` round. */
export type Phrase = { stems: string[]; text: string; joined: string; turned: boolean }

/** Words `from` up to and including `to` carry `phrase`. */
export type Hit = { phrase: Phrase; from: number; to: number }

export function phraseOf(text: string): Phrase {
  const words = wordsOf(text)
  // Fillers are not heard in sentences either. "Say so" without them is another phrase, so it is none.
  const own = ownWords(words)
  const stems = own.length < 2 && own.length < words.length ? [] : own.map(({ stem }) => stem)
  const two = stems.length === 2
  return {
    stems,
    text,
    joined: two ? stemOf(words.map(({ raw }) => raw).join('')) : '',
    turned: two && own.every((word) => word.raw.length > 3 && !isGrammar(word)),
  }
}

export type Index = Map<string, Phrase[]>

// Before the stem that begins a phrase turned round: no word has it.
const turn = '<'

/** Phrases by their first stem; also written together, since people write "finetuning" and "fine-tuning". */
export function indexOf(phrases: Phrase[]): Index {
  const index: Index = new Map()
  const put = (key: string, phrase: Phrase) => {
    const there = index.get(key)
    if (there === undefined) index.set(key, [phrase])
    else there.push(phrase)
  }
  for (const phrase of phrases) {
    const [first, second] = phrase.stems
    if (first === undefined) continue
    put(first, phrase)
    if (phrase.joined !== '') put(phrase.joined, phrase)
    if (phrase.turned) put(`${turn}${second}`, phrase)
  }
  return index
}

const indexed = new WeakMap<string[], Index>()

/** The index of a list of the pack, made once. */
export function indexFor(texts: string[]): Index {
  const before = indexed.get(texts)
  if (before !== undefined) return before
  const index = indexOf(texts.map(phraseOf))
  indexed.set(texts, index)
  return index
}

/** All hits in a sentence, from left to right. This is asked most often of all, so it makes nothing that it can spare. */
export function hitsIn(words: Word[], index: Index, gap: number): Hit[] {
  if (index.size === 0) return nothing
  const { pairs, turned } = keysOf(words)
  const hits: Hit[] = []
  const look = (from: number, key: string, end: (phrase: Phrase) => number | null): void => {
    for (const phrase of index.get(key) ?? none) {
      const to = end(phrase)
      if (to !== null) hits.push({ phrase, from, to })
    }
  }
  for (const [from, { stem }] of words.entries()) {
    const straight = ({ stems, joined }: Phrase) =>
      endOf(words, from, stems, gap) ?? (joined === stem ? from : null)
    look(from, stem, straight)
    look(from, pairs[from] ?? '', ({ stems }) => (stems.length === 1 ? from + 1 : null))
    look(from, turned[from] ?? '', ({ stems }) => endOf(words, from, stems.toReversed(), gap))
  }
  return hits
}

const nothing: Hit[] = []
const none: Phrase[] = []

type Keys = { pairs: string[]; turned: string[] }

const keys = new WeakMap<Word[], Keys>()

// Each word written together with the next, and as the first of a phrase turned round. Every key point asks for them.
function keysOf(words: Word[]): Keys {
  const before = keys.get(words)
  if (before !== undefined) return before
  const made = {
    pairs: words.slice(1).map(({ raw }, at) => stemOf((words[at]?.raw ?? '') + raw)),
    turned: words.map(({ stem }) => turn + stem),
  }
  keys.set(words, made)
  return made
}

// Greedy: the next stem within the gap. Phrases are short, so nothing better is needed.
function endOf(words: Word[], from: number, stems: string[], gap: number): number | null {
  let at = from
  for (let i = 1; i < stems.length; i += 1) {
    const last = Math.min(at + 1 + gap, words.length - 1)
    let next = at + 1
    while (next <= last && words[next]?.stem !== stems[i]) next += 1
    if (next > last) return null
    at = next
  }
  return at
}

const no = new Set(
  'not no never without skip nor neither nobody none dont doesnt didnt wont wouldnt cant cannot couldnt shouldnt isnt arent wasnt werent havent hasnt hadnt aint ignore forget avoid'.split(
    ' ',
  ),
)
const undone = new Set('unnecessary overkill pointless irrelevant useless unimportant'.split(' '))
const needed = new Set('need needed necessary matter required important worth useful relevant'.split(' '))

// "I don't read it any more" is what these are for.
const needsNo = /^any ?(?:more|longer)$/i

// "No citations and no test set" denies twice, each for its own half; "we neither cut nor rank" once for both.
function denialsIn(before: Word[]): number {
  const half = before.slice(
    before.findLastIndex(({ raw }) => raw === 'and' || raw === 'or' || raw === 'nor') + 1,
  )
  const count = (words: Word[]): number =>
    words.filter(
      ({ raw }, at) => no.has(raw) && !/^(?:only|just|longer|more)$/.test(words[at + 1]?.raw ?? ''),
    ).length
  return count(half) || count(before)
}

/** True where the words around a hit, in its clause, deny it: "we don't need caching", "caching is overkill". */
export function isDenied({ words }: Sentence, { phrase, from, to }: Hit): boolean {
  if (needsNo.test(phrase.text)) return false
  const clause = words[from]?.clause
  const before = words.slice(Math.max(0, from - 6), from).filter((word) => word.clause === clause)
  const after = words.slice(to + 1, to + 6).filter((word) => word.clause === words[to]?.clause)
  // "Vector search is not enough" holds the words of "vector search is enough".
  const within = words.slice(from + 1, to)
  if (within.some(({ raw, stem }) => no.has(raw) && !phrase.stems.includes(stem))) return true
  if (denialsIn(before) % 2 === 1) return true
  return after.some(
    (word, at) =>
      undone.has(word.raw) || (no.has(word.raw) && after.slice(at + 1).some((w) => needed.has(w.raw))),
  )
}
