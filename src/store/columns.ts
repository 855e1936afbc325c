/** Column types that the tables share, and named places for values in prepared statements. */
import { type SQL, sql } from 'drizzle-orm'
import { customType, type PgColumn } from 'drizzle-orm/pg-core'

/** A point in time: ms since 1970 here, `timestamptz` there. */
export const instant = customType<{ data: number; driverData: string | null }>({
  dataType: () => 'timestamp with time zone',
  // A null in a placeholder comes through here as well, whatever the types say.
  toDriver: (ms) => (ms === null ? null : new Date(ms).toISOString()),
  fromDriver: (text) => new Date(text ?? Number.NaN).getTime(),
})

/** Any value that JSON can hold, as `jsonb`. Use it with `$type`. */
export const document = customType<{ data: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => {
    const text = JSON.stringify(value)
    // States are long and rarely hold an escape at all, so the cheap question comes first.
    const refused = text.includes('\\u') && /\\u(?:0000|d[89a-f])/.test(text)
    return refused ? JSON.stringify(value, storableText) : text
  },
  fromDriver: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
})

/**
 * PostgreSQL refuses NUL characters and halves of surrogate pairs, and an answer must not be lost over one. Each is
 * replaced by one character, so the offsets of quotes still hold.
 */
export const storable = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\uFFFD')

const storableText = (_key: string, value: unknown) => (typeof value === 'string' ? storable(value) : value)

/** A named place for a value of this column in a prepared statement, for where a plain placeholder is not converted. */
export const slot = (name: string, column: PgColumn): SQL => sql`${sql.param(sql.placeholder(name), column)}`
