/** Where the migrations are, and whether a database has had them all. */
import { fileURLToPath } from 'node:url'
import { desc, sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { type Database, only, refusalOf } from './database.ts'

/** The same place from `src` and from `dist`. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

/** What all migrations together come to, as one string: changes with every one of them. */
export const migrationsKey = (): string =>
  readMigrationFiles({ migrationsFolder })
    .map(({ hash }) => hash)
    .join('')

/** One cheap question, so that opening a database that is up to date costs next to nothing. */
export async function isUpToDate(db: Database): Promise<boolean> {
  const newest = Math.max(...readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis))
  const applied = db
    .select({ at: sql`created_at`.mapWith(Number) })
    .from(sql`drizzle.__drizzle_migrations`)
    .orderBy(desc(sql`created_at`))
    .limit(1)
  try {
    return (only(await applied)?.at ?? 0) >= newest
  } catch (error) {
    const code = refusalOf(error)?.code
    // Neither table nor schema: a new database.
    if (code === '42P01' || code === '3F000') return false
    throw error
  }
}
