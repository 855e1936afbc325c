/** What in a sentence speaks for a key point, and how much. */
import { type Hit, hitsIn, isDenied, phraseOf } from './match.ts'
import { isBareList, type Sentence } from './text.ts'
import { onlyOf, type Wanted } from './wanted.ts'
import { stemOf } from './words.ts'

export type Evidence = {
  sentence: Sentence
  /** The words that carry it, as places in the message. */
  start: number
  end: number
  /** Different things said for the point here. */
  said: string[]
  /** How many different words of the point's aliases and definition stand here. */
  near: number
  /** Told in the form that the point is told in: "I was asked to", "from 9 % to 4 %". */
  cue: boolean
}

/**
 * What a sentence says for a point by its aliases; aliases made of `ours` do not count, nor do words that belong to
 * another point here. Asked for, a bare figure is an answer; elsewhere it is only a figure.
 */
export function byAliases(
  wanted: Wanted,
  sentence: Sentence,
  ours: Set<string>,
  probed: boolean,
): Evidence | null {
  const { point, index, others } = wanted
  const ownHits = hitsIn(sentence.words, index, 2)
  if (ownHits.length === 0) return null
  const theirs = hitsIn(sentence.words, others, 2)
  const wrongly = hitsIn(sentence.words, wanted.wrong, 1).filter((hit) => !isDenied(sentence, hit))
  const clausesOf = ({ from, to }: Hit) => sentence.words.slice(from, to + 1).map(({ clause }) => clause)
  const mistaken = new Set(wrongly.flatMap(clausesOf))
  const all = ownHits.filter(
    (hit) =>
      !onlyOf(hit.phrase.stems, ours) &&
      !isDenied(sentence, hit) &&
      !isFigurative(sentence, hit) &&
      !clausesOf(hit).some((clause) => mistaken.has(clause)) &&
      !theirs.some((other) => contains(other, hit) && isPartOf(hit, other)),
  )
  const hits = all.filter((hit) => !all.some((other) => contains(other, hit)))
  const said = new Set(hits.map(({ phrase }) => phrase.stems.join(' ')))
  const [first] = hits
  if (first === undefined) return null
  if (!probed && point.letter !== 'S' && point.letter !== 'R' && [...said].every((one) => figures.has(one)))
    return null
  return {
    sentence,
    ...placeOf(sentence, first),
    said: [...said],
    near: nearIn(wanted, sentence),
    cue: false,
  }
}

const nearIn = ({ weak }: Wanted, { words }: Sentence): number =>
  new Set(words.flatMap(({ stem }) => (weak.has(stem) ? [stem] : []))).size

const isPartOf = (hit: Hit, other: Hit): boolean =>
  hit.phrase.stems.every((stem) => other.phrase.stems.includes(stem))

// "A p95 of six seconds" is a goal, "it costs 200 ms" a measurement: neither says what is done about it.
const figures = new Set('p50 p90 p95 p99 ms millisecond second latency throughput'.split(' ').map(stemOf))

// "Costs 200 ms" is about time, "costs some recall" about quality; only money is cost.
const notMoney =
  /^[^,.;]{0,40}?\b(?:ms|milliseconds?|seconds?|minutes?|latency|time|recall|precision|accuracy|quality|effort)\b/i

function isFigurative(sentence: Sentence, { phrase, to }: Hit): boolean {
  if (!/^(?:at the )?costs?(?: of)?$/i.test(phrase.text)) return false
  const word = sentence.words[to]
  if (word === undefined) return false
  return notMoney.test(sentence.message.slice(word.end, sentence.end))
}

const contains = (other: Hit, hit: Hit): boolean =>
  other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from

function placeOf({ words, start, end }: Sentence, { from, to }: Hit): { start: number; end: number } {
  return { start: words[from]?.start ?? start, end: words[to]?.end ?? end }
}

const fewestOwn = 6
const firm = /\d|\b(?:because|since|so that|instead|rather|than|would|if|first|then|until|less|more)\b/i

/** In a reply to a probe for this very point a few words do, if the sentence has content of its own. */
export function inContext(wanted: Wanted, sentence: Sentence, asked: Set<string>): Evidence | null {
  const own = sentence.words.filter((word) => !asked.has(word.stem))
  if (own.length < fewestOwn || sentence.question || isBareList(sentence)) return null
  const found = own.filter((word) => {
    const at = sentence.words.indexOf(word)
    return wanted.own.has(word.stem) && !isDenied(sentence, { phrase: phraseOf(word.raw), from: at, to: at })
  })
  const said = [...new Set(found.map(({ stem }) => stem))]
  // One word alone may be there by chance.
  if (said.length < 2 && !firm.test(sentence.text)) return null
  const [hit] =
    found.length > 0 ? [] : hitsIn(sentence.words, wanted.index, 2).filter((h) => !isDenied(sentence, h))
  const first = found[0] ?? (hit === undefined ? undefined : sentence.words[hit.from])
  if (first === undefined) return null
  return {
    sentence,
    start: first.start,
    end: first.end,
    said: said.length > 0 ? said : [first.stem],
    near: said.length,
    // Our question gave the context that an alias gives elsewhere.
    cue: said.length > 1,
  }
}
