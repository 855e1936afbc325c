/**
 * The bot as a child process, with a number: it kills itself (SIGKILL) at the n-th point, and points are right before and
 * right after every outside call and every commit. Without a number it runs on; it leaves when the platform has a report.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { createEngine, usualTiming } from '../../src/engine.ts'
import { createOffline } from '../../src/model/offline/offline.ts'
import { storedPack, withTemplates } from '../../src/packs.ts'
import { loadPack } from '../../src/prompts.ts'
import { openPglite } from '../../src/store/pglite.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import type { Store } from '../../src/store/store.ts'
import { createRecordedChat } from './recorded-chat.ts'

const options = z
  .object({
    url: z.string(),
    /** A PGlite folder, or a PostgreSQL URL. */
    database: z.string(),
    /** 0: never. */
    dieAt: z.number(),
    /** Acknowledges before storing, and never looks on the platform before posting again. */
    naive: z.boolean(),
  })
  .parse(JSON.parse(readFileSync(0, 'utf8')))

let points = 0
function point() {
  points += 1
  if (points === options.dieAt) process.kill(process.pid, 'SIGKILL')
}

/** Every async method of the object has a point before and after it. */
function watched<T extends object>(thing: T): T {
  return new Proxy(thing, {
    get(target, name, self) {
      const value: unknown = Reflect.get(target, name, self)
      if (typeof value === 'object' && value !== null) return watched(value)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        const calm = name === 'render' || name === 'close' || name === 'listen'
        if (!calm) point()
        const result: unknown = Reflect.apply(value, target, args)
        if (!(result instanceof Promise)) return result
        return result.then((out: unknown) => {
          if (!calm) point()
          return out
        })
      }
    },
  })
}

const chat = createRecordedChat({ url: options.url, naive: options.naive, point })

const store: Store = options.database.startsWith('postgres')
  ? await openPostgres(options.database)
  : await openPglite(options.database)
const pack = await loadPack([new URL('../../prompts', import.meta.url).pathname])
const loaded = withTemplates(pack)
await store.putPack(pack)
if (!options.database.startsWith('postgres')) await store.crossTenant.releaseAll(null, Date.now())
const engine = createEngine({
  store: watched(store),
  chat: watched(chat),
  model: watched(createOffline()),
  pack: loaded,
  load: (hash) => storedPack(store, hash),
  clock: Date.now,
  newId: () => 'interview001',
  log: {
    info: () => {},
    warn: (fields, text) => process.stderr.write(`${text} ${JSON.stringify(fields)}\n`),
  },
  timing: { ...usualTiming, lease: 400, renewEvery: 100, sweep: 250, firstLook: 100, nextLook: 50 },
  owner: `child-${process.pid}`,
  parallel: 4,
  lanes: 1,
})
await engine.start()
const finished = z.boolean()
for (;;) {
  await sleep(150)
  const over = await store.transaction(async (tx) => (await tx.latestReport('crash:1', 'crash:1/p')) !== null)
  if (finished.parse(over) && (await store.crossTenant.nextDue()) === null) break
}
await chat.close()
await engine.stop()
await store.close()
process.stdout.write(JSON.stringify({ points }))
process.exit(0)
