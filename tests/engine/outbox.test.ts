/** Posting once, step by step, on a fake clock: what was asked of the platform, and what became of the row. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Chat, FindResult, SendResult } from '../../src/chat/chat.ts'
import { deliver, type OutboxWorld } from '../../src/outbox.ts'
import { memory, openMemory } from '../../src/store/pglite.ts'
import type { Store } from '../../src/store/store.ts'

let store: Store
let rows: () => Promise<Record<string, unknown>[]>
let calls: string[] = []
let sends: SendResult[] = []
let finds: FindResult[] = []
let now = 0

beforeEach(async () => {
  const client = await memory()
  store = await openMemory(client)
  rows = async () =>
    (
      await client.query<Record<string, unknown>>(
        'select id, state, attempts, reason from outbox order by position',
      )
    ).rows
  calls = []
  sends = []
  finds = []
  now = Date.UTC(2030, 0, 1)
})
afterEach(() => store.close())

const sent: SendResult = { kind: 'sent', platformId: 'p1', at: 0 }
const unclear: SendResult = { kind: 'unclear', reason: 'the connection was cut' }

const chat: Chat = {
  listen: async () => {},
  render: () => [],
  async send(_, id) {
    calls.push(`send ${id}`)
    return sends.shift() ?? sent
  },
  async find(_, id) {
    calls.push(`find ${id}`)
    return finds.shift() ?? { kind: 'absent' }
  },
  history: async () => [],
  close: async () => {},
}
const timing = { firstLook: 30_000, nextLook: 10_000, slack: 5_000, giveUp: 600_000 }

function world(): OutboxWorld {
  const packs = () => {
    throw new Error('no interview here')
  }
  return { chat, store, clock: () => now, timing, packs, offline: true, added: () => {} }
}

const post = (id: string, conversation = 'c1') =>
  store.transaction((tx) =>
    tx.addPost({
      id,
      tenant: 't',
      conversation,
      interview: null,
      message: null,
      part: { conversation, body: { text: id } },
    }),
  )

/** Looks at the outbox until it has nothing to do. */
async function look(after = 0) {
  now += after
  while ((await deliver(world(), { owner: 'me', now, until: now + 15_000 }, 10)) > 0);
}

const states = async () => (await rows()).map((row) => `${row['id']} ${row['state']} ${row['attempts']}`)

describe('the outbox', () => {
  it('sends each post once, in order', async () => {
    await post('a')
    await post('b')
    await look()
    expect([calls, await states()]).toEqual([
      ['send a', 'send b'],
      ['a sent 1', 'b sent 1'],
    ])
  })
  it('a lost reply is looked up, found, and not sent again', async () => {
    sends = [unclear]
    finds = [{ kind: 'found', platformId: 'p9', at: now }]
    await post('a')
    await look()
    await look(29_999)
    expect(calls).toEqual(['send a'])
    await look(1)
    expect([calls, await states()]).toEqual([['send a', 'find a'], ['a sent 1']])
  })
  it('is sent again only after two looks have not found it', async () => {
    sends = [unclear, sent]
    await post('a')
    await look()
    await look(30_000)
    expect(calls).toEqual(['send a', 'find a'])
    await look(10_000)
    expect([calls, await states()]).toEqual([['send a', 'find a', 'find a', 'send a'], ['a sent 2']])
  })
  it('later posts of the conversation wait; others go on', async () => {
    sends = [unclear]
    await post('a')
    await post('b')
    await post('x', 'c2')
    await look()
    expect(calls).toEqual(['send a', 'send x'])
    finds = [{ kind: 'found', platformId: 'p', at: now }]
    await look(30_000)
    expect(calls).toEqual(['send a', 'send x', 'find a', 'send b'])
  })
  it('somebody who died in mid-send leaves a row that is looked up first', async () => {
    await post('a')
    await store.crossTenant.claimPosts({ owner: 'dead', now, until: now + 15_000 }, 1)
    finds = [{ kind: 'found', platformId: 'p', at: now }]
    await look(14_999)
    expect(calls).toEqual([])
    await look(1)
    expect([calls, await states()]).toEqual([['find a'], ['a sent 1']])
  })
  it('a refusal with a time is obeyed to the millisecond', async () => {
    sends = [{ kind: 'refused', reason: 'slow down', notBefore: now + 5_000 }]
    await post('a')
    await look()
    await look(4_999)
    expect(calls).toEqual(['send a'])
    await look(1)
    expect(await states()).toEqual(['a sent 2'])
  })
  it('a refusal for good is not tried again, and the next post goes out', async () => {
    sends = [{ kind: 'refused', reason: 'channel_not_found', notBefore: null }]
    await post('a')
    await post('b')
    await look()
    await look(1_000_000)
    expect([calls, await states()]).toEqual([
      ['send a', 'send b'],
      ['a dead 1', 'b sent 1'],
    ])
  })
  it('gives up after ten minutes without a clear word', async () => {
    sends = [unclear]
    finds = Array.from({ length: 100 }, () => ({ kind: 'cannot-tell' }) as const)
    await post('a')
    await look()
    for (let n = 0; n < 70; n += 1) await look(10_000)
    expect((await states())[0]).toMatch(/^a dead 1/u)
    expect(calls.filter((call) => call.startsWith('send'))).toHaveLength(1)
  })
})
