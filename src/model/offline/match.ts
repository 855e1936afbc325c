/** Finds phrases in words by stems: in order, with at most a small gap, and not where they are denied. */
import { isFiller, type Sentence, stemOf, type Word, wordsOf } from './text.ts'

/** `joined` is the stem of the phrase written as one word. */
export type Phrase = { stems: string[]; text: string; joined: string }

/** Words `from` up to and including `to` carry `phrase`. */
export type Hit = { phrase: Phrase; from: number; to: number }

export const phraseOf = (text: string): Phrase => ({
  // Fillers are not heard in sentences either.
  stems: wordsOf(text).flatMap((word) => (isFiller(word) ? [] : [word.stem])),
  text,
  joined: stemOf(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')),
})

export type Index = Map<string, Phrase[]>

/** Phrases by their first stem; also written together, since people write "finetuning" and "fine-tuning". */
export function indexOf(phrases: Phrase[]): Index {
  const index: Index = new Map()
  const put = (key: string, phrase: Phrase) => index.set(key, [...(index.get(key) ?? []), phrase])
  for (const phrase of phrases) {
    const [first, ...rest] = phrase.stems
    if (first === undefined) continue
    put(first, phrase)
    if (rest.length === 1) put(phrase.joined, phrase)
  }
  return index
}

/** All hits in a sentence, longest first at each word. */
export function hitsIn(words: Word[], index: Index, gap: number): Hit[] {
  return words.flatMap((word, from) => {
    const next = words[from + 1]
    const pair = next === undefined ? '' : stemOf(word.raw + next.raw)
    const alone = (index.get(word.stem) ?? []).flatMap((phrase) => {
      const to = endOf(words, from, phrase.stems, gap)
      if (to !== null) return [{ phrase, from, to }]
      return phrase.joined === word.stem ? [{ phrase, from, to: from }] : []
    })
    const together = (index.get(pair) ?? [])
      .filter((phrase) => phrase.stems.length === 1)
      .map((phrase) => ({ phrase, from, to: from + 1 }))
    return [...alone, ...together]
  })
}

// Greedy: the next stem within the gap. Phrases are short, so nothing better is needed.
function endOf(words: Word[], from: number, stems: string[], gap: number): number | null {
  let at = from
  for (const stem of stems.slice(1)) {
    const next = words.slice(at + 1, at + 2 + gap).findIndex((word) => word.stem === stem)
    if (next < 0) return null
    at += 1 + next
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

/** True where the words around a hit, in its clause, deny it: "we don't need caching", "caching is overkill". */
export function isDenied({ words }: Sentence, { phrase, from, to }: Hit): boolean {
  if (needsNo.test(phrase.text)) return false
  const clause = words[from]?.clause
  const before = words.slice(Math.max(0, from - 4), from).filter((word) => word.clause === clause)
  const after = words.slice(to + 1, to + 6).filter((word) => word.clause === words[to]?.clause)
  const denials = before.filter(
    (word, at) => no.has(word.raw) && !/^(?:only|just|longer|more)$/.test(before[at + 1]?.raw ?? ''),
  )
  if (denials.length % 2 === 1) return true
  return after.some(
    (word, at) =>
      undone.has(word.raw) || (no.has(word.raw) && after.slice(at + 1).some((w) => needed.has(w.raw))),
  )
}
