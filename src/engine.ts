/**
 * The engine's motor: three queues (inbox, work, outbox) and the clock, each drained when something pokes it and looked
 * at every second in any case. The look is the recovery: whatever a dead process left is found by it.
 */
import type { Chat, Happening } from './chat/chat.ts'
import { handle } from './hearing.ts'
import type { Model } from './model/model.ts'
import { deliver, type OutboxTiming } from './outbox.ts'
import { pump } from './pump.ts'
import type { StartWorld } from './starting.ts'
import { AlreadyRunning, type Lease, StaleInterview, type Store } from './store/store.ts'
import { apply, type LoadedPack, PackNotLoaded, type TurnWorld } from './turn.ts'
import { doWork, type WorkWorld } from './work.ts'

export type Log = {
  info: (fields: object, text: string) => void
  warn: (fields: object, text: string) => void
}

/** All in ms. */
export type Timing = OutboxTiming & {
  /** Length of a lease on work and posts. */
  lease: number
  renewEvery: number
  /** Between two looks at the queues when nothing pokes. */
  sweep: number
}

export const usualTiming: Timing = {
  lease: 15_000,
  renewEvery: 5_000,
  sweep: 1_000,
  firstLook: 30_000,
  nextLook: 10_000,
  slack: 5_000,
  giveUp: 600_000,
}

export type EngineParts = {
  store: Store
  chat: Chat
  model: Model
  pack: LoadedPack
  /** Parses the templates of a stored pack. */
  load: (hash: string) => Promise<LoadedPack>
  clock: () => number
  newId: () => string
  log: Log
  timing: Timing
  /** Names this process in leases. */
  owner: string
  /** How many pieces of work and posts are handled side by side. */
  parallel: number
  /** Transactions side by side on a queue; more than one only where the database has several connections. */
  lanes: number
  /** True where nothing can have been said while we were away: `drain` may then wake interviews without `start`. */
  backfilled?: boolean
}

export type Engine = {
  /** Begins to hear and to work. Resolves when the platform is connected. */
  start(): Promise<void>
  /** Takes something in as if a platform had said it; resolves when it is stored. */
  heard(happening: Happening): Promise<void>
  /** Does everything that can be done now; resolves when nothing is left to do at this moment. */
  drain(): Promise<void>
  /** Stops taking things in, ends what is in hand, gives the rest back. */
  stop(): Promise<void>
}

/** Puts the parts together. Nothing runs before `start` (or `drain`, which tests use to go step by step). */
export function createEngine(parts: EngineParts): Engine {
  const { store, chat, clock, timing, log } = parts
  const packs = new Map<string, LoadedPack>([[parts.pack.pack.hash, parts.pack]])
  const base = {
    ...parts,
    renewEvery: timing.renewEvery,
    offline: parts.model.name === 'offline',
    current: () => parts.pack,
    packs: (hash: string): LoadedPack => {
      const found = packs.get(hash)
      if (found === undefined) throw new PackNotLoaded(hash)
      return found
    },
  }
  type World = typeof base & Pick<TurnWorld, 'added'> & StartWorld & WorkWorld
  const lease = (): Lease => ({ owner: parts.owner, now: clock(), until: clock() + timing.lease })
  const working = new Set<Promise<void>>()
  let stopped = false
  // No wake-up before the back-fill: what was said while we were away must be heard before silence is judged.
  let filled = parts.backfilled ?? false
  let timer: NodeJS.Timeout | undefined

  /** Runs again after reading a pack, or after somebody else was quicker. Nothing was written in either case. */
  const settled = async <T>(run: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await run()
      } catch (error) {
        if (error instanceof PackNotLoaded) packs.set(error.hash, await parts.load(error.hash))
        else if (!(error instanceof StaleInterview || error instanceof AlreadyRunning) || tries >= 5)
          throw error
      }
    }
  }

  /** Runs with a world that notes what is added, and looks at those queues once all of it is committed. */
  const noting = async <T>(run: (world: World) => Promise<T>): Promise<T> => {
    let added: ('work' | 'posts')[] = []
    const out = await settled(() => {
      added = []
      return run({ ...base, added: (what) => added.push(what) })
    })
    for (const what of added) pumps[what].poke()
    return out
  }

  const takeInbox = async (): Promise<boolean> => {
    let id: number | null = null
    try {
      return await noting((world) =>
        store.transaction(async (tx) => {
          const row = await tx.nextInbox()
          if (row === null) return false
          id = row.id
          await handle(world, tx, row)
          return true
        }),
      )
    } catch (error) {
      if (id === null) throw error
      log.warn({ inbox: id, error: String(error) }, 'an event could not be handled')
      await store.inboxFailed(id, String(error))
      return true
    }
  }

  const wake = async (): Promise<boolean> => {
    if (!filled) return false
    const now = clock()
    const due = await store.crossTenant.dueInterviews(now, parts.parallel)
    let woke = false
    for (const { tenant, id } of due) {
      const changed = await noting((world) =>
        store.transaction(async (tx) => {
          const known = await tx.interview(tenant, id)
          // Something newer may be waiting to be heard; it comes first, and may make this wake-up void.
          if (known === null || (await tx.hasUnhandled(tenant, known.interview.conversation))) return false
          const after = await apply(world, tx, known, { type: 'woke', at: now })
          return after !== known
        }),
      )
      woke ||= changed
    }
    return woke
  }

  const startWork = async (): Promise<boolean> => {
    const free = parts.parallel - working.size
    if (free <= 0) return false
    const rows = await store.crossTenant.claimWork(lease(), free)
    for (const row of rows) {
      const done = noting((world) => doWork(world, row, lease))
        .catch((error: unknown) => log.warn({ error: String(error) }, 'work was left for the next look'))
        .finally(() => {
          working.delete(done)
          // What was not claimed for want of room can be now.
          if (rows.length === free) pumps.work.poke()
        })
      working.add(done)
    }
    return rows.length > 0
  }

  const post = async (): Promise<boolean> =>
    (await noting((world) => deliver(world, lease(), parts.parallel))) > 0

  const pumped = (step: () => Promise<boolean>, lanes: number) =>
    pump(
      step,
      lanes,
      () => stopped,
      (error) => log.warn({ error: String(error) }, 'a look failed'),
    )
  const pumps = {
    inbox: pumped(takeInbox, parts.lanes),
    wakes: pumped(wake, 1),
    work: pumped(startWork, 1),
    posts: pumped(post, parts.lanes),
  }
  const sweep = () => {
    for (const each of Object.values(pumps)) each.sweep()
  }

  const drain = async (): Promise<void> => {
    for (;;) {
      let did = false
      for (const step of [takeInbox, wake, startWork, post]) did = (await step()) || did
      if (working.size > 0) {
        await Promise.all(working)
        did = true
      }
      await Promise.all(Object.values(pumps).map((each) => each.idle()))
      if (!did && working.size === 0) return
    }
  }

  const heard = async (happening: Happening): Promise<void> => {
    if ((await store.receive(wellFormed(happening))) === 'stored') pumps.inbox.poke()
  }

  return {
    heard,
    drain,
    async start() {
      await chat.listen(heard)
      for (const { conversation, since } of await store.crossTenant.openConversations()) {
        for (const missed of await chat.history(conversation, since)) await heard(missed)
      }
      filled = true
      timer = setInterval(sweep, timing.sweep)
      sweep()
    },
    async stop() {
      if (stopped) return
      stopped = true
      clearInterval(timer)
      await Promise.all(Object.values(pumps).map((each) => each.idle()))
      await Promise.all(working)
      await store.crossTenant.releaseAll(parts.owner, clock())
    },
  }
}

/** PostgreSQL stores neither NUL nor half a surrogate pair: both are replaced before they reach it, and cleaned later. */
function wellFormed(happening: Happening): Happening {
  if (happening.kind !== 'said' && happening.kind !== 'edited') return happening
  const text = happening.text.replace(/\0/gu, '\u0001').replace(/\p{Surrogate}/gu, '\uFFFD')
  return { ...happening, text }
}
