/** The built program as a person starts it: exit codes, sentences, and what survives a kill. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const prompts = fileURLToPath(new URL('../../prompts', import.meta.url))
let folder = ''
let data = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mockingbird-cli-'))
  data = join(folder, 'data')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Outcome = { code: number | null; out: string; err: string }

const start = (args: string[], env: Record<string, string> = {}): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [main, ...args], { env: { PATH: '/usr/bin:/bin', DATA_DIR: data, ...env } })

function ended(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  const seen = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (seen.out += String(chunk)))
  child.stderr.on('data', (chunk) => (seen.err += String(chunk)))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...seen })))
}

function run(
  args: string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<Outcome> {
  const child = start(args, env)
  child.stdin.end(input)
  return ended(child)
}

it('runs piped answers to the report and exits 0', async () => {
  const done = await run(['design', 'minutes:20'], {
    input: 'I would first ask how many users there are.\n\nI would measure recall on fifty real questions.\n',
  })
  expect(done.code).toBe(0)
  expect(done.out).toContain('Question 1 of 1')
  expect(done.out).toContain('How this was made')
  expect(done.out).not.toContain('\u001b[')
  expect(done.err).toBe('')
}, 120_000) // The first start makes the database.

it('says so when there were more answers than the interview had questions', async () => {
  const answers = Array.from({ length: 40 }, (_, i) => `I do not know about number ${i}.`).join('\n\n')
  const done = await run(['design', 'minutes:20'], { input: answers })
  expect(done.code).toBe(0)
  expect(done.out).toMatch(/The interview was over before your last \d+ answers/u)
})

it.each([
  ['help', ['help'], 0, 'Mockingbird holds mock interviews'],
  ['an unknown command', ['dance'], 2, 'I do not know "dance"'],
  ['a name that every object has', ['constructor'], 2, 'I do not know "constructor"'],
  ['an unknown level', ['design', 'level:king'], 2, '"king"'],
  ['impossible minutes', ['design', 'minutes:-5'], 2, '"-5"'],
])('%s', async (_, args, code, sentence) => {
  const done = await run(args)
  expect(done.code).toBe(code)
  expect(done.out + done.err).toContain(sentence)
})

it('a broken prompt file is one sentence and exit code 2', async () => {
  const own = join(folder, 'own')
  await mkdir(join(own, 'questions', 'design'), { recursive: true })
  await writeFile(
    join(own, 'questions', 'design', 'broken.md'),
    '---\nid: broken\nlevel: king\nminutes: 20\n---\n# Build it.\n',
  )
  const done = await run(['design'], { env: { PROMPTS_DIR: own } })
  expect(done.code).toBe(2)
  const lines = done.err.trim().split('\n')
  for (const line of lines) expect(line).toMatch(/broken\.md:\d+: .+\.$/u)
  expect(done.err).not.toContain('    at ')
})

it('a whole pack of another folder works as the overlay', async () => {
  const own = join(folder, 'copy')
  await cp(prompts, own, { recursive: true })
  expect((await run(['help'], { env: { PROMPTS_DIR: own } })).code).toBe(0)
})

it.each([
  ['a data folder that cannot be', { DATA_DIR: '/dev/null/data' }, /\/dev\/null\/data/u],
  ['a database that is down', { DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/none' }, /127\.0\.0\.1/u],
  ['an address that is none', { DATABASE_URL: 'not a url' }, /DATABASE_URL/u],
])('%s is one sentence and exit code 1', async (_, env, sentence) => {
  const done = await run(['design'], { env })
  expect(done.code).toBe(1)
  expect(done.err.trim().split('\n')).toHaveLength(1)
  expect(done.err).toMatch(sentence)
  expect(done.err).not.toContain('secret')
})

it('a wrong setting is one sentence that names it, and exit code 2', async () => {
  const done = await run(['design'], { env: { LOG_LEVEL: 'loud' } })
  expect([done.code, done.err.trim().split('\n').length]).toEqual([2, 1])
  expect(done.err).toContain('LOG_LEVEL')
})

it('a second process is refused with the pid of the first, which is not disturbed', async () => {
  const first = start(['design', 'minutes:20'])
  // Its input stays open, so it waits for answers and holds the folder.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const second = await run(['design'])
  expect(second.code).toBe(1)
  expect(second.err).toContain(String(first.pid))
  first.stdin.end('I would ask how many users there are.\n')
  expect((await ended(first)).code).toBe(0)
})

it('after kill -9 the folder opens again', async () => {
  const first = start(['design', 'minutes:20'])
  await new Promise((resolve) => setTimeout(resolve, 1500))
  first.kill('SIGKILL')
  await ended(first)
  expect((await run(['design', 'minutes:20'], { input: 'I would measure it.\n' })).code).toBe(0)
})
