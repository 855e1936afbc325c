/** The embedded database: PostgreSQL as WebAssembly in this process, in a folder that is ours alone. */
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { access, constants, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { setImmediate as otherEvents, setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { cannotWrite, codeOf, type Lock, takeLock } from './lock.ts'
import { isUpToDate, migrationsFolder, migrationsKey } from './migrations.ts'
import { parsers, preparing } from './prepared.ts'
import * as schema from './schema.ts'
import { type Connections, sqlStore, statementsOn } from './sql.ts'
import { type Store, StoreUnavailable } from './store.ts'

export type PgliteOptions = {
  /** Arguments that make Node run the source it is given; those of this process if not told otherwise. */
  nodeArgs?: string[]
}

/**
 * Opens the store in `dir`, which is created if need be and locked against every other process. Throws
 * `StoreUnavailable`.
 */
export async function openPglite(dir: string, options: PgliteOptions = {}): Promise<Store> {
  const lock = await takeLock(dir)
  try {
    const folder = join(dir, 'pg')
    await mayUse(dir, folder)
    if (!existsSync(join(folder, 'PG_VERSION'))) await create(dir, folder, options)
    return sqlStore(await connect(await openFolder(dir, folder), lock))
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function openFolder(dir: string, folder: string): Promise<PGlite> {
  try {
    return await PGlite.create(folder, { parsers })
  } catch (cause) {
    // PGlite says no more than that it could not start.
    await mustHaveRoom(dir, 1_000_000)
    throw new StoreUnavailable(
      `The database in ${folder} is damaged or of another version: put a backup in its place, or move it away to start empty.`,
      { cause },
    )
  }
}

/** How much may be written before what was overwritten is cleared away; nobody else does it in an embedded database. */
const transactionsPerVacuum = 2_000

async function connect(client: PGlite, lock: Lock): Promise<Connections> {
  const db = drizzle({ client: preparing(client), schema, casing: 'snake_case' })
  try {
    if (!(await isUpToDate(db)))
      await migrate(drizzle({ client, casing: 'snake_case' }), { migrationsFolder })
  } catch (error) {
    await client.close()
    throw error
  }
  const statements = statementsOn(db)
  const alone = queue()
  let written = 0

  const checked = <T>(run: () => Promise<T>): Promise<T> =>
    alone(async () => {
      if (client.closed) throw new StoreUnavailable('The store is closed.')
      if (!lock.held())
        throw new StoreUnavailable('Another process has taken over the data folder: stop one of the two.')
      return run()
    })
  const tidy = () => {
    written += 1
    if (written % transactionsPerVacuum === 0) alone(() => client.exec('vacuum')).catch(() => {})
  }

  return {
    async transaction(run) {
      return checked(async () => {
        await client.exec('begin')
        try {
          const result = await run(statements)
          const [end] = await client.exec('commit')
          if (end?.command === 'ROLLBACK')
            throw new Error('A statement of this transaction had failed, so nothing of it was kept.')
          tidy()
          return result
        } catch (error) {
          await client.exec('rollback')
          throw error
        }
      })
    },
    single: (run) => checked(() => run(statements)),
    async close() {
      await alone(() => client.close())
      await lock.release()
    },
  }
}

/** One after the other, with room for timers and sockets in between: the database computes in our own event loop. */
function queue() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(run: () => Promise<T>): Promise<T> => {
    const mine = last.then(run)
    last = mine.then(otherEvents, otherEvents)
    return mine
  }
}

/** Made elsewhere and put in place by renaming: whoever finds the folder finds a whole database. */
async function create(dir: string, folder: string, { nodeArgs }: PgliteOptions): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new StoreUnavailable(
      `${folder} holds something that is no database: move it away, or set DATA_DIR to another folder.`,
    )
  for (const name of await readdir(dir)) {
    if (name.startsWith('pg.new-')) await rm(join(dir, name), { recursive: true, force: true })
  }
  const fresh = join(dir, `pg.new-${randomUUID()}`)
  try {
    await inChild(fresh, nodeArgs ?? process.execArgv.filter((arg) => !arg.startsWith('--inspect')))
    await rename(fresh, folder)
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true })
    await mustHaveRoom(dir, sizeOfNew)
    throw new StoreUnavailable(`A new database could not be made in ${dir}: ${String(cause)}`, { cause })
  }
}

async function inChild(folder: string, nodeArgs: string[]): Promise<void> {
  const program = fileURLToPath(new URL(`./create${extname(import.meta.url)}`, import.meta.url))
  const child = spawn(process.execPath, [...nodeArgs, program, folder], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2_000)
  })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(said.trim() === '' ? `it ended with code ${code}.` : said.trim())
}

async function mayUse(dir: string, folder: string): Promise<void> {
  try {
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw cannotWrite(dir, error)
  }
}

/** A new database, in bytes. */
const sizeOfNew = 40_000_000

async function mustHaveRoom(dir: string, room: number): Promise<void> {
  const probe = join(dir, `pg.new-${randomUUID()}`)
  try {
    await writeFile(probe, Buffer.alloc(room))
  } catch (error) {
    throw cannotWrite(dir, error)
  } finally {
    await rm(probe, { force: true })
  }
}

/** A store in memory, for tests: empty, migrated, and gone when closed. The test may keep the `client` to look into it. */
export async function openMemory(client?: PGlite): Promise<Store> {
  return sqlStore(await connect(client ?? (await memory()), { held: () => true, release: async () => {} }))
}

/** An empty, migrated database in memory, for tests that want to look at the tables themselves. */
export async function memory(): Promise<PGlite> {
  const template = await readFile(await templateFile())
  return PGlite.create({ loadDataDir: new Blob([template]), parsers })
}

/** A whole migrated database as one file, made once per set of migrations: several test files at once share it. */
async function templateFile(): Promise<string> {
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const version = await readFile(join(dirname(pglite), '../package.json'), 'utf8')
  const key = createHash('sha256').update(migrationsKey()).update(version).digest('hex')
  const file = join(tmpdir(), `mockingbird-${key.slice(0, 16)}.tar`)
  const turn = `${file}.turn`
  while (!existsSync(file)) {
    if (await isMine(turn)) {
      try {
        await makeTemplate(file)
      } finally {
        await rm(turn, { force: true })
      }
    } else await sleep(100)
  }
  return file
}

/** True if this process is to make the template; a turn that was left behind lapses after a minute. */
async function isMine(turn: string): Promise<boolean> {
  try {
    await (await open(turn, 'wx')).close()
    return true
  } catch {
    const { mtimeMs } = await stat(turn).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > 60_000) await rm(turn, { force: true })
    return false
  }
}

async function makeTemplate(file: string): Promise<void> {
  const client = await PGlite.create()
  await migrate(drizzle({ client, casing: 'snake_case' }), { migrationsFolder })
  const dump = await client.dumpDataDir('none')
  await client.close()
  const own = `${file}.${randomUUID()}`
  await writeFile(own, Buffer.from(await dump.arrayBuffer()))
  await rename(own, file)
}
