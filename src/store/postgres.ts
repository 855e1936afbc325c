/** A PostgreSQL server, version 14 or newer, shared by any number of our processes. */
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { refusalOf } from './database.ts'
import { isUpToDate, migrationsFolder } from './migrations.ts'
import * as schema from './schema.ts'
import { type Connections, type Statements, sqlStore, statementsOn } from './sql.ts'
import { type Store, StoreUnavailable } from './store.ts'

/** Under this number processes that start at the same time wait for each other before they migrate. */
const migrationLock = 7_265_102_311

/** For a connection and for a statement, in ms. The client's own limit is for servers that fell silent. */
const limits = { connectionTimeoutMillis: 5_000, statement_timeout: 5_000, query_timeout: 6_000 }

/** Opens the store at a `postgres://` address and brings its tables up to date. Throws `StoreUnavailable`. */
export async function openPostgres(url: string): Promise<Store> {
  const place = placeOf(url)
  const base = { connectionString: url, application_name: 'mockingbird', keepAlive: true }
  try {
    await bringUpToDate(new pg.Client({ ...base, connectionTimeoutMillis: limits.connectionTimeoutMillis }))
  } catch (error) {
    throw unavailable(error, place) ?? error
  }
  return sqlStore(connect(new pg.Pool({ ...base, ...limits, max: 10 }), place))
}

async function bringUpToDate(client: pg.Client): Promise<void> {
  client.on('error', () => {})
  try {
    await client.connect()
    const db = drizzle({ client, schema, casing: 'snake_case' })
    if (await isUpToDate(db)) return
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    try {
      await migrate(db, { migrationsFolder })
    } finally {
      await client.query('select pg_advisory_unlock($1)', [migrationLock])
    }
  } finally {
    await client.end()
  }
}

function connect(pool: pg.Pool, place: string): Connections {
  // A connection that breaks while nobody uses it is replaced by the next one. Without a listener it ends the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const prepared = new WeakMap<pg.PoolClient, Statements>()
  const statementsOf = (client: pg.PoolClient): Statements => {
    const known = prepared.get(client)
    if (known !== undefined) return known
    const statements = statementsOn(drizzle({ client, schema, casing: 'snake_case' }))
    prepared.set(client, statements)
    return statements
  }

  const lend = async <T>(run: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    let broken = false
    let client: pg.PoolClient | undefined
    try {
      client = await pool.connect()
      return await run(client)
    } catch (error) {
      // What the server did not say itself came from the connection, and nobody knows what state that is in.
      const lost = refusalOf(error) === null ? unavailable(error, place) : null
      broken = lost !== null
      throw lost ?? error
    } finally {
      client?.release(broken)
    }
  }

  return {
    transaction: (run) =>
      lend(async (client) => {
        await client.query('begin isolation level read committed')
        try {
          const result = await run(statementsOf(client))
          const end = await client.query('commit')
          if (end.command === 'ROLLBACK')
            throw new Error('A statement of this transaction had failed, so nothing of it was kept.')
          return result
        } catch (error) {
          // On a lost connection there is nobody left to be told.
          if (unavailable(error, place) === null) await client.query('rollback')
          throw error
        }
      }),
    single: (run) => lend((client) => run(statementsOf(client))),
    close: () => pool.end(),
  }
}

/** User, server and database, as they may be shown: never the password. */
function placeOf(url: string): string {
  const wrong = new StoreUnavailable(
    'DATABASE_URL is no PostgreSQL address: it should look like postgres://user:password@host:5432/database.',
  )
  // The parser's own errors repeat the address, so they are not passed on.
  if (!URL.canParse(url)) throw wrong
  const { protocol, username, host, pathname } = new URL(url)
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') throw wrong
  try {
    return `${username === '' ? '' : `${decodeURIComponent(username)}@`}${host}${decodeURIComponent(pathname)}`
  } catch {
    throw wrong
  }
}

/** What to do, by what the server or the network said. */
const advice: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there: start PostgreSQL, or correct host and port in DATABASE_URL',
  ENOTFOUND: 'there is no such host: correct DATABASE_URL',
  EAI_AGAIN: 'the name of the host cannot be looked up now: check the network, or correct DATABASE_URL',
  ENOENT: 'there is no such socket: start PostgreSQL, or correct DATABASE_URL',
  '28P01': 'user or password are wrong: correct them in DATABASE_URL',
  '28000': "this user may not log in there: correct DATABASE_URL, or the server's pg_hba.conf",
  '3D000': 'there is no such database: create it, or correct the name in DATABASE_URL',
  '42501': 'this user may not create tables there: grant it the right, or use a database that it owns',
  '53300': 'the server has no connection left: raise its max_connections, or run fewer programs on it',
  '57P03': 'the server is just starting or stopping: try again in a moment',
}

/** An error that says what to do, or null for errors that are not about reaching the database. */
function unavailable(error: unknown, place: string): StoreUnavailable | null {
  if (error instanceof StoreUnavailable) return error
  const refusal = refusalOf(error)
  const code = refusal?.code ?? systemCode(error)
  const known = code === null ? undefined : advice[code]
  if (known !== undefined) return new StoreUnavailable(`No database at ${place}: ${known}.`, { cause: error })
  if (refusal !== null && !/^(?:08|57P)/.test(refusal.code)) return null
  const lost = messageOfLoss(error)
  if (refusal === null && code === null && lost === null) return null
  return new StoreUnavailable(
    `The database at ${place} does not answer (${refusal?.message ?? lost ?? code}): check that it runs and can be reached.`,
    { cause: error },
  )
}

function systemCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (error instanceof AggregateError) return systemCode(error.errors[0])
  if ('code' in error && typeof error.code === 'string') {
    if ('syscall' in error || /CERT|SSL|TLS/.test(error.code)) return error.code
  }
  return systemCode(error.cause)
}

/** node-postgres gives these no code. */
function messageOfLoss(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const says =
    /^(?:Connection terminated|timeout e|Query read timeout|Client .* not queryable|The server does not support SSL)/
  return says.test(error.message) ? error.message : messageOfLoss(error.cause)
}
