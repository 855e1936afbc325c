/** Two engines on one PostgreSQL, each told everything several times and in any order: one interview, one of each post. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Chat, Happening } from '../../src/chat/chat.ts'
import { createEngine, type Engine, usualTiming } from '../../src/engine.ts'
import { createOffline } from '../../src/model/offline/offline.ts'
import { withTemplates } from '../../src/packs.ts'
import { loadPack } from '../../src/prompts.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import type { Store } from '../../src/store/store.ts'
import { createDatabase, serverUrl } from '../store/servers.ts'

let database: Awaited<ReturnType<typeof createDatabase>>
let stores: Store[] = []

beforeAll(async () => {
  if (serverUrl === null)
    throw new Error('Set TEST_DATABASE_URL to a PostgreSQL server on which databases may be made.')
  database = await createDatabase(serverUrl)
  stores = await Promise.all([openPostgres(database.url), openPostgres(database.url)])
})
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()))
  await database.drop()
})

const people = 12
const answersEach = 3

it('every answer counts once, every post is made once, whoever hears it and however often', async () => {
  const pack = await loadPack([new URL('../../prompts', import.meta.url).pathname])
  const loaded = withTemplates(pack)
  const posts: { id: string; conversation: string; role: unknown }[] = []
  const waiting = new Map<string, () => void>()
  const engines: Engine[] = []
  const chat: Chat = {
    listen: async () => {},
    render: (conversation, message) => [{ conversation, body: { role: message.role, text: message.text } }],
    async send(part, id) {
      const role =
        typeof part.body === 'object' && part.body !== null && 'role' in part.body ? part.body.role : null
      posts.push({ id, conversation: part.conversation, role })
      if (role !== 'notice') setImmediate(() => waiting.get(part.conversation)?.())
      return { kind: 'sent', platformId: id, at: Date.now() }
    },
    find: async () => ({ kind: 'absent' }),
    history: async () => [],
    close: async () => {},
  }
  for (const [i, store] of stores.entries()) {
    await store.putPack(pack)
    engines.push(
      createEngine({
        store,
        chat,
        model: createOffline(),
        pack: loaded,
        load: async () => loaded,
        clock: Date.now,
        newId: () => randomUUID().replace(/-/gu, '').slice(0, 12),
        log: { info: () => {}, warn: () => {} },
        timing: { ...usualTiming, sweep: 50 },
        owner: `engine-${i}`,
        parallel: 8,
        lanes: 3,
      }),
    )
  }
  await Promise.all(engines.map((engine) => engine.start()))

  /** Four deliveries of everything, to both, shuffled. */
  const deliver = async (happenings: Happening[]) => {
    const all =
      fc.sample(
        fc.shuffledSubarray([...happenings, ...happenings, ...happenings, ...happenings], {
          minLength: happenings.length * 4,
        }),
        1,
      )[0] ?? []
    await Promise.all(all.map((happening, i) => engines[i % 2]?.heard(happening)))
  }
  const one = async (n: number) => {
    const place = { tenant: 'many:1', person: `many:1/${n}`, conversation: `many:1/c${n}` }
    let count = 0
    const base = () => {
      count += 1
      return { ...place, key: `${n}-${count}`, at: Date.now() }
    }
    const shown = () => new Promise<void>((resolve) => waiting.set(place.conversation, resolve))
    let next = shown()
    // The command and Start are told apart by order, so they are delivered one after the other; each four times.
    await deliver([
      { ...base(), kind: 'commanded', line: 'design minutes:20', settles: 'when-told', audience: 'private' },
    ])
    await deliver([{ ...base(), kind: 'pressed', control: 'start' }])
    for (let i = 0; i < answersEach; i += 1) {
      await next
      next = shown()
      const texts = [`Part one of answer ${i} by ${n}.`, `Part two of answer ${i} by ${n}, with a cache.`]
      await deliver(texts.map((text) => ({ ...base(), kind: 'said', message: `${n}-${count}`, text })))
      await deliver([{ ...base(), kind: 'pressed', control: 'done' }])
    }
    await next
    next = shown()
    await deliver([{ ...base(), kind: 'pressed', control: 'stop' }])
    await next
  }
  await Promise.all(Array.from({ length: people }, (_, n) => one(n)))
  await Promise.all(engines.map((engine) => engine.stop()))

  const ids = posts.map(({ id }) => id)
  expect(ids.length - new Set(ids).size).toBe(0)
  expect(posts.filter(({ role }) => role === 'report')).toHaveLength(people)
  const client = new pg.Client(database.url)
  await client.connect()
  const count = async (sql: string) => Number((await client.query<{ n: string }>(sql)).rows[0]?.n)
  expect(await count(`select count(*) n from messages where author = 'candidate'`)).toBe(
    people * answersEach * 2,
  )
  expect(await count(`select count(*) n from inbox where handled_at is null or error is not null`)).toBe(0)
  expect(await count(`select count(*) n from interviews where phase <> 'ended'`)).toBe(0)
  expect(
    await count(
      `select count(*) n from (select interview, max(seq) - count(*) gap from events group by interview) g where gap <> 0`,
    ),
  ).toBe(0)
  expect(await count(`select count(*) n from outbox where state <> 'sent' or attempts <> 1`)).toBe(0)
  await client.end()
})
