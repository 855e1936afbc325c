/**
 * What the flag rules share: sentences with their places, and the checks that spare innocent uses of a flag's words
 * (questions, other people's opinions, things denied or taken back). Precision first: a missed flag costs a follow-up,
 * a false one costs trust.
 */

/** A place in a text, in UTF-16 offsets. */
export type Place = { start: number; end: number }

export type Rule = {
  id: string
  /** What the rule looks for, in one sentence. */
  sentence: string
  /** The sentences or clauses that state the flag. */
  find(text: string): Place[]
  /** The sentence of a reply that answers the flag's probe well, or null. */
  clears(text: string): Place | null
}

/** One way of stating a flag. `unless` is looked for in the whole sentence. */
export type Family = { says: RegExp; unless?: RegExp }

// Longer stretches without an end are cut here, so that no pattern ever meets more than this.
const longest = 600

// The look-behind keeps a long row of dots linear.
const sentenceEnd = /(?<![.!?;])[.!?;]+[)"”’'*_]*(?=\s|$)|\n/g
const abbreviation = /\b(?:e\.g|i\.e|etc|vs|approx|ca|resp)$/i

/** Splits into sentences; line breaks and semicolons end one too, a point inside a number or a name does not. */
export function sentencesOf(text: string): Place[] {
  const places: Place[] = []
  let start = 0
  const close = (end: number) => {
    for (; start < end; start += longest) {
      const place = trimmed(text, start, Math.min(start + longest, end))
      if (place.end > place.start) places.push(place)
    }
    start = end
  }
  for (const { 0: mark, index } of text.matchAll(sentenceEnd)) {
    if (mark === '.' && abbreviation.test(text.slice(Math.max(0, index - 7), index))) continue
    close(index + mark.length)
  }
  close(text.length)
  return places
}

/** Builds a pattern in which a blank stands for any white space. */
export function phrase(strings: TemplateStringsArray, ...parts: string[]): RegExp {
  return new RegExp(String.raw({ raw: strings.raw }, ...parts).replaceAll(' ', String.raw`\s+`), 'i')
}

/** Up to `n` words in between; ends in a blank. */
export const gap = (n: number): string => String.raw`(?:[^\s,;:]+ ){0,${n}}`

/** "not" in all its forms, with or without the apostrophe. */
export const not = `(?:(?:do|does|did|would|wo|ca|could|should|must|is|are|was|were|has|have|had|need)n'?t|not|never|cannot|can not)`

/** Two things in one breath, in either order, at most `distance` characters apart. */
export function near(one: RegExp, other: RegExp, distance = 50): RegExp {
  const between = `[^.;:]{0,${distance}}?`
  return new RegExp(
    `(?:${one.source})${between}(?:${other.source})|(?:${other.source})${between}(?:${one.source})`,
    'i',
  )
}

const adverb =
  'really|even|ever|actually|honestly|personally|just|simply|ever again|particularly|much|exactly'

/** "I see no point in it", whatever "it" is: each rule looks for this near its own subject. */
export const dismissal: RegExp = phrase`\b(?:${not}|'d not|hardly|can't|cannot) (?:(?:${adverb}) )*(?:see|find|get|understand|feel|have|think of) (?:the |a |any |an |much |what )*(?:point|reason|need|use|value|sense|wish|interest|desire|time|patience|appetite)\b|\b(?:have|has|had|feel|see|there's|there is) (?:absolutely )?(?:no|zero|little) (?:point|reason|need|use|value|sense|wish|interest|desire|time for|patience|appetite)\b|\bno (?:point|need|reason|use|sense)\b|\b(?:i|we|you|one|it|they|i'd|we'd|you'd|nobody|no one|this|that) (?:(?:${adverb}|would|will|do|does|did|can|could|should) ?)*(?:${not}|'d not|not|nobody|no one|dont|wouldnt|never) (?:(?:${adverb}|going to|gonna|have to) )*(?:need|needs|needed|bother|bothered|care|cares|cared|worry|waste|lose sleep|believe in|require|sit down|invest)\b|\b(?:pointless|overkill|unnecessary|not necessary|not needed|busy-?work|over-?rated|ceremony|theatre|theater|bureaucracy|box-ticking|formality|nonsense|a waste|waste of|useless|superfluous|a distraction|a luxury|not worth|\w+n't worth|worthless|paperwork|a chore|red tape)\b|\b(?:couldn't|could) care less\b|\b(?:why (?:would|should|bother)|who needs|spare me)\b`

const speaker =
  'some|someone|somebody|people|they|he|she|vendors?|manager|boss|pm|ceo|cto|lead|director|colleagues?|coworkers?|folks|blogs?|papers?|marketing|sales|everyone|everybody|many|most|others|juniors?|clients?|customers?|stakeholders?|team|guy|hype'
const reported = phrase`\b(?:${speaker})\b[^,.;]{0,25}?\b(?:say|says|said|saying|claim(?:s|ed|ing)?|told|tells?(?!$)|argued?s?|think|thinks|thought|believed?s?|insist(?:s|ed)?|wanted|promised?s?|assumed?s?|suggest(?:s|ed)?|pretend(?:s|ed)?|asked)\b`
const onceBelieved = phrase`\b(?:(?:i|we) (?:was|were) told|(?:i|we) (?:(?:once|first|initially|wrongly|naively) )?(?:thought|believed|assumed|claimed)|used to|at first|back then|(?:my|our|the) (?:mistake|error) was|i was (?:sure|convinced)|it is tempting|it's tempting|i (?:hate|dislike|distrust) )\b`
const denied = phrase`(?:\b(?:${not}|no|nobody|none|nothing|hardly|rarely|without|wrong|mistake|myth|false|avoid|beware|careful|suspicious|sceptical|skeptical|refuse|far from|instead of|rather than|if|whether|unless|against|neither|nor|wary of|afraid)\b)[^,.;:]{0,30}$`
const takenBack = phrase`\b(?:but|however|although|though|except|unless|until|turned out|is (?:wrong|naive|nonsense|a myth|a lie|a trap|a mistake|a red flag|a smell)|would be (?:wrong|naive|a lie|a mistake|silly|irresponsible)|was (?:wrong|naive|(?:a|the|our|my) (?:\S+ )?(?:mistake|error))|bit us|sounds (?:nice|wrong|naive)|regret|i disagree|hasn't been true|nobody can|in hindsight|in retrospect|my fault|on me)\b`

/** The sentences of `text` in which a family matches and nothing says that it is meant otherwise. */
export function stated(text: string, families: Family[]): Place[] {
  return sentencesOf(text).flatMap((place) => {
    const sentence = readable(text.slice(place.start, place.end))
    const match = firstClaim(sentence, families)
    return match === null ? [] : [aroundClaim(text, place, match)]
  })
}

/** True if what follows `before` is somebody else's opinion, or one that was given up. */
export const isReported = (before: string): boolean => reported.test(before) || onceBelieved.test(before)

/** The first sentence of at least `words` words in which `cue` is found. */
export function firstWith(text: string, cue: RegExp, words = 6): Place | null {
  const found = sentencesOf(text).find((place) => {
    const sentence = readable(text.slice(place.start, place.end))
    return cue.test(sentence) && sentence.split(/\s+/).length >= words
  })
  return found ?? null
}

function firstClaim(sentence: string, families: Family[]): Place | null {
  if (/\?\W*$/.test(sentence)) return null
  for (const { says, unless } of families) {
    const match = says.exec(sentence)
    if (match === null || unless?.test(sentence)) continue
    const claim = { start: match.index, end: match.index + match[0].length }
    if (isMeant(sentence, claim)) return claim
  }
  return null
}

function isMeant(sentence: string, claim: Place): boolean {
  const before = sentence.slice(0, claim.start)
  const after = sentence.slice(claim.end)
  const upToClaim = sentence.slice(0, claim.end)
  return (
    !reported.test(upToClaim) &&
    !onceBelieved.test(upToClaim) &&
    !denied.test(before) &&
    !takenBack.test(after)
  )
}

// Long sentences are quoted by the clauses around the claim.
function aroundClaim(text: string, place: Place, claim: Place): Place {
  if (place.end - place.start <= 200) return place
  const sentence = text.slice(place.start, place.end)
  const before = Math.max(
    ...[', ', ': ', ' - ', ' and '].map((mark) => sentence.lastIndexOf(mark, claim.start)),
  )
  const next = sentence.slice(claim.end).search(/[,:]\s/)
  const start = before < 0 || claim.start - before > 120 ? Math.max(0, claim.start) : before + 1
  const end = next < 0 ? Math.min(sentence.length, claim.end + 120) : claim.end + Math.min(next, 120)
  return trimmed(text, place.start + start, place.start + end)
}

// Same length, so places stay true: straight apostrophes, and blanks for words that are only quoted.
function readable(sentence: string): string {
  return sentence
    .replace(/[’‘`]/g, "'")
    .replace(/"[^"]{1,200}"|“[^”]{1,200}”/g, (quoted) => ' '.repeat(quoted.length))
}

function trimmed(text: string, start: number, end: number): Place {
  const piece = text.slice(start, end)
  const lead = piece.length - piece.replace(/^[\s•*>\-–—"“(]+/, '').length
  const tail = piece.length - piece.trimEnd().length
  return { start: start + lead, end: Math.max(start + lead, end - tail) }
}
