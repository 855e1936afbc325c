import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rules } from '../../src/interview/red-flags/index.ts'
import { loadPack } from '../../src/prompts.ts'

const pack = await loadPack(['prompts'])
const raisedBy = (text: string) => rules.filter((rule) => rule.find(text).length > 0).map(({ id }) => id)

describe('red flags', () => {
  it('have a rule each, and no rule without a flag', () => {
    expect(rules.map(({ id }) => id).sort()).toEqual(Object.keys(pack.redFlags).sort())
  })

  const raising = Object.values(pack.redFlags).flatMap(({ id, raises }) =>
    raises.map((text) => ({ id, text })),
  )
  it.each(raising)('$id is raised by: $text', ({ id, text }) => {
    expect(raisedBy(text)).toEqual([id])
  })

  const passing = Object.values(pack.redFlags).flatMap(({ id, passes }) =>
    passes.map((text) => ({ id, text })),
  )
  it.each(passing)('$id passes: $text', ({ text }) => {
    expect(raisedBy(text)).toEqual([])
  })
})

describe('strong answers', () => {
  it.each(Object.values(pack.questions).map(({ id, strongAnswer }) => ({ id, strongAnswer })))(
    'to $id raise nothing',
    ({ strongAnswer }) => {
      expect(raisedBy(strongAnswer)).toEqual([])
    },
  )
})

describe('a short reply', () => {
  it.each([
    'Users will tell us.',
    'They will tell us.',
    'Our customers will tell us.',
    "People will complain if it's wrong.",
  ])('that leaves the measuring to others is one: %s', (text) => {
    expect(raisedBy(text)).toEqual(['dismisses-evaluation'])
  })

  it('that claims a whole field is one', () => {
    expect(raisedBy('I know everything about transformers.')).toEqual(['overconfidence'])
  })
})

describe('red flags spare', () => {
  it.each([
    // about the task, not about oneself
    'I think I know everything I need.',
    'I know everything I need for now.',
    // reported by others
    'Vendors will tell you that it cannot fail.',
    // denied
    'We never fully trusted the classifier, so 1 % went to people.',
    'No system is 100 % safe.',
    'I would never say that it always works.',
    "I don't think there's a way around human review.",
    // reported, or given up since
    "Someone said cost is no object, but that was money we didn't have.",
    "I was told it can't fail, which made me test it twice.",
    'The team liked the demo, but the numbers said otherwise.',
    // questions
    'Is there no budget for the models?',
    // the same words for something else
    'Costs matter a lot at this volume.',
    'Idempotency keys make sure a payment cannot happen twice.',
    'The only way to know is to measure it.',
    'I never deploy without tests.',
    'We had zero downtime during the switch.',
    "There's no need to fine-tune at first, prompts get you to 80 %.",
    'We had no metric for that, so I built one.',
    'I have never worked with Kafka, but I ran RabbitMQ in production.',
    'My first demo never left my laptop, the second one had 300 users in a month.',
    "I'd use the largest model for the final text and the small one for everything else.",
  ])('%s', (text) => {
    expect(raisedBy(text)).toEqual([])
  })
})

describe('what is taken back', () => {
  it.each([
    'We skipped the evaluation. Three weeks later a customer found an answer that was plainly wrong.',
    'I did not care what the tokens cost. That was a mistake.',
    'We said there was no downside, and it bit us in the first month.',
    'Nothing of mine was ever live in my first year. The first thing I shipped was a pricing service.',
    'We were sure that it could never fail. In hindsight we had tested one language.',
  ])('is not stated: %s', (text) => {
    expect(raisedBy(text)).toEqual([])
  })

  it.each([
    ['ignores-cost', 'For me the budget is somebody else\u2019s   problem.'],
    ['ignores-cost', 'The API bill I would leave to finance.'],
    ['dismisses-evaluation', 'Testing is a waste of time. Then I would add a cache.'],
    ['no-tradeoffs', 'No other database deserves a look.'],
  ])('%s is stated all the same: %s', (id, text) => {
    expect(raisedBy(text)).toEqual([id])
  })
})

describe('a raised flag', () => {
  it('is quoted by the sentence that states it', () => {
    const text = 'I would cache the top questions. Cost does not matter here at all! Then I would test it.'
    const found = rules.flatMap((rule) => rule.find(text).map(({ start, end }) => text.slice(start, end)))
    expect(found).toEqual(['Cost does not matter here at all!'])
  })

  const replies: Record<string, { good: string; bad: string }> = {
    overconfidence: {
      good: 'It would fail first on scanned pages, and we would notice by the hand-off rate.',
      bad: 'As I said, it really cannot fail, whatever they try.',
    },
    'no-production-experience': {
      good: 'The nearest was a script three colleagues used daily, and it taught me to log errors.',
      bad: 'I have no idea, nothing comes to mind here.',
    },
    'no-tradeoffs': {
      good: 'They would take a graph store instead of this one, and queries would be slower here.',
      bad: 'There is still no alternative, I said so before.',
    },
    'dismisses-evaluation': {
      good: 'I would run the same 50 labelled questions before and after the change.',
      bad: 'I still would not do anything about that, really not.',
    },
    'ignores-cost': {
      good: 'The bill grows tenfold, so I would cache answers and route easy ones to a small model.',
      bad: 'I still do not care about it in any way.',
    },
  }
  it.each(rules.map((rule) => ({ rule, id: rule.id })))(
    '$id is cleared by a reply with substance only',
    ({ rule }) => {
      const reply = replies[rule.id]
      expect(rule.clears(reply?.good ?? '')).toEqual({ start: 0, end: reply?.good.length })
      expect(rule.clears(reply?.bad ?? '')).toBeNull()
    },
  )

  it('is found fast in any text, and lies inside it', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        'there is no way that ',
        'never ',
        'cost ',
        '. ',
        '...',
        '"',
        "'",
        'I would not ',
        'it is ',
        '\n',
        'a ',
      ),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.integer({ min: 1, max: 60 }), (parts, times) => {
        const text = parts.join('').repeat(times).slice(0, 40_000)
        for (const rule of rules) {
          for (const { start, end } of rule.find(text)) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeLessThanOrEqual(text.length)
            expect(end).toBeGreaterThan(start)
          }
          rule.clears(text)
        }
      }),
      { numRuns: 60 },
    )
  })
})
