/**
 * What the flag rules share: sentences with their places, and the checks that spare innocent uses of a flag's words
 * (questions, other people's opinions, things denied, limited or taken back). Precision first: a missed flag costs a
 * follow-up, a false one costs trust.
 */
import { not, phrase } from './wording.ts'

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

/** One way of stating a flag. Both `about`, which has to be there, and `unless` are looked for in the whole sentence. */
export type Family = { says: RegExp; about?: RegExp; unless?: RegExp }

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

const speaker =
  'some|someone|somebody|people|they|he|she|vendors?|managers?|boss|pm|ceo|cto|lead|director|colleagues?|coworkers?|folks|blogs?|papers?|marketing|sales|everyone|everybody|many|most|others|juniors?|clients?|customers?|stakeholders?|team|guy|hype|anyone|interviewer|predecessor'
const reported = phrase`\b(?:${speaker})\b[^,.;]{0,25}?\b(?:say|says|said|saying|claim(?:s|ed|ing)?|told|tells?(?!$)|argued?s?|think|thinks|thought|believed?s?|insist(?:s|ed)?|wanted|promised?s?|assumed?s?|suggest(?:s|ed)?|pretend(?:s|ed)?|asked)\b`
const onceBelieved = phrase`\b(?:(?:i|we) (?:was|were) told|(?:i|we) (?:(?:once|first|initially|wrongly|naively|honestly) )?(?:thought|believed|assumed|claimed)|used to|at first|at the beginning|in the beginning|initially|back then|at the time|(?:my|our|the) (?:mistake|error) was|i was (?:so )?(?:sure|convinced)|it is tempting|it's tempting|tempting to|i (?:hate|dislike|distrust) |i'd never (?:say|claim)|when i (?:came|joined|started|took)|before i (?:came|joined|started))\b`
// What others did or are like is not what the speaker holds.
const ofOthers = phrase`\b(?:he|she|(?:the|my|our|their) (?:previous|last|old|former|other) (?:\S+ )?(?:team|boss|cto|ceo|lead|manager|company|employer|vendor|colleague|guy|engineer|consultant)s?|my (?:\S+ )?(?:boss|manager|lead|pm|colleague|predecessor|cto|ceo|mentor)|(?:the|our|an?) (?:\S+ )?(?:intern|candidate|junior|student|predecessor|consultant|contractor|vendor|pm|ceo|cto|manager|director)s?|(?:many|most|some|other|too many) (?:\S+ )?(?:people|teams|companies|candidates|engineers|students|startups|vendors)|candidates|students|interns|juniors|vendors)\b(?!'s (?:word|benchmark|test|number|headache|problem|job|business|concern))[^,.;:]{0,40}$`
const denied = phrase`(?:\b(?:${not}|no|nobody|none|nothing|hardly|rarely|without|wrong|mistake|myth|false|avoid|beware|careful|suspicious|sceptical|skeptical|refuse|far from|instead of|rather than|if|whether|unless|against|neither|nor|wary of|afraid|imagine|suppose)\b)[^,.;:]{0,30}$`
// "For the prototype", "at 200 calls a day": a limit, and limits are judgement.
const scoped = phrase`\b(?:(?:at|below|under) (?:only |about )?\d|(?:for|in|during) (?:the|an?|this|our|my) (?:\S+ ){0,2}(?:prototype|pilot|poc|proof|demo|mvp|hackathon|script|spike|experiment|sandbox|beta|(?:first|early) (?:week|version|day|phase|month)s?)|to start with|to begin with|for now|for the moment|in this case|in that case)\b`
const limited = phrase`^[^.;:]{0,40}\b(?:yet|until|before|alone|as such|in isolation|on (?:its|their) own|at (?:this|that|our|such|low|\d)\S*|for now|for the moment|in this case|to (?:start|begin) with|in the first)\b`
const takenBack = phrase`\b(?:but|however|although|though|except|unless|until|turned out|(?:is|are|sounds?) (?:wrong|naive|nonsense|a myth|a lie|a trap|a mistake|a red flag|a smell|not a strategy)|not at all for|would be (?:wrong|naive|a lie|a mistake|silly|irresponsible)|i disagree|hasn't been true|nobody can|weak (?:part|point|spot)|that's a gap|can't tell you|which (?:usually )?(?:means|makes) (?:i|me)|(?:first|one) thing (?:i|we)(?:'d| would)? (?:change|fix)|how you get|how we got)\b`
// "... has no downside", a vendor told us.
const saidBy =
  /^\W{0,4}(?:an? |the |our |my |some |one )?(?:\S+ ){0,2}(?:told|said|says|claims|claimed|wrote|promised|promises)\b/
// What follows, in the same breath or in the next sentence, when something was a mistake.
const regret = String.raw`(?:was|were|is) (?:\S+ )?(?:wrong|naive|stupid|(?:a|the|our|my) (?:\S+ )?(?:mistake|error|lesson))|bit (?:us|me|back)|burn(?:t|ed) (?:us|me)|backfired|regret\w*|in hindsight|in retrospect|my fault|on me\b|lesson|(?:we|i)(?:'d| have|'ve)? (?:never again|learn(?:ed|t)|paid (?:for|dearly)|should have|had to (?:redo|cut|roll|fix|apologi[sz]e|explain))|cost us|surprise|(?:an?|one|two|three|four|five|six|few|couple of|some|\d+|the next|the same) (?:\S+ )?(?:hours?|days?|nights?|weeks?|months?|quarters?|years?|sprints?) (?:later|in|after|afterwards)|since then|(?:so|and) now|so (?:i|we) (?:now|then|added|built|wrote|started|set)|that(?:'s| is| was) (?:when|why|how)|would(?:n't| not) do (?:it|that) again|never (?:do (?:it|that) )?again|i know better|these days (?:i|we)|nowadays (?:i|we)|(?:customer|client|user)s? (?:found|forwarded|noticed|complained|caught|sued|left)|outage|incident|refund`
const regretted = phrase`\b(?:${regret})`
// A next sentence takes back what was said only if it begins like it.
const regrettedNext = phrase`^\W*(?:and |but |well,? |so |then )?(?:${regret}|(?:that|this|it|which|we|i) (?:\S+ ){0,3}(?:${regret}))|^\W*(?:now|today|since then|these days|nowadays|never again|lesson|after that|then)\b,? (?:i|we|there|it|a|the|that)\b(?!'d|'ll| would| will| can| could)`

/** Something that is said in the first place, but not meant: the rule's own way of taking back, next to the common one. */
export type TakenBack = { after: RegExp; next: RegExp }

const commonly: TakenBack = { after: phrase`${takenBack.source}|${limited.source}`, next: regrettedNext }

/** The sentences of `text` in which a family matches and nothing says that it is meant otherwise. */
export function stated(text: string, families: Family[], { after, next }: TakenBack = commonly): Place[] {
  const { places, sentences } = readableSentences(text)
  return places.flatMap((place, i) => {
    const sentence = sentences[i] ?? ''
    const claim = firstClaim(sentence, families, after)
    if (claim === null || next.test(sentences[i + 1] ?? '')) return []
    return [sentence.length === place.end - place.start ? aroundClaim(text, place, claim) : place]
  })
}

type Sentences = { text: string; places: Place[]; sentences: string[] }

// The rules read the same text one after the other.
let newest: Sentences = { text: '', places: [], sentences: [] }

function readableSentences(text: string): Sentences {
  if (newest.text === text) return newest
  const places = sentencesOf(text)
  newest = { text, places, sentences: places.map(({ start, end }) => readable(text.slice(start, end))) }
  return newest
}

/** True if what follows `before` is somebody else's opinion, or one that was given up. */
export function isReported(before: string): boolean {
  const said = readable(before)
  return reported.test(said) || onceBelieved.test(said)
}

/** The first sentence of at least `words` words with `cue` in it, if nothing in the reply insists on the flag. */
export function clearedBy(text: string, cue: RegExp, insists: RegExp, words = 6): Place | null {
  if (insists.test(readable(text))) return null
  const found = sentencesOf(text).find((place) => {
    const sentence = readable(text.slice(place.start, place.end))
    return cue.test(sentence) && sentence.split(' ').length >= words
  })
  return found ?? null
}

function firstClaim(sentence: string, families: Family[], after: RegExp): Place | null {
  if (/\?\W*$/.test(sentence)) return null
  const topics = new Map<RegExp, boolean>()
  const isThere = (topic: RegExp): boolean => {
    const known = topics.get(topic) ?? topic.test(sentence)
    topics.set(topic, known)
    return known
  }
  for (const { says, about, unless } of families) {
    if (about !== undefined && !isThere(about)) continue
    const match = says.exec(sentence)
    if (match === null || unless?.test(sentence)) continue
    const claim = { start: match.index, end: match.index + match[0].length }
    if (isMeant(sentence, claim, after)) return claim
  }
  return null
}

function isMeant(sentence: string, claim: Place, takesBack: RegExp): boolean {
  const before = sentence.slice(0, claim.start)
  const after = sentence.slice(claim.end)
  return !(
    isReported(sentence.slice(0, claim.end)) ||
    ofOthers.test(before) ||
    denied.test(before) ||
    scoped.test(before) ||
    takesBack.test(after) ||
    saidBy.test(after) ||
    regretted.test(after)
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

// What is only quoted is not said. Places stay true as long as the length does.
function readable(sentence: string): string {
  return sentence
    .replace(/[’‘`]/g, "'")
    .replace(/"[^"]{1,200}"|“[^”]{1,200}”/g, (quoted) => '_'.repeat(quoted.length))
    .replace(/\s+/g, ' ')
    .toLowerCase()
}

function trimmed(text: string, start: number, end: number): Place {
  const piece = text.slice(start, end)
  const lead = piece.length - piece.replace(/^[\s•*>\-–—"“(]+/, '').length
  const tail = piece.length - piece.trimEnd().length
  return { start: start + lead, end: Math.max(start + lead, end - tail) }
}
