/**
 * What can be heard in a message without knowing the question: talk beside the interview, a sentence still under way,
 * nothing at all. And `clean`, which every incoming text passes once, so that nobody downstream meets hidden characters.
 */
import type { SideTalk } from './pack.ts'

export type Heard = {
  /** The side talk's id, or null. */
  talk: string | null
  /** The message looks broken off: more is likely to come. */
  unfinished: boolean
  /** Nothing in it that can be seen. */
  empty: boolean
}

/** Hears side talk only where the whole message is one: "we skip the cache" must never skip a question. */
export function hear(text: string, sideTalk: Record<string, SideTalk>): Heard {
  const empty = isEmpty(text)
  return { talk: empty ? null : talkOf(text, sideTalk), unfinished: isUnfinished(text), empty }
}

export type Cleaned = {
  text: string
  /** Hidden or harmful characters were taken out. */
  removed: boolean
  /** It was longer than the limit. */
  cut: boolean
}

/** Takes out what cannot be seen or harms a page, never a letter or digit; cuts at `limit` UTF-16 units. */
export function clean(text: string, limit: number): Cleaned {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
  const visible = lines
    .replace(hidden, '')
    .replace(looseJoiner, '')
    .replace(/([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu, '$1')
  const cut = visible.length > limit
  return { text: cut ? shorten(visible, limit) : visible, removed: visible !== lines, cut }
}

// Controls but tab and newline, lone surrogates, bidi controls, zero-width characters, Unicode tags (text no person
// sees but a model reads).
const hidden =
  /(?![\n\t])\p{Cc}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu

// Joiners belong between letters (Persian, Hindi) and between the parts of one emoji, nowhere else.
const looseJoiner =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{Extended_Pictographic}])/gu

function shorten(text: string, limit: number): string {
  const last = text.charCodeAt(limit - 1)
  const end = last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit
  return text.slice(0, end).replace(/[\u200c\u200d]+$/, '')
}

function isEmpty(text: string): boolean {
  return !/[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)
}

function isUnfinished(text: string): boolean {
  const end = text.trimEnd()
  const fences = end.split('```').length - 1
  return fences % 2 === 1 || /(?:[:,…]|\.\.\.)$/.test(end)
}

function talkOf(text: string, sideTalk: Record<string, SideTalk>): string | null {
  const whole = plain(text)
  // Side talk is short; a long message is spared the search.
  if (whole.length > 120) return null
  const bare = withoutManners(whole)
  for (const talk of Object.values(sideTalk)) {
    if (talk.cues.some((cue) => isCue(plain(cue), whole, bare))) return talk.id
  }
  return sideTalk['what-is'] !== undefined && asksForMeaning(bare) ? 'what-is' : null
}

function isCue(cue: string, whole: string, bare: string): boolean {
  return cue !== '' && (cue === whole || (bare !== '' && withoutManners(cue) === bare))
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const manners =
  /\b(?:please|pls|plz|sorry|excuse me|(?:can|could|would|will|may|might) (?:you|we|i)(?: have| get)?|h+m+|u+h+m*|u+m+|oh|ok|okay|well|so|hey|hi|thanks|thank you|thx|actually|just|quickly|lets|i would like to|id like to|i want to|right now|rn)\b/g

function withoutManners(text: string): string {
  return text.replace(manners, ' ').replace(/\s+/g, ' ').trim()
}

// "What is the latency?" and "what is our budget?" ask about the task; "what is RAG?" asks for a word's meaning.
const ofTheTask =
  /^(?:the|your|our|my|their|his|her|its|this|that|these|those|it|you|expected|considered|allowed|more|next|wrong)\b/

function asksForMeaning(text: string): boolean {
  if (text.split(' ').length > 8) return false
  const term =
    /^(?:and )?(?:what(?: i)?s|what does|what is meant by|whats meant by|define) (.+?)(?: mean| stand for)?$/.exec(
      text,
    )?.[1]
  return term !== undefined && !ofTheTask.test(term)
}
