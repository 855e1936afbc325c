/** A deploy in mid-interview: another pack is current, and the interview goes on with the one it was begun with. */
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Chat, Happening } from '../../src/chat/chat.ts'
import { createEngine, usualTiming } from '../../src/engine.ts'
import type { Pack } from '../../src/interview/pack.ts'
import { createOffline } from '../../src/model/offline/offline.ts'
import { storedPack, withTemplates } from '../../src/packs.ts'
import { loadPack } from '../../src/prompts.ts'
import { openMemory } from '../../src/store/pglite.ts'

it('an interview under way keeps its pack, a new one gets the new pack', async () => {
  const store = await openMemory()
  const first = await loadPack([fileURLToPath(new URL('../../prompts', import.meta.url))])
  const second: Pack = {
    ...first,
    hash: 'second',
    notices: { ...first.notices, 'no-interview': 'The new words.' },
  }
  const shown: string[] = []
  const warned: string[] = []
  let now = Date.UTC(2030, 0, 1)
  const chat: Chat = {
    listen: async () => {},
    render: (conversation, message) => [{ conversation, body: message.text }],
    async send(part, id) {
      shown.push(String(part.body))
      return { kind: 'sent', platformId: id, at: now }
    },
    find: async () => ({ kind: 'absent' }),
    history: async () => [],
    close: async () => {},
  }
  let count = 0
  const engine = (pack: Pack) =>
    createEngine({
      store,
      chat,
      model: createOffline(),
      pack: withTemplates(pack),
      load: (hash) => storedPack(store, hash),
      clock: () => now,
      newId: () => `interview${String(count).padStart(3, '0')}`,
      log: { info: () => {}, warn: (_, text) => warned.push(text) },
      timing: usualTiming,
      owner: 'test',
      parallel: 1,
      lanes: 1,
      backfilled: true,
    })
  const happening = (): Pick<Happening, 'key' | 'tenant' | 'person' | 'conversation' | 'at'> => {
    count += 1
    now += 1000
    return { key: `k${count}`, tenant: 't', person: 't/p', conversation: 't/c', at: now }
  }

  await store.putPack(first)
  const before = engine(first)
  await before.heard({
    ...happening(),
    kind: 'commanded',
    line: 'design minutes:20',
    settles: 'when-told',
    audience: 'private',
  })
  await before.heard({ ...happening(), kind: 'pressed', control: 'start' })
  await before.drain()
  await before.stop()

  await store.putPack(second)
  const after = engine(second)
  await after.heard({
    ...happening(),
    kind: 'said',
    message: 'm1',
    text: 'I would first ask how many users there are.',
  })
  await after.heard({ ...happening(), kind: 'pressed', control: 'done' })
  await after.drain()
  await after.heard({ ...happening(), kind: 'pressed', control: 'stop' })
  await after.drain()
  expect(warned).toEqual([])
  expect(shown.at(-1)).toContain(`pack ${first.hash}`)
  await after.heard({ ...happening(), kind: 'said', message: 'm2', text: 'Is anybody there?' })
  await after.drain()
  expect(shown.at(-1)).toBe('The new words.')
  await after.stop()
  await store.close()
})
