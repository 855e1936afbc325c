/**
 * Turns per second with an instant model, beside a bare script that makes the same commits, with the same statements,
 * through the same driver. Both take turns within one run, so that a busy machine slows both. Printed: each pair, and the
 * median of the ratios.
 *
 *   npm run bench                 PGlite, and PostgreSQL if TEST_DATABASE_URL names a database that may be filled
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { openPglite } from '../../src/store/pglite.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { type Bare, bareTurns } from './bare.ts'
import { engineTurns } from './engine-turns.ts'

const seconds = 4
const rounds = 5

/** Before each measurement: empty tables, so that what the one has written does not slow the other. */
type Place = {
  tidy: () => Promise<unknown>
  name: string
  side: number
  engine: () => Promise<number>
  bare: () => Promise<number>
}

async function measure(place: Place) {
  const ratios: number[] = []
  // One of each to warm up, not counted.
  await place.engine()
  await place.bare()
  for (let n = 1; n <= rounds; n += 1) {
    await place.tidy()
    const engine = await place.engine()
    await place.tidy()
    const bare = await place.bare()
    ratios.push(engine / bare)
    print(
      `${place.name}  pair ${n}: engine ${engine.toFixed(0)} turns/s, bare ${bare.toFixed(0)} turns/s, ratio ${(engine / bare).toFixed(2)}`,
    )
  }
  const sorted = [...ratios].sort((a, b) => a - b)
  print(
    `${place.name}  median ratio ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2)} (${place.side} interviews side by side)\n`,
  )
}

/** One name per statement, so that the server plans it once. */
const nameOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

const print = (line: string) => process.stdout.write(`${line}\n`)

async function onPglite() {
  const dir = await mkdtemp(join(tmpdir(), 'mockingbird-bench-'))
  try {
    await (await openPglite(dir)).close()
    const side = 4
    await measure({
      name: 'PGlite    ',
      side,
      tidy: async () => {
        const db = await PGlite.create(join(dir, 'pg'))
        await db.exec('truncate inbox, messages, events, outbox, work, marks, interviews, reports, people')
        await db.close()
      },
      engine: async () => {
        const store = await openPglite(dir)
        const turns = await engineTurns(store, side, seconds)
        await store.close()
        return turns
      },
      bare: async () => {
        const db = await PGlite.create(join(dir, 'pg'))
        const yielding = () => new Promise<void>((resolve) => setImmediate(resolve))
        const bare: Bare = {
          transaction: async (run) => {
            const out = await db.transaction((tx) =>
              run(async (text, values) => (await tx.query<Record<string, unknown>>(text, values)).rows),
            )
            await yielding()
            return out
          },
          single: async (text, values) => {
            const out = await db.query<Record<string, unknown>>(text, values)
            await yielding()
            return out.rows
          },
        }
        const turns = await bareTurns(bare, side, seconds)
        await db.close()
        return turns
      },
    })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function onPostgres(url: string) {
  const admin = new pg.Client(url)
  await admin.connect()
  const name = `bench_${randomUUID().slice(0, 8)}`
  await admin.query(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const side = 16
  try {
    await measure({
      name: 'PostgreSQL',
      side,
      tidy: async () => {
        const client = new pg.Client(own.href)
        await client.connect()
        await client
          .query('truncate inbox, messages, events, outbox, work, marks, interviews, reports, people')
          .then(() => client.query('vacuum analyze'))
        await client.end()
      },
      engine: async () => {
        const store = await openPostgres(own.href)
        const turns = await engineTurns(store, side, seconds)
        await store.close()
        return turns
      },
      bare: async () => {
        const pool = new pg.Pool({ connectionString: own.href, max: 10 })
        pool.on('error', () => {})
        const bare: Bare = {
          transaction: async (run) => {
            const client = await pool.connect()
            try {
              await client.query('begin')
              const out = await run(
                async (text, values) => (await client.query({ name: nameOf(text), text, values })).rows,
              )
              await client.query('commit')
              return out
            } finally {
              client.release()
            }
          },
          single: async (text, values) => (await pool.query({ name: nameOf(text), text, values })).rows,
        }
        try {
          return await bareTurns(bare, side, seconds)
        } finally {
          await pool.end()
        }
      },
    })
  } catch (error) {
    print(String(error))
    throw error
  } finally {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  }
}

print(`Node ${process.version}, ${cpus().length} cores, ${rounds} pairs of ${seconds} s each\n`)
// biome-ignore lint/style/noProcessEnv: the one setting of this program, documented above
const { TEST_DATABASE_URL } = process.env
if (!process.argv.includes('--postgres')) await onPglite()
if (TEST_DATABASE_URL === undefined) print('PostgreSQL: not measured, TEST_DATABASE_URL is not set')
else await onPostgres(TEST_DATABASE_URL)
