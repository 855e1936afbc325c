/** Kill the bot at every outside call and at every commit of a whole interview; the candidate must not be able to tell. */
import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { openPglite } from '../../src/store/pglite.ts'
import { type Run, type RunOptions, runInterview, seen } from './run.ts'

/** Two runs side by side: the machine has two cores. */
const side = 2

let folder = ''
let template = ''
let baseline: Run

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mockingbird-crash-'))
  template = join(folder, 'template')
  await (await openPglite(template, { nodeArgs: ['--import', 'tsx'] })).close()
  baseline = await withFolder((database) => runInterview({ database, dieAt: 0, naive: false }))
  return () => rm(folder, { recursive: true, force: true })
}, 120_000)

async function withFolder<T>(run: (database: string) => Promise<T>): Promise<T> {
  const database = join(folder, randomUUID())
  await cp(template, database, { recursive: true })
  try {
    return await run(database)
  } finally {
    await rm(database, { recursive: true, force: true })
  }
}

/** What is wrong with a run, in words; nothing if the candidate saw one whole interview. */
function wrong(run: Run): string[] {
  const { texts, twice, report } = seen(run)
  const expected = seen(baseline)
  return [
    ...(run.finished ? [] : ['did not finish']),
    ...(twice.length === 0 ? [] : [`posted twice: ${twice.join(', ')}`]),
    ...(report === expected.report ? [] : ['another report']),
    ...(JSON.stringify(texts) === JSON.stringify(expected.texts) || twice.length > 0
      ? []
      : ['another conversation']),
  ]
}

async function each(points: number[], options: (point: number) => Omit<RunOptions, 'database'>) {
  const bad: Record<number, string[]> = {}
  let died = 0
  const queue = [...points]
  const worker = async () => {
    for (let point = queue.shift(); point !== undefined; point = queue.shift()) {
      const given = options(point)
      const run = await withFolder((database) => runInterview({ database, ...given }))
      if (run.died) died += 1
      const found = wrong(run)
      if (found.length > 0) bad[point] = found
      process.stderr.write(found.length > 0 ? `x${point} ` : '.')
    }
  }
  await Promise.all(Array.from({ length: side }, worker))
  return { bad, died }
}

const upTo = (n: number, step = 1) => Array.from({ length: Math.floor(n / step) }, (_, i) => 1 + i * step)

it('the interview without a kill is whole', () => {
  expect(baseline.finished).toBe(true)
  expect(seen(baseline).twice).toEqual([])
  expect(baseline.posts.at(-1)?.role).toBe('report')
  expect(baseline.posts.filter((p) => p.role === 'question').length).toBeGreaterThan(3)
})

it('a kill at any point loses nothing, posts nothing twice, and ends in the same report', async () => {
  // Idle looks at the queues are points too, and there are more of them on a slow machine: the busy ones come first.
  const points = upTo(Math.min(baseline.points, 400), 3)
  const { bad, died } = await each(points, (dieAt) => ({ dieAt, naive: false, loseReply: [2, 4] }))
  expect(bad).toEqual({})
  expect(died).toBeGreaterThan(points.length * 0.9)
})

it('lost calls and lost replies alone change nothing', async () => {
  const { bad } = await each([1, 2, 3, 4], (n) => ({
    dieAt: 0,
    naive: false,
    loseReply: [n, n + 2],
    loseCall: [n + 1, n + 4],
  }))
  expect(bad).toEqual({})
})

it('the naive build fails: it acknowledges first and never looks before it posts again', async () => {
  const points = upTo(Math.min(baseline.points, 400), 40)
  const { bad } = await each(points, (dieAt) => ({ dieAt, naive: true, loseReply: [2, 4] }))
  expect(Object.keys(bad).length).toBeGreaterThanOrEqual(points.length * 0.25)
})
