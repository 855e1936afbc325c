/** Plays every transcript beside this file. `npm test -- -u` writes them anew; then read what has changed. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { clean } from '../../src/interview/hear.ts'
import type { Pack } from '../../src/interview/pack.ts'
import { countWords } from '../../src/interview/quote.ts'
import { withTemplates } from '../../src/packs.ts'
import { loadPack } from '../../src/prompts.ts'
import { memory, openMemory } from '../../src/store/pglite.ts'
import type { Store } from '../../src/store/store.ts'
import type { LoadedPack } from '../../src/turn.ts'
import { play, readTranscript, type Shown } from './transcript.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const names = readdirSync(here).flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -3)] : []))

let client: PGlite
let store: Store
let pack: LoadedPack

beforeAll(async () => {
  const loaded = await loadPack([fileURLToPath(new URL('../../prompts', import.meta.url))])
  pack = withTemplates(loaded)
  client = await memory()
  store = await openMemory(client)
  await store.putPack(loaded)
})

// What one conversation leaves open must not wake up in the next.
beforeEach(async () => {
  await client.exec(
    'truncate people, interviews, loops, events, inbox, messages, outbox, work, marks, reports restart identity cascade',
  )
})

afterAll(() => store.close())

test.each(names)('%s', async (name) => {
  const file = `${here}${name}.md`
  const { text, shown, said } = await play({ store, pack, name }, readTranscript(readFileSync(file, 'utf8')))
  await expect(text).toMatchFileSnapshot(file)
  expect(text.split('\n').filter((row) => row.startsWith('!!'))).toEqual([])
  expect(shown.map(({ id }) => id)).toEqual([...new Set(shown.map(({ id }) => id))])
  expect(shown.flatMap((post) => tooMuch(post, pack.pack))).toEqual([])
  expect(await kept()).toEqual(expect.arrayContaining(said.flatMap(readable)))
})

/** What breaks our own rule for a question: one question mark, 60 words beside the task itself. */
function tooMuch({ message: { role, text } }: Shown, { questions }: Pack): string[] {
  if (role !== 'question') return []
  const task = Object.values(questions).find((question) => text.includes(question.text))
  const own = task === undefined ? text : text.replace(task.text, '').replace(task.brief, '')
  // The task itself is as it was agreed; around it there is one question at most, and beside it none.
  const asks = own.split('?').length - 1
  return asks > (task === undefined ? 1 : 0) || countWords(own) > 60 ? [text] : []
}

const readable = (text: string): string[] => {
  const { text: cleaned } = clean(text, Number.MAX_SAFE_INTEGER)
  return cleaned.trim() === '' ? [] : [cleaned]
}

async function kept(): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>(
    "select text from messages where author = 'candidate'",
  )
  return rows.map(({ text }) => text)
}
