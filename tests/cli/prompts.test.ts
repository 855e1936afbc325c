import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Ended, run } from './programs.ts'

/** A folder to lay over the pack. */
async function overlay(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'prompts-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

test.each([
  ['nothing', []],
  ['an unknown word', ['chekc']],
  ['a word that every object has', ['constructor']],
])('%s gets the list of commands', async (_, args) => {
  const { code, out, err } = await run('prompts', args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('check [id ...]')
})

test('check reads everything, tries the example answers, and says what differs in words', async () => {
  const { code, out, err } = await run('prompts', ['check', 'rag-support-chatbot', 'temperature'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^The files are right: 9 rounds, \d+ questions, 4 companies, 5 red flags, 8 weeks\.$/m)
  expect(out).toMatch(/\d+ example answers tried offline: \d+ of \d+ levels, mistakes and flags/)
})

test('list and show know every kind of thing, and say so where there is none', async () => {
  const [list, question, round, company, flag, plan, none] = await Promise.all(
    [
      ['list'],
      ['show', 'temperature'],
      ['show', 'coding'],
      ['show', 'startup'],
      ['show', 'ignores-cost'],
      ['show', 'study-plan'],
      ['show', 'toString'],
    ].map((args) => run('prompts', args)),
  )
  expect(list?.out).toMatch(/^coding: Coding, 45 minutes, \d+ questions$/m)
  expect(list?.out).toContain('ai-native')
  expect(question?.out).toMatch(
    /^How does temperature affect LLM output\? \(prompts\/questions\/fundamentals\/temperature\.md\)/,
  )
  expect(question?.out).toContain('- not-truth (')
  expect(round?.out).toContain('Over the whole round:')
  expect(company?.out).toContain('Knows the names')
  expect(flag?.out).toContain('Asked: ')
  expect(plan?.out).toMatch(/^Week 8: /m)
  expect([none?.code, none?.err]).toEqual([
    2,
    'The pack has nothing called "toString". "npm run prompts -- list" shows what there is.\n',
  ])
})

test('new writes a commented skeleton once; check then says what is still to be written', async () => {
  const dir = await overlay()
  const env = { PROMPTS_DIR: dir }
  const first = await run('prompts', ['new', 'question', 'design', 'photo-search'], '', env)
  expect([first.code, first.err]).toEqual([0, ''])
  const file = join(dir, 'questions/design/photo-search.md')
  expect(await readFile(file, 'utf8')).toContain('## Answers')
  const again = await run('prompts', ['new', 'question', 'design', 'photo-search'], '', env)
  expect([again.code, again.err]).toEqual([2, `${file} is there already; I leave it as it is.\n`])
  const checked = await run('prompts', ['check'], '', env)
  expect(checked.code).toBe(2)
  expect(checked.err).toContain('key point "first-point" has an empty says; it must be some text.')
  expect(checked.err).toContain('mistake "first-mistake" has an empty probe; it must be some text.')
})

test('new refuses names that are no ids', async () => {
  const { code, err } = await run('prompts', ['new', 'question', '../rounds', 'x'])
  expect(code).toBe(2)
  expect(err).toMatch(/^Say: npm run prompts -- new question/)
})

test('a question laid over the pack replaces the one below it', async () => {
  const dir = await overlay()
  const env = { PROMPTS_DIR: dir }
  await run('prompts', ['new', 'question', 'fundamentals', 'temperature'], '', env)
  const source = new URL('../../prompts/questions/fundamentals/temperature.md', import.meta.url)
  const own = (await readFile(source, 'utf8')).replace(
    '# How does temperature',
    '# In one minute: how does temperature',
  )
  await writeFile(join(dir, 'questions/fundamentals/temperature.md'), own)
  const { out } = await run('prompts', ['show', 'temperature'], '', env)
  expect(out).toMatch(/^In one minute: how does temperature/)
})

let tried: Ended
beforeAll(async () => {
  tried = await run(
    'prompts',
    ['try', 'temperature'],
    'It divides the logits before the softmax, so a low one sharpens the distribution.\n\nhint\n\nFor extraction I set it to 0, for brainstorming to 0.9, because variety helps there.\n\nI do not know\n\n',
  )
})

test('try asks the question, shows the marks with their quotes after each answer, and goes on', () => {
  const { code, out, err } = tried
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('How does temperature affect LLM output?')
  expect(out).toMatch(/^ {2}yes {5}scales-logits \(unprompted\) {2}“It divides the logits/m)
  expect(out).toMatch(/^ {2}no {6}not-truth$/m)
  expect([...out.matchAll(/heard as: (\S+)\]/g)].map(([, kind]) => kind)).toEqual([
    'answer',
    'answer',
    'dont-know',
  ])
})

test('try refuses a level and a question that are none', async () => {
  const [level, question] = await Promise.all([
    run('prompts', ['try', 'temperature', 'wizard']),
    run('prompts', ['try', 'nothing']),
  ])
  expect(level.err).toBe('I do not know the level "wizard". Choose one of junior, mid, senior, staff.\n')
  expect(question.err).toContain('The pack has nothing called "nothing".')
})
