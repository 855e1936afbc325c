/** Runs the child to the end of an interview, killed once on the way, and tells what a person would have seen. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Happening } from '../../src/chat/chat.ts'
import { type Posted, type Script, startPlatform } from './platform.ts'

const child = fileURLToPath(new URL('./child.ts', import.meta.url))

export type Run = { posts: Posted[]; points: number; died: boolean; finished: boolean }

export type RunOptions = {
  database: string
  dieAt: number
  naive: boolean
  loseReply?: number[]
  loseCall?: number[]
}

const answers = [
  'I would first ask how many users there are and what latency they accept. Then I would split the documents by heading, embed them and keep them in pgvector because Postgres is already there.',
  'I would keep fifty real questions with agreed answers and measure recall at five on every change.',
  'Keyword search and vector search together, then a cross-encoder that ranks the best twenty passages.',
  'The prompt says to answer only from the passages, to cite each one, and to refuse when nothing was found.',
  'A small model answers most of it, and a cache for the most frequent questions keeps the token bill down.',
  'The larger model is better but slower and costs ten times as much, so I would only use it when the small one is unsure.',
  'I do not know.',
  'I would look at the logs each week and label a sample by hand.',
]

/** One question, answered up to eight times, then stopped. */
function script({ loseReply = [], loseCall = [] }: RunOptions): Script {
  const common = { tenant: 'crash:1', person: 'crash:1/p', conversation: 'crash:1/c' }
  const acts: Script['acts'] = []
  let n = 0
  const act = (
    after: number,
    what:
      | { kind: 'commanded'; line: string }
      | { kind: 'pressed'; control: string }
      | { kind: 'said'; text: string },
  ) => {
    n += 1
    const base = { ...common, key: `k${n}`, at: Date.now() + n }
    const happening: Happening =
      what.kind === 'commanded'
        ? { ...base, ...what, settles: 'when-told', audience: 'private' }
        : what.kind === 'said'
          ? { ...base, ...what, message: `k${n}` }
          : { ...base, ...what }
    acts.push({ after, happening })
  }
  act(0, { kind: 'commanded', line: 'design minutes:20 rag' })
  act(0, { kind: 'pressed', control: 'start' })
  for (const [i, text] of answers.entries()) {
    act(i + 1, { kind: 'said', text })
    act(i + 1, { kind: 'pressed', control: 'done' })
  }
  act(answers.length + 1, { kind: 'pressed', control: 'stop' })
  return { acts, loseReply, loseCall }
}

/** The platform's clock runs on; so that an answer is never older than its question, its time is set when it is given out. */
function live(given: Script): Script {
  return {
    ...given,
    acts: given.acts.map(({ after, happening }) => ({
      after,
      get happening() {
        return { ...happening, at: Date.now() }
      },
    })),
  }
}

export async function runInterview(options: RunOptions): Promise<Run> {
  const platform = await startPlatform(live(script(options)))
  try {
    const first = await runChild(platform.url, options)
    const died = first.signal === 'SIGKILL'
    const last = died ? await runChild(platform.url, { ...options, dieAt: 0 }) : first
    const printed = /"points":(\d+)/u.exec(last.output)
    return { posts: platform.posts, points: Number(printed?.[1] ?? 0), died, finished: last.code === 0 }
  } finally {
    await platform.close()
  }
}

function runChild(
  url: string,
  { database, dieAt, naive }: RunOptions,
): Promise<{ code: number | null; signal: string | null; output: string }> {
  return new Promise((resolve) => {
    const running = spawn(process.execPath, ['--import', 'tsx', child], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    let output = ''
    running.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
    })
    const hung = setTimeout(() => running.kill('SIGTERM'), 30_000)
    running.on('exit', (code, signal) => {
      clearTimeout(hung)
      resolve({ code, signal, output })
    })
    running.stdin.end(JSON.stringify({ url, database, dieAt, naive }))
  })
}

/** What a person saw: texts in order, with what was posted twice. */
export function seen(run: Run): { texts: string[]; twice: string[]; report: string } {
  const ids = run.posts.map((p) => p.id)
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i)
  const report = run.posts.find((p) => p.role === 'report')?.text ?? ''
  return {
    texts: run.posts.map((p) => p.text),
    twice,
    report: createHash('sha256').update(report).digest('hex').slice(0, 12),
  }
}
