/**
 * drizzle hands PGlite the same value parsers with every statement, and PGlite then copies all of its own each time: more
 * than half of the time of a small statement. Given once, when the database is opened, they cost nothing.
 */
import { type PGlite, types } from '@electric-sql/pglite'

const asText = (value: string) => value

/** numeric[], timestamp[], timestamptz[], interval[] and date[] have no names in PGlite. */
const arrays = [1231, 1115, 1185, 1187, 1182]

/** What drizzle wants left as text: give it to `PGlite.create`. */
export const parsers: Record<number, (value: string) => string> = Object.fromEntries(
  [types.TIMESTAMP, types.TIMESTAMPTZ, types.INTERVAL, types.DATE, ...arrays].map((type) => [type, asText]),
)

/** The client for drizzle, without the parsers that would come with every statement. */
export function lean(client: PGlite): PGlite {
  return new Proxy(client, {
    get(target, name) {
      if (name === 'query') {
        const query: PGlite['query'] = (text, values, options) =>
          target.query(
            text,
            values,
            options?.rowMode === undefined ? undefined : { rowMode: options.rowMode },
          )
        return query
      }
      const value: unknown = Reflect.get(target, name, target)
      // PGlite keeps its state in private fields, which a method only finds on the real object.
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
