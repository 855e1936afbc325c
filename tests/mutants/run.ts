/**
 * Shows that the tests can fail: each mutant takes one safety out of a copy of the program, and the test named beside it
 * must notice. Prints one line per mutant; exits 1 if one lives.
 *
 *   npm run test:mutants
 */
import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

type Mutant = { name: string; edits: { file: string; from: RegExp; to: string }[]; test: string }

const mutants: Mutant[] = [
  {
    name: 'no unique inbox key',
    edits: [
      {
        file: 'migrations/0000_start.sql',
        from: /CREATE UNIQUE INDEX "inbox_key"/u,
        to: 'CREATE INDEX "inbox_key"',
      },
      {
        file: 'src/store/inbox.ts',
        from: /\.onConflictDoNothing\(\{ target: \[inbox\.tenant, inbox\.key\] \}\)/u,
        to: '',
      },
    ],
    test: 'tests/store/pglite.test.ts',
  },
  {
    name: 'no version check',
    edits: [
      {
        file: 'src/store/interviews.ts',
        from: /eq\(interviews\.version, slot\('version', interviews\.version\)\)/u,
        to: 'sql`true`',
      },
    ],
    test: 'tests/store/pglite.test.ts',
  },
  {
    name: 'no read-back before a re-post',
    edits: [
      {
        file: 'src/outbox.ts',
        from: /post\.state === 'unclear' \? look\(world, post\) : send\(world, post\)/u,
        to: 'send(world, post)',
      },
    ],
    test: 'tests/engine/outbox.test.ts',
  },
  {
    name: 'no quote check',
    edits: [
      {
        file: 'src/interview/marks.ts',
        from: /const found = findQuote\(said\.text, quote\)/u,
        to: 'const found = { start: 0, end: quote.length }',
      },
    ],
    test: 'tests/interview',
  },
  {
    name: 'late text dropped',
    edits: [
      {
        file: 'src/interview/answers.ts',
        from: /function hear\(interview: Interview, event: Of<'said'>\): Decision \{/u,
        to: "$&\n  if (interview.doing.kind !== 'listening') return silent(interview)",
      },
    ],
    test: 'tests/interview',
  },
  {
    name: 'text before the post counts for the next question',
    edits: [
      {
        file: 'src/interview/answers.ts',
        from: /turn\.postedAt !== null && turn\.postedAt <= at/u,
        to: 'true',
      },
    ],
    test: 'tests/interview',
  },
]

const root = fileURLToPath(new URL('../..', import.meta.url))
const parts = [
  'src',
  'tests',
  'prompts',
  'migrations',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'vitest.config.ts',
  'drizzle.config.ts',
]
const print = (line: string) => process.stdout.write(`${line}\n`)

async function lives(mutant: Mutant): Promise<boolean> {
  const copy = await mkdtemp(join(tmpdir(), 'mockingbird-mutant-'))
  try {
    for (const part of parts) await cp(join(root, part), join(copy, part), { recursive: true })
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
    for (const { file, from, to } of mutant.edits) {
      const before = await readFile(join(copy, file), 'utf8')
      const after = before.replace(from, to)
      if (after === before)
        throw new Error(`${file} no longer has what the mutant "${mutant.name}" takes out.`)
      await writeFile(join(copy, file), after)
    }
    const run = spawnSync('npx', ['vitest', 'run', '--project', 'quick', mutant.test], {
      cwd: copy,
      encoding: 'utf8',
    })
    const failed = /Tests\s+.*?(\d+) failed/u.exec(stripVTControlCharacters(run.stdout))
    print(`${mutant.name}: ${failed === null ? 'LIVES' : `caught by ${failed[1]} tests of ${mutant.test}`}`)
    return failed === null
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

let living = 0
for (const mutant of mutants) if (await lives(mutant)) living += 1
print(`${mutants.length - living} passed, ${living} failed`)
process.exitCode = living === 0 ? 0 : 1
