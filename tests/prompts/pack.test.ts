import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shownName } from '../../src/prompts/folders.ts'
import { loadPack, PackError } from '../../src/prompts.ts'
import { type Files, folderOf, good, goodWith, question, round, sideTalk } from './fixture.ts'

const load = async (...layers: Files[]) => loadPack(await Promise.all(layers.map(folderOf)))

test('reads a question', async () => {
  const { questions } = await load(good)
  expect(questions['pages']).toMatchObject({
    id: 'pages',
    rounds: ['design'],
    level: 'mid',
    minutes: 20,
    story: false,
    text: 'How would you answer questions about our handbook?',
    brief: 'It has a few thousand pages.',
    facts: [
      {
        id: 'scale',
        cues: ['how many users', 'volume'],
        says: 'About 5,000 pages: and 20,000 questions a day.',
      },
    ],
    narrower: 'How would you find the right page?',
    strongAnswer: 'First I would ask how many people use it.\n\n- Then I would **measure**.',
  })
  expect(questions['pages']?.points[1]).toEqual({
    id: 'cost',
    says: 'works out what an answer costs',
    letter: 'R',
    weight: 1.5,
    from: 'senior',
    aliases: ['cost', 'price'],
    openProbe: 'What worries you once this is live?',
    namedProbe: 'What does one answer cost?',
    hint: 'Think about tokens.',
    flag: 'ignores-cost',
    deepProbe: 'Let us go deep on cost.',
  })
  expect(questions['pages']?.mistakes[0]).toEqual({
    id: 'huge-chunks',
    says: 'larger chunks are always better',
    because: 'they blur what is found',
    point: 'scale',
    phrases: ['larger chunks are always better', 'one big chunk, always'],
    probe: 'What happens to retrieval then?',
    corrected: ['smaller chunks', 'depends'],
  })
})

test('joins a line that begins with two spaces to the one before', async () => {
  const { questions } = await load(good)
  expect(questions['pages']?.points[0]?.hint).toBe('Think about who uses it and how fast it has to be.')
})

test('reads a round with its stages, waits and templates', async () => {
  const { rounds } = await load(good)
  expect(rounds['design']).toMatchObject({
    title: 'System design',
    minutes: 45,
    maxProbes: 6,
    stages: [
      {
        id: 'main',
        title: 'The design',
        kind: 'questions',
        minutes: 40,
        count: 1,
        questions: ['pages'],
        deep: true,
      },
      { id: 'end', title: 'Your questions', kind: 'yours', minutes: 5, count: 0, questions: [], deep: false },
    ],
    waits: { answer: 45, probe: 15, nudge: 480, pause: 1200, close: 1209600 },
    note: 'Watch for numbers.',
  })
  expect(rounds['design']?.templates['yours-reply']).toEqual([
    '{{ ack }} {{ text }}',
    'yours-reply: {{ text }}',
  ])
})

test('reads the smaller files', async () => {
  const pack = await load(good)
  expect(pack.redFlags['ignores-cost']).toEqual({
    id: 'ignores-cost',
    title: 'Ignores cost',
    definition: 'Never speaks of money.',
    probe: 'What does it cost?',
    advice: 'Name a price.',
    raises: ['Cost does not matter.'],
    passes: ['It costs two cents.', 'Cost first.'],
    gap: false,
  })
  expect(pack.companies['acme']).toEqual({
    id: 'acme',
    title: 'Acme',
    names: ['acme', 'acme inc'],
    tone: 'Dry.',
    weights: { cost: 2 },
    extraQuestions: ['pages'],
    answers: [{ id: 'team', cues: ['team', 'people'], says: 'We are six.' }],
  })
  expect(pack.sideTalk).toEqual({
    repeat: { id: 'repeat', cues: ['repeat', 'say again'], action: 'repeat', reply: '' },
    later: { id: 'later', cues: ['one moment'], action: 'wait', reply: 'Take your time.' },
  })
  expect(pack.star).toMatchObject({ degrees: { no: 0 }, mostFlagSteps: 2, enoughEvidence: 0.5 })
  expect(pack.notices['quoted']).toContain('You said: {{ quote }}\n\n{% if more %}')
  expect([pack.interviewer, pack.assessor]).toEqual(['You are calm.', 'Quote first.'])
})

test('skips comments, Windows line ends, a byte order mark and the folder notes of people and machines', async () => {
  const changed = question
    .replace('letter: S\n', 'letter: S\n<!-- why: it comes first -->\n')
    .replaceAll('\n', '\r\n')
  const plain = await load(good)
  const odd = await load(
    goodWith({
      'questions/design/pages.md': `\uFEFF${changed}`,
      'README.md': '# About',
      'questions/README.md': '# About',
      '.draft.md': 'x',
      'rounds/old.txt': 'x',
    }),
  )
  expect(odd).toEqual(plain)
})

test('lets a question name its rounds, whatever its folder', async () => {
  const moved = question.replace('minutes: 20\n', 'minutes: 20\nrounds:\n  - design\n')
  const pack = await load(
    goodWith({ 'questions/design/pages.md': null, 'questions/elsewhere/pages.md': moved }),
  )
  expect(pack.questions['pages']?.rounds).toEqual(['design'])
})

test('knows acknowledgements, which a round need not have', async () => {
  const pack = await load(goodWith({ 'rounds/design.md': `${round}\n## Ack\n- I see.\n- Understood.\n` }))
  expect(pack.rounds['design']?.templates['ack']).toEqual(['I see.', 'Understood.'])
})

test('lays a second folder over the first: the same id replaces, a new one adds', async () => {
  const other = question.replace('id: pages', 'id: chats').replace('our handbook', 'our chats')
  const pack = await load(good, {
    'questions/elsewhere/pages.md': question
      .replace('our handbook', 'our wiki')
      .replace('minutes: 20\n', 'minutes: 20\nrounds:\n  - design\n'),
    'questions/design/chats.md': other,
    'rounds/design.md': round.replace('      - pages\n', '      - pages\n      - chats\n'),
    'notices.md': '## quoted\nAh: {{ quote }}\n',
    'side-talk.md': '## bye\ncues: bye\naction: stop\nreply: Bye.\n',
    'assessor.md': 'Be strict.',
  })
  expect(Object.values(pack.questions).map(({ text }) => text)).toEqual([
    'How would you answer questions about our chats?',
    'How would you answer questions about our wiki?',
  ])
  expect(pack.notices['quoted']).toBe('Ah: {{ quote }}')
  expect(pack.notices['intro']).toBeDefined()
  expect(Object.keys(pack.sideTalk)).toEqual(['bye', 'later', 'repeat'])
  expect([pack.assessor, pack.interviewer]).toEqual(['Be strict.', 'You are calm.'])
})

test('goes without an overlay that is not there', async () => {
  const dir = await folderOf(good)
  const plain = await loadPack([dir])
  expect(await loadPack([dir, join(dir, 'nowhere')])).toEqual(plain)
})

test('keeps the hash when files, labels or letters of one value change places', async () => {
  const { hash } = await load(good)
  expect(hash).toMatch(/^[0-9a-f]{16}$/)
  const turned = Object.fromEntries(Object.entries(good).reverse())
  expect((await load(turned)).hash).toBe(hash)
  const sections = sideTalk.split(/(?=^## )/m)
  const swapped = goodWith({
    'side-talk.md': `${sections[0]}${sections[2]}\n${sections[1]}`,
    'questions/design/pages.md': question.replace('letter: S\nweight: 3\n', 'weight: 3\nletter: S\n'),
  })
  expect((await load(swapped)).hash).toBe(hash)
})

test('changes the hash with every content', async () => {
  const hashes = [
    good,
    goodWith({ 'assessor.md': 'Quote last.' }),
    goodWith({ 'questions/design/pages.md': question.replace('weight: 3', 'weight: 2') }),
  ]
  const seen = new Set(await Promise.all(hashes.map(async (files) => (await load(files)).hash)))
  expect(seen.size).toBe(3)
})

test('tells all problems of all files at once, in the order of files and lines', async () => {
  const dir = await folderOf(
    goodWith({
      'questions/design/pages.md': question
        .replace('letter: R', 'letter: Q')
        .replace('level: mid', 'level: wizard'),
      'rounds/design.md': round.replace('minutes: 45', 'minutes: soon'),
      'star.yaml': null,
    }),
  )
  const error: unknown = await loadPack([dir]).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(PackError)
  expect(String(error).replaceAll(`${dir}/`, '').split('\n')).toEqual([
    'PackError: questions/design/pages.md:3: the front matter has level "wizard"; it must be junior, mid, senior or staff.',
    'questions/design/pages.md:29: key point "cost" has letter "Q"; it must be S, T, A or R.',
    'rounds/design.md:4: the front matter has minutes "soon"; it must be a number above 0.',
    'star.yaml:1: is missing; every pack needs it.',
  ])
})

test('loads the pack that comes with the program', async () => {
  const { rounds, questions } = await loadPack([join(import.meta.dirname, '../../prompts')])
  expect(Object.keys(rounds)).toContain('design')
  expect(Object.keys(questions).length).toBeGreaterThan(0)
})

test('names files from where we stand, and in full when they lie elsewhere', () => {
  expect(shownName('prompts', 'questions/design/x.md')).toBe('prompts/questions/design/x.md')
  expect(shownName(join(process.cwd(), 'prompts'), 'star.yaml')).toBe('prompts/star.yaml')
  expect(shownName('/srv/ours', 'star.yaml')).toBe('/srv/ours/star.yaml')
})

test('loads fifty files more', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 50 }, (_, n) => [
      `questions/design/q${n}.md`,
      question.replace('id: pages', `id: q${n}`),
    ]),
  )
  const dir = await folderOf(
    goodWith({ ...many, 'rounds/design.md': round.replace('    questions:\n      - pages\n', '') }),
  )
  expect(Object.keys((await loadPack([dir])).questions)).toHaveLength(51)
})
