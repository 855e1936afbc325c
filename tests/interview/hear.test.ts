import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, hear } from '../../src/interview/hear.ts'
import type { SideTalk } from '../../src/interview/pack.ts'

const talk = (id: string, ...cues: string[]): SideTalk => ({ id, cues, reply: '', action: 'none' })
const sideTalk = Object.fromEntries(
  [
    talk('skip', 'skip', 'next question', 'skip this one'),
    talk('repeat', 'repeat the question', 'what was the question'),
    talk('one-moment', 'one moment', 'wait'),
    talk('thanks', 'ok', 'thanks'),
    talk('what-is', 'define that'),
  ].map((each) => [each.id, each]),
)
const talkIn = (text: string) => hear(text, sideTalk).talk

describe('hear', () => {
  it.each([
    ['skip', 'skip'],
    ['Skip, please!', 'skip'],
    ['Sorry, can we skip this one?', 'skip'],
    ['hmm ok… Could you repeat the question, please?', 'repeat'],
    ['ＯＫ', 'thanks'],
    ['One moment.', 'one-moment'],
    ['What is RAG?', 'what-is'],
    ['sorry, what does BM25 mean?', 'what-is'],
    ["What's a vector database?", 'what-is'],
  ])('takes "%s" for %s', (text, id) => {
    expect(talkIn(text)).toBe(id)
  })

  it.each([
    'I would skip the cache, please note that',
    'wait times matter most here',
    'What is the latency budget?',
    'What is our budget?',
    'what does it cost us per answer',
    'What is RAG good for when nobody has written the documentation down yet?',
    '',
    '!!!',
  ])('takes no side talk from "%s"', (text) => {
    expect(talkIn(text)).toBeNull()
  })

  it('asks for a meaning only if the pack answers that', () => {
    expect(hear('What is RAG?', {}).talk).toBeNull()
  })

  it.each(['and then:', 'first, ', 'so...', 'well…', '```ts\nconst a = 1'])(
    'hears that "%s" is not finished',
    (text) => {
      expect(hear(text, {}).unfinished).toBe(true)
    },
  )

  it.each(['done.', '```\na\n```', 'why?'])('hears that "%s" is finished', (text) => {
    expect(hear(text, {}).unfinished).toBe(false)
  })

  it.each(['', ' \n\t', '\u200b\u2060', '\u202e', '\u0000', '\ufeff\u00ad'])('sees nothing in %j', (text) => {
    expect(hear(text, {}).empty).toBe(true)
  })

  it.each(['a', '👍', '?', '\u200bx'])('sees something in %j', (text) => {
    expect(hear(text, {}).empty).toBe(false)
  })
})

const dirty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '\u200d',
        '\u200c',
        '\u200b',
        '\u202e',
        '\r\n',
        '\r',
        '\u0301',
        '\u{e0041}',
        '\u{fe0f}',
        'é',
        'ن',
        'क्',
        '👩',
        '\ud83d',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('clean', () => {
  it('leaves ordinary text alone', () => {
    const text = 'Größe, 👩‍🚀, नमस्ते, می‌خواهم\n\tconst a = 1'
    expect(clean(text, 1_000)).toEqual({ text, removed: false, cut: false })
  })

  it('takes out what cannot be seen', () => {
    const hidden = 'a\u200bb\u202ec\u0007d\u{e0041}e\ufefff \u200dg'
    expect(clean(hidden, 1_000)).toEqual({ text: 'abcdef g', removed: true, cut: false })
  })

  it('thins out stacked marks', () => {
    expect(clean(`z${'\u0301'.repeat(50)}`, 1_000).text).toBe(`z${'\u0301'.repeat(4)}`)
  })

  it('knows one line end', () => {
    expect(clean('a\r\nb\rc\u2028d', 1_000)).toEqual({ text: 'a\nb\nc\nd', removed: false, cut: false })
  })

  it('never cuts a character in two', () => {
    expect(clean('ab👍cd', 3)).toEqual({ text: 'ab', removed: false, cut: true })
    expect(clean('ab👍cd', 4)).toEqual({ text: 'ab👍', removed: false, cut: true })
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(dirty, fc.integer({ min: 0, max: 60 }), (text, limit) => {
        const once = clean(text, limit).text
        expect(once.length).toBeLessThanOrEqual(limit)
        expect(clean(once, limit)).toEqual({ text: once, removed: false, cut: false })
      }),
      { numRuns: 500 },
    )
  })

  it('never loses a letter or a digit', () => {
    const solid = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.join('') ?? ''
    fc.assert(
      fc.property(dirty, (text) => {
        expect(solid(clean(text, Number.MAX_SAFE_INTEGER).text)).toBe(solid(text))
      }),
      { numRuns: 500 },
    )
  })
})
