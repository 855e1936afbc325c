/** What the statements are written against: either driver, our tables. */
import { DrizzleQueryError } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type * as schema from './schema.ts'
import { StoreUnavailable } from './store.ts'

export type Database = PgDatabase<PgQueryResultHKT, typeof schema>

/** The first row of a result that has at most one. */
export const only = <T>(rows: T[]): T | null => rows[0] ?? null

/** The name of the unique index or key that a statement ran into, or null for any other error. */
export function violatedKey(error: unknown): string | null {
  const refusal = refusalOf(error)
  return refusal?.code === '23505' ? refusal.constraint : null
}

export type Refusal = { message: string; code: string; constraint: string | null }

/** What the server itself said, however deep drizzle and the driver have wrapped it; null if it said nothing. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null
  // An SQLSTATE; the operating system's five-letter codes (EPIPE, EPERM) have no such beginning.
  if ('code' in error && typeof error.code === 'string' && /^[0-9FHPX][0-9A-Z]{4}$/.test(error.code)) {
    const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : null
    return { message: error.message, code: error.code, constraint }
  }
  return refusalOf(error.cause)
}

/**
 * The error as it may be shown. drizzle's repeats the statement with all its values and the server's may quote a row in
 * `detail`, and candidates' answers are in there.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof DrizzleQueryError)) return error
  const refusal = refusalOf(error)
  if (refusal === null) return error.cause ?? error
  if (refusal.code === '53100')
    return new StoreUnavailable(
      'The disk of the database is full: make room there. Nothing of this was kept.',
    )
  const key = refusal.constraint === null ? '' : `, ${refusal.constraint}`
  return new Error(`The database refused a statement: ${refusal.message} (${refusal.code}${key}).`)
}
