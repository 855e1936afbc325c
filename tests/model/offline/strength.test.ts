import { describe, expect, it } from 'vitest'
import { point, question } from '../../sample-pack.ts'
import { assessed, degrees } from './given.ts'

const coding = question('coding', {
  text: 'Write a function.',
  points: [
    point('correct', {
      says: 'the code is right',
      aliases: ['len tokens', 'append', 'size overlap', 'range 0', 'return out'],
    }),
    point('edge-cases', { letter: 'S', says: 'edge cases', aliases: ['empty list', 'if not tokens'] }),
    point('tests', { letter: 'R', says: 'examples are tried', aliases: ['assert', 'by hand'] }),
  ],
})
const code = [
  '```python',
  'def split(tokens, size, overlap):',
  '    if not tokens:',
  '        return []',
  '    out = []',
  '    for i in range(0, len(tokens), size - overlap):',
  '        out.append(tokens[i:i + size])',
  '    return out',
  '```',
].join('\n')
const marked = (text: string) => degrees(assessed(coding, text))

describe('code', () => {
  it('is right where several of its parts stand in it', () => {
    expect(marked(code)['correct']).toBe('yes')
  })

  it('is right only in part where one part is there, or none but a description', () => {
    expect(marked('```python\nout.append(tokens)\n```')['correct']).toBe('partial')
    expect(
      marked(
        'I would append slices in steps of size minus overlap, because range 0 to len tokens covers all.',
      )['correct'],
    ).toBe('partial')
  })

  it('covers an edge case by a guard, though by no more than a mention', () => {
    expect(marked(code)['edge-cases']).toBe('partial')
    expect(marked('```python\nfor i in range(3):\n    pass\n```')['edge-cases']).toBe('no')
  })

  it('is tried by an assertion, not by a word about it', () => {
    expect(marked('```python\nassert split([1, 2, 3], 2, 1) == [[1, 2], [2, 3]]\n```')['tests']).toBe('yes')
    expect(marked('I could assert it.')['tests']).toBe('partial')
  })
})

const search = question('search', {
  text: 'How would you find it?',
  points: [
    point('retrieval', {
      says: 'search by words and by meaning',
      aliases: ['reranking', 'fine-tuned encoder', 'inverted index', 'one api', 'embedding', 'container'],
    }),
    point('asking', { letter: 'S', aliases: ['right file', 'what kind of content', 'temporal'] }),
  ],
  mistakes: [],
})
const found = (text: string) => degrees(assessed(search, text))

describe('words', () => {
  it.each([
    'We add re-ranking there.',
    'We add a re ranking step.',
    'A finetuned encoder helps.',
    'A fine tuned encoder helps.',
    'There is an index, inverted of course.',
    'There is an embeddign of it.',
  ])('are found in another spelling or order: %s', (text) => {
    expect(found(text)['retrieval']).not.toBe('no')
  })

  it.each(['It stands on the api.', 'It contains all.', 'They bedded it.'])(
    'are not taken for others of the same stem: %s',
    (text) => {
      expect(found(text)['retrieval']).toBe('no')
    },
  )

  it.each([
    ['Take the file.', 'no'],
    ['What kind of content is it?', 'partial'],
    ['A temporary solution.', 'no'],
  ])('keep their meaning without fillers: %s', (text, degree) => {
    expect(found(text)['asking']).toBe(degree)
  })
})

describe('a wrong belief', () => {
  const taught = question('taught', {
    points: [point('heads', { says: 'several heads', aliases: ['heads', 'each head'] })],
    mistakes: [
      {
        id: 'parts',
        says: 'each head reads another part',
        because: 'all see all',
        point: 'heads',
        phrases: ['each head reads a different part'],
        probe: 'What does the third head see?',
        corrected: ['all'],
      },
    ],
  })

  it('is no coverage of the point that rests on it, but the next clause may be', () => {
    const degree = (text: string) => degrees(assessed(taught, text))['heads']
    expect(degree('Each head reads a different part of the sentence.')).toBe('no')
    expect(degree('Each head reads a different part, but all heads are concatenated.')).not.toBe('no')
  })
})
