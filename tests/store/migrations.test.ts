import { readFileSync } from 'node:fs'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { expect, test } from 'vitest'
import { z } from 'zod'
import * as schema from '../../src/store/schema.ts'

const migrations = new URL('../../migrations/', import.meta.url)
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, migrations), 'utf8'))

test('the migrations add up to what schema.ts says', async () => {
  const journal = z
    .object({ entries: z.array(z.object({ idx: z.number() })) })
    .parse(read('meta/_journal.json'))
  const last = String(journal.entries.at(-1)?.idx).padStart(4, '0')
  const empty = generateDrizzleJson({}, undefined, undefined, 'snake_case')
  const recorded: typeof empty = Object.assign(empty, read(`meta/${last}_snapshot.json`))
  const current = generateDrizzleJson(schema, recorded.id, undefined, 'snake_case')
  expect(Object.keys(current.tables)).toContain('public.interviews')
  // If this fails, run `npx drizzle-kit generate`: it writes the missing migration.
  expect(await generateMigration(recorded, current)).toEqual([])
})
