/**
 * From the start of the program to its first question, beside a bare program that opens the same kind of database and asks
 * it for one row. Interleaved, on new folders and on existing ones. Printed: each pair, the median ratios, and the most
 * memory that the running program held (VmHWM, Linux only).
 *
 *   npm run bench:start           (builds first)
 */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const pairs = 5
const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
const bareProgram = `import { PGlite } from '@electric-sql/pglite'; const db = await PGlite.create(process.argv[1]); await db.query('select 1'); console.log('open')`

type Measured = { ms: number; mb: number }

/** Runs until the words are printed, then lets the program end. */
function until(words: string, args: string[], env: Record<string, string>): Promise<Measured> {
  const begun = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: '/usr/bin:/bin', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end()
  let out = ''
  return new Promise((resolve, reject) => {
    let ms = 0
    let memory = Promise.resolve(0)
    child.stdout.on('data', (chunk) => {
      out += String(chunk)
      if (ms === 0 && out.includes(words)) {
        ms = performance.now() - begun
        memory = mostMemory(child.pid ?? 0)
      }
    })
    child.on('close', async () =>
      ms === 0 ? reject(new Error(`never printed "${words}": ${out}`)) : resolve({ ms, mb: await memory }),
    )
  })
}

/** The most memory the process has held so far, in MB; 0 where the system does not tell. */
async function mostMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024)
}

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const print = (line: string) => process.stdout.write(`${line}\n`)

async function compare(name: string, folders: () => { ours: string; bare: string }) {
  const ratios: number[] = []
  let most = 0
  for (let n = 1; n <= pairs; n += 1) {
    const { ours, bare } = folders()
    const first = await until('Question 1 of', [main, 'design'], { DATA_DIR: ours })
    await mkdir(bare, { recursive: true })
    const open = await until('open', ['--input-type=module', '-e', bareProgram, join(bare, 'pg')], {})
    ratios.push(first.ms / open.ms)
    most = Math.max(most, first.mb)
    print(
      `${name} ${n}: first question ${first.ms.toFixed(0)} ms, bare open ${open.ms.toFixed(0)} ms, ratio ${(first.ms / open.ms).toFixed(2)}`,
    )
  }
  print(`${name}: median ratio ${median(ratios).toFixed(2)}, most memory of the running process ${most} MB\n`)
}

const base = await mkdtemp(join(tmpdir(), 'mockingbird-start-'))
print(`Node ${process.version}, ${cpus().length} cores, ${pairs} pairs\n`)
let count = 0
await compare('new folder', () => {
  count += 1
  return { ours: join(base, `ours-${count}`), bare: join(base, `bare-${count}`) }
})
await compare('existing folder', () => ({ ours: join(base, 'ours-1'), bare: join(base, 'ours-1') }))
await rm(base, { recursive: true, force: true })
