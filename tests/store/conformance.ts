/** What every store must do. `tests/store/*.test.ts` run it, each with its own way to open one. */
import { inspect } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Happening } from '../../src/chat/chat.ts'
import type { Event, Interview } from '../../src/interview/interview.ts'
import {
  AlreadyRunning,
  type Lease,
  type MarkRow,
  type OutboxRow,
  StaleInterview,
  type Store,
  type StoredMessage,
  type Tx,
} from '../../src/store/store.ts'

export type Opened = {
  store: Store
  /** Looks into the tables, past the store. */
  rows: (query: string) => Promise<Record<string, unknown>[]>
  close: () => Promise<void>
}

const tables = 'packs, people, interviews, events, inbox, messages, outbox, work, marks, reports'
const tenant = 'slack:T1'
const noon = Date.UTC(2026, 10, 23, 12)

const base = { key: 'm1', tenant, person: 'slack:T1/U1', conversation: 'slack:C1/1', at: noon }

export const said = (over: Partial<Extract<Happening, { kind: 'said' }>> = {}): Happening => ({
  ...base,
  kind: 'said',
  message: '1',
  text: 'I would start with the users.',
  ...over,
})

export const interview = (over: Partial<Interview> = {}): Interview => ({
  id: 'i1',
  tenant,
  person: 'slack:T1/U1',
  conversation: 'slack:C1/1',
  pack: 'hash',
  round: 'design',
  level: 'senior',
  company: null,
  mode: 'practice',
  minutes: 45,
  settles: 'when-quiet',
  plan: [],
  phase: 'running',
  doing: { kind: 'listening' },
  items: [],
  early: [],
  turns: 0,
  clockSince: null,
  spent: 0,
  lastSign: noon,
  nudged: false,
  held: false,
  doneEarly: null,
  pausedAt: null,
  ending: null,
  revision: 0,
  seq: 1,
  ...over,
})

export const event = (at = noon): Event => ({ type: 'typed', at })

export const post = (over: Partial<OutboxRow> = {}): OutboxRow => ({
  id: 'o1',
  tenant,
  conversation: 'slack:C1/1',
  interview: 'i1',
  message: 'q1',
  part: { conversation: 'slack:C1/1', body: { text: 'Tell me about it.' } },
  ...over,
})

const message = (over: Partial<StoredMessage> = {}): StoredMessage => ({
  id: 'a1',
  interview: 'i1',
  author: 'candidate',
  revision: 1,
  text: 'I would start with the users.',
  at: noon,
  platformKey: 'slack:T1/C1/1',
  ...over,
})

export const lease = (now = noon, owner = 'one'): Lease => ({ owner, now, until: now + 15_000 })

/** Runs the suite. */
export function storeConformance(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened
    let store: Store
    const tx = <T>(run: (tx: Tx) => Promise<T>) => store.transaction(run)
    const save = (value: Interview, version = 0, wakeAt: number | null = null) =>
      tx((on) => on.save(value, version, event(), wakeAt))
    /** Made at that second: the clock of an embedded database may not tell two apart. */
    const saveAt = async (second: number, value: Interview) => {
      await save(value)
      const at = `2026-11-23 12:00:0${second}+00`
      await opened.rows(`update interviews set created_at = '${at}' where id = '${value.id}'`)
    }
    const takeNext = () =>
      tx(async (on) => {
        const row = await on.nextInbox()
        if (row !== null) await on.handled(row.id)
        return row
      })
    const nextId = () => tx(async (on) => (await on.nextInbox())?.happening.key ?? null)

    beforeAll(async () => {
      opened = await open()
      store = opened.store
    }, 120_000)
    beforeEach(async () => {
      await opened.rows(`truncate ${tables}`)
    })
    afterAll(() => opened.close())

    describe('a transaction', () => {
      test('keeps nothing when it throws', async () => {
        await store.receive(said())
        await expect(
          tx(async (on) => {
            await on.handled((await on.nextInbox())?.id ?? 0)
            await on.save(interview(), 0, event(), null)
            throw new Error('no')
          }),
        ).rejects.toThrow('no')
        expect(await nextId()).toBe('m1')
        expect(await tx((on) => on.interview(tenant, 'i1'))).toBeNull()
      })

      test('does not report success after a statement that failed inside it', async () => {
        await save(interview())
        await expect(tx((on) => on.save(interview(), 0, event(), null).catch(() => {}))).rejects.toThrow()
        await expect(
          save(interview({ id: 'i2', person: 'other', conversation: 'other' })),
        ).resolves.not.toThrow()
      })

      test('never shows in an error what somebody said', async () => {
        await tx((on) => on.addMessage(tenant, message()))
        const error: unknown = await tx((on) => on.addMessage(tenant, message())).catch((e: unknown) => e)
        expect(error).toBeInstanceOf(Error)
        expect(inspect(error)).not.toContain('users')
      })
    })

    describe('the inbox', () => {
      test('stores a happening once', async () => {
        expect(await store.receive(said())).toBe('stored')
        expect(await store.receive(said())).toBe('known')
        expect(await takeNext()).toMatchObject({ happening: said(), attempts: 0 })
        expect(await store.receive(said())).toBe('known')
        expect(await takeNext()).toBeNull()
      })

      test('stores it once even if it comes many times at once', async () => {
        const told = await Promise.all(Array.from({ length: 8 }, () => store.receive(said())))
        expect(told.filter((each) => each === 'stored')).toHaveLength(1)
        expect(await opened.rows('select 1 from inbox')).toHaveLength(1)
      })

      test('keeps tenants apart', async () => {
        expect(await store.receive(said())).toBe('stored')
        expect(await store.receive(said({ tenant: 'slack:T2' }))).toBe('stored')
      })

      test('gives every kind of happening back as it came', async () => {
        const all: Happening[] = [
          said({ text: 'a "quoted" \\u0041 line\nand ünïcödé 🙂' }),
          { ...base, kind: 'pressed', control: 'done' },
          { ...base, kind: 'typing' },
          { ...base, kind: 'deleted', message: '1' },
        ]
        for (const [i, each] of all.entries()) await store.receive({ ...each, key: `k${i}` })
        for (const [i, each] of all.entries())
          expect((await takeNext())?.happening).toEqual({ ...each, key: `k${i}` })
      })

      test('loses no answer over characters that a database refuses', async () => {
        await store.receive(said({ text: 'nul \0 half \ud800 \\u0000 whole 🙂' }))
        const row = await takeNext()
        expect(row?.happening).toMatchObject({ text: 'nul \uFFFD half \uFFFD \\u0000 whole 🙂' })
      })

      test('hands out the rows of a conversation in order', async () => {
        for (const key of ['m1', 'm2', 'm3']) await store.receive(said({ key }))
        const seen = [await takeNext(), await takeNext(), await takeNext(), await takeNext()]
        expect(seen.map((row) => row?.happening.key ?? null)).toEqual(['m1', 'm2', 'm3', null])
      })

      test('gives a row again that was not marked as handled', async () => {
        await store.receive(said())
        expect(await nextId()).toBe('m1')
        expect(await nextId()).toBe('m1')
      })

      test('knows what is waiting', async () => {
        expect(await store.crossTenant.hasInbox()).toBe(false)
        await store.receive(said())
        const waits = (conversation: string) => tx((on) => on.hasUnhandled(tenant, conversation))
        expect(await store.crossTenant.hasInbox()).toBe(true)
        expect([await waits('slack:C1/1'), await waits('slack:C2/1')]).toEqual([true, false])
        await takeNext()
        expect(await store.crossTenant.hasInbox()).toBe(false)
        expect(await waits('slack:C1/1')).toBe(false)
      })

      test('forgets the text of what is handled', async () => {
        await store.receive(said())
        await store.receive({ ...base, key: 'm2', kind: 'edited', message: '1', text: 'No, the data.' })
        await takeNext()
        await takeNext()
        const [first, second] = await opened.rows('select body from inbox order by id')
        expect(first?.['body']).toMatchObject({ message: '1', text: '' })
        expect(second?.['body']).toMatchObject({ message: '1', text: '' })
      })

      test('sets a row aside after three failures and goes on', async () => {
        await store.receive(said())
        await store.receive(said({ key: 'm2' }))
        for (const attempts of [0, 1, 2]) {
          const row = await tx((on) => on.nextInbox())
          expect(row).toMatchObject({ attempts, happening: { key: 'm1' } })
          await store.inboxFailed(row?.id ?? 0, 'the reason\0')
        }
        expect((await takeNext())?.happening.key).toBe('m2')
        const [aside] = await opened.rows("select attempts, error from inbox where key = 'm1'")
        expect(aside).toEqual({ attempts: 3, error: 'the reason\uFFFD' })
      })
    })

    describe('an interview', () => {
      test('is read back as it was saved', async () => {
        const first = interview({ company: null, plan: [{ stage: 's', question: null }] })
        await save(first)
        expect(await tx((on) => on.interview(tenant, 'i1'))).toEqual({ interview: first, version: 1 })
        const second = interview({ seq: 2, phase: 'paused', pausedAt: noon })
        await save(second, 1)
        expect(await tx((on) => on.interview(tenant, 'i1'))).toEqual({ interview: second, version: 2 })
        expect(await tx((on) => on.interview('slack:T2', 'i1'))).toBeNull()
      })

      test('keeps every event', async () => {
        await save(interview())
        await tx((on) => on.save(interview({ seq: 2 }), 1, { type: 'woke', at: noon + 5 }, null))
        const rows = await opened.rows('select interview, seq, type, v, body from events order by seq')
        expect(rows).toEqual([
          { interview: 'i1', seq: 1, type: 'typed', v: 1, body: event() },
          { interview: 'i1', seq: 2, type: 'woke', v: 1, body: { type: 'woke', at: noon + 5 } },
        ])
      })

      test('refuses a writer who read an older version, and keeps nothing of what it wrote', async () => {
        await save(interview())
        await save(interview({ seq: 2 }), 1)
        const stale = tx(async (on) => {
          await on.addMessage(tenant, message())
          await on.save(interview({ seq: 2, phase: 'ended' }), 1, event(), null)
        })
        await expect(stale).rejects.toThrow(StaleInterview)
        expect(await tx((on) => on.messages(tenant, ['a1']))).toEqual([])
        expect(await tx((on) => on.interview(tenant, 'i1'))).toMatchObject({
          version: 2,
          interview: { phase: 'running' },
        })
        expect(await opened.rows('select 1 from events')).toHaveLength(2)
      })

      test('lets exactly one of several writers through', async () => {
        await save(interview())
        const written = await Promise.allSettled(
          Array.from({ length: 5 }, (_, i) => save(interview({ seq: 2 + i }), 1)),
        )
        expect(written.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        for (const each of written)
          if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(StaleInterview)
        expect(await opened.rows('select 1 from events')).toHaveLength(2)
      })

      test('is made once', async () => {
        await save(interview())
        await expect(save(interview())).rejects.toThrow(StaleInterview)
      })

      test('is the only one of its person that runs', async () => {
        await save(interview({ phase: 'lobby' }))
        const second = interview({ id: 'i2', conversation: 'slack:C2/1' })
        await expect(save(second)).rejects.toThrow(AlreadyRunning)
        await save({ ...second, phase: 'paused' })
        await expect(save({ ...second, seq: 2 }, 1)).rejects.toThrow(AlreadyRunning)
        await save(interview({ id: 'i3', tenant: 'slack:T2' }))
        await save(interview({ seq: 2, phase: 'ended' }), 1)
        await save({ ...second, seq: 2 }, 1)
      })

      test('is the only one of its conversation that runs', async () => {
        await save(interview())
        const second = interview({ id: 'i2', person: 'slack:T1/U2' })
        await expect(save(second)).rejects.toThrow(AlreadyRunning)
        await save(interview({ seq: 2, phase: 'reporting' }), 1)
        await save(second)
      })

      test('is found by its conversation: the newest, paused ones last', async () => {
        const found = async (person = 'slack:T1/U1') =>
          (await tx((on) => on.openInterview(tenant, 'slack:C1/1', person)))?.interview.id ?? null
        expect(await found()).toBeNull()
        await saveAt(1, interview({ id: 'reporting', phase: 'reporting' }))
        await saveAt(2, interview({ id: 'newer', phase: 'reporting' }))
        await saveAt(3, interview({ id: 'paused', phase: 'paused' }))
        await saveAt(4, interview({ id: 'ended', phase: 'ended' }))
        expect(await found()).toBe('newer')
        expect(await found('slack:T1/U2')).toBeNull()
        await save(interview({ id: 'newer', phase: 'ended', seq: 2 }), 1)
        expect(await found()).toBe('reporting')
        await save(interview({ id: 'reporting', phase: 'ended', seq: 2 }), 1)
        expect(await found()).toBe('paused')
      })

      test('is found by its person, newest first', async () => {
        await saveAt(1, interview({ id: 'a', phase: 'paused' }))
        await saveAt(2, interview({ id: 'b', phase: 'ended' }))
        await saveAt(3, interview({ id: 'c', phase: 'reporting', conversation: 'slack:C9/1' }))
        const found = await tx((on) => on.openInterviewsOf(tenant, 'slack:T1/U1'))
        expect(found.map((each) => [each.interview.id, each.version])).toEqual([
          ['c', 1],
          ['a', 1],
        ])
        expect(await tx((on) => on.openInterviewsOf('slack:T2', 'slack:T1/U1'))).toEqual([])
      })

      test('is woken when it is due', async () => {
        const due = (now: number, limit = 10) => store.crossTenant.dueInterviews(now, limit)
        const more = { phase: 'paused' } as const
        await save(interview(), 0, noon + 20)
        await save(interview({ ...more, id: 'i2' }), 0, noon + 10)
        await save(interview({ ...more, id: 'i3' }), 0, null)
        expect(await due(noon + 9)).toEqual([])
        expect(await due(noon + 20)).toEqual([
          { tenant, id: 'i2' },
          { tenant, id: 'i1' },
        ])
        expect(await due(noon + 20, 1)).toEqual([{ tenant, id: 'i2' }])
        await save(interview({ seq: 2 }), 1, null)
        expect(await due(noon + 20)).toEqual([{ tenant, id: 'i2' }])
      })
    })

    describe('messages', () => {
      test('keep every revision', async () => {
        const edited = message({ revision: 2, text: 'And then the data.', at: noon + 5 })
        const ours = message({ id: 'q1', author: 'bot', platformKey: null })
        await tx(async (on) => {
          await on.addMessage(tenant, edited)
          await on.addMessage(tenant, message())
          await on.addMessage(tenant, ours)
        })
        expect(await tx((on) => on.messages(tenant, ['q1', 'a1', 'none']))).toEqual([message(), edited, ours])
        expect(await tx((on) => on.messages(tenant, []))).toEqual([])
        expect(await tx((on) => on.messages('slack:T2', ['a1']))).toEqual([])
      })

      test('are found by their platform key in the newest revision', async () => {
        const edited = message({ revision: 2, text: 'And then the data.' })
        await tx(async (on) => {
          await on.addMessage(tenant, edited)
          await on.addMessage(tenant, message())
        })
        const found = (of: string, key: string) => tx((on) => on.messageByPlatformKey(of, key))
        expect(await found(tenant, 'slack:T1/C1/1')).toEqual(edited)
        expect(await found(tenant, 'slack:T1/C1/2')).toBeNull()
        expect(await found('slack:T2', 'slack:T1/C1/1')).toBeNull()
      })
    })

    describe('the outbox', () => {
      const claim = (now = noon, owner = 'one') => store.crossTenant.claimPosts(lease(now, owner), 10)
      const add = (...posts: OutboxRow[]) =>
        tx(async (on) => {
          for (const each of posts) await on.addPost(each)
        })
      const sent = (id: string) => tx((on) => on.postSent(id, `platform-${id}`))
      const stateOf = async (id: string) =>
        (await opened.rows(`select state, attempts, platform_id from outbox where id = '${id}'`))[0]
      const brief = async (claimed: ReturnType<typeof claim>) =>
        (await claimed).map(({ id, state, attempts, absences }) => ({ id, state, attempts, absences }))
      const first = { id: 'o1', state: 'sending', attempts: 1, absences: 0 }

      test('hands a post out once', async () => {
        await add(post(), post({ part: { conversation: 'other', body: null } }))
        const [claimed, ...more] = await claim()
        expect(claimed).toEqual({
          ...post(),
          state: 'sending',
          attempts: 1,
          firstAttemptAt: noon,
          absences: 0,
        })
        expect(more).toEqual([])
        expect(await claim(noon + 1)).toEqual([])
        await sent('o1')
        expect(await claim(noon + 60_000)).toEqual([])
        await add(post())
        expect(await claim(noon + 60_000)).toEqual([])
        expect(await stateOf('o1')).toEqual({ state: 'sent', attempts: 1, platform_id: 'platform-o1' })
      })

      test('keeps the order of a conversation, whatever the others do', async () => {
        const elsewhere = post({ id: 'o3', conversation: 'slack:C2/1', interview: null, message: null })
        const stranger = post({ id: 'o4', tenant: 'slack:T2' })
        await add(post(), post({ id: 'o2' }), elsewhere, stranger)
        expect((await brief(claim())).map(({ id }) => id).sort()).toEqual(['o1', 'o3', 'o4'])
        expect(await claim()).toEqual([])
        await store.crossTenant.postUnclear('o1', noon + 30_000, 0)
        expect(await claim()).toEqual([])
        await sent('o1')
        expect((await brief(claim())).map(({ id }) => id)).toEqual(['o2'])
      })

      test('hands out no more than asked for, oldest first', async () => {
        await add(...['a', 'b', 'c'].map((id) => post({ id, conversation: id })))
        const [one, ...others] = await store.crossTenant.claimPosts(lease(), 1)
        expect([one?.id, others]).toEqual(['a', []])
      })

      test('tries again after a refusal, when it may', async () => {
        await add(post(), post({ id: 'o2' }))
        await claim()
        await store.crossTenant.postRefused('o1', 'rate-limited', noon + 5_000)
        expect(await claim(noon + 4_999)).toEqual([])
        expect(await brief(claim(noon + 5_000))).toEqual([{ ...first, attempts: 2 }])
      })

      test('gives up a post that is refused for good, and goes on with the next', async () => {
        await add(post(), post({ id: 'o2' }))
        await claim()
        await store.crossTenant.postRefused('o1', 'channel_not_found', null)
        expect(await brief(claim())).toEqual([{ ...first, id: 'o2' }])
        expect((await opened.rows("select state, reason from outbox where id = 'o1'"))[0]).toEqual({
          state: 'dead',
          reason: 'channel_not_found',
        })
      })

      test('hands out an unclear post to be looked for, not as an attempt', async () => {
        await add(post())
        await claim()
        await store.crossTenant.postUnclear('o1', noon + 30_000, 0)
        expect(await claim(noon + 29_999)).toEqual([])
        expect(await brief(claim(noon + 30_000))).toEqual([{ ...first, state: 'unclear' }])
        expect(await claim(noon + 30_001)).toEqual([])
        await store.crossTenant.postUnclear('o1', noon + 40_000, 1)
        expect(await claim(noon + 40_000)).toMatchObject([
          { id: 'o1', state: 'unclear', attempts: 1, absences: 1, firstAttemptAt: noon },
        ])
        await store.crossTenant.postPending('o1')
        expect(await claim(noon + 50_000)).toMatchObject([
          { id: 'o1', state: 'sending', attempts: 2, absences: 0, firstAttemptAt: noon },
        ])
      })

      test('hands out a post as unclear when its sender died, again and again', async () => {
        await add(post())
        await claim(noon)
        expect(await claim(noon + 14_999, 'two')).toEqual([])
        const unclear = [{ ...first, state: 'unclear' }]
        expect(await brief(claim(noon + 15_000, 'two'))).toEqual(unclear)
        expect(await claim(noon + 29_999, 'three')).toEqual([])
        expect(await brief(claim(noon + 30_000, 'three'))).toEqual(unclear)
        expect(await brief(claim(noon + 45_000, 'four'))).toEqual(unclear)
      })

      test('believes that a post was shown, and takes that back for nobody', async () => {
        await add(post())
        await claim()
        await sent('o1')
        await store.crossTenant.postPending('o1')
        await store.crossTenant.postUnclear('o1', noon, 0)
        await store.crossTenant.postRefused('o1', 'late', noon)
        expect(await stateOf('o1')).toMatchObject({ state: 'sent' })
      })

      test('gets back what an owner held, as unclear where it was being sent', async () => {
        await add(post(), post({ id: 'p1', conversation: 'two' }))
        await store.crossTenant.claimPosts(lease(noon, 'one'), 1)
        await store.crossTenant.claimPosts(lease(noon, 'two'), 1)
        await store.crossTenant.releaseAll('one', noon + 1)
        expect(await brief(claim(noon + 1, 'three'))).toEqual([{ ...first, state: 'unclear' }])
        await store.crossTenant.releaseAll(null, noon + 2)
        expect((await brief(claim(noon + 2))).map(({ id, state }) => `${id} ${state}`).sort()).toEqual([
          'o1 unclear',
          'p1 unclear',
        ])
      })

      test('leaves what waits when an owner goes', async () => {
        await add(post())
        await claim()
        await store.crossTenant.postUnclear('o1', noon + 30_000, 1)
        await store.crossTenant.releaseAll(null, noon + 1)
        expect(await claim(noon + 29_999)).toEqual([])
        expect(await brief(claim(noon + 30_000))).toEqual([{ ...first, state: 'unclear', absences: 1 }])
      })
    })

    describe('work', () => {
      const row = { tenant, kind: 'assess', ref: 'i1', key: '1.1', runAt: noon }
      const add = (...rows: (typeof row)[]) =>
        tx(async (on) => {
          for (const each of rows) await on.addWork(each)
        })
      const claim = (now = noon, owner = 'one', limit = 10) =>
        store.crossTenant.claimWork(lease(now, owner), limit)

      test('is handed out once, when it is due', async () => {
        await add(row, row, { ...row, kind: 'other' })
        expect(await claim(noon - 1)).toEqual([])
        const [claimed, ...more] = await claim()
        expect(claimed).toMatchObject({ tenant, kind: 'assess', ref: 'i1', key: '1.1', attempts: 1 })
        expect(more).toEqual([])
        expect(await claim(noon + 1, 'two')).toEqual([])
      })

      test('is handed out again when its worker died', async () => {
        await add(row)
        await claim()
        expect(await claim(noon + 14_999, 'two')).toEqual([])
        expect(await claim(noon + 15_000, 'two')).toMatchObject([{ attempts: 2 }])
      })

      test('stays with whoever renews the lease, and with nobody else', async () => {
        await add(row)
        const [claimed] = await claim()
        const id = claimed?.id ?? 0
        const renew = (now: number, owner: string) => store.crossTenant.renewWork(id, lease(now, owner))
        expect(await renew(noon + 10_000, 'one')).toBe(true)
        expect(await claim(noon + 20_000, 'two')).toEqual([])
        expect(await claim(noon + 25_000, 'two')).toHaveLength(1)
        expect(await renew(noon + 26_000, 'one')).toBe(false)
        await tx((on) => on.endWork('i1', '1.1'))
        expect(await renew(noon + 26_000, 'two')).toBe(false)
      })

      test('is over when it is ended, and may come again', async () => {
        await add(row, { ...row, key: '1.2' })
        await tx((on) => on.endWork('i1', '1.1'))
        expect((await claim()).map(({ key }) => key)).toEqual(['1.2'])
        await add(row)
        expect(await claim()).toMatchObject([{ key: '1.1', attempts: 1 }])
      })

      test('can be given back for later', async () => {
        await add(row)
        const [claimed] = await claim()
        await store.crossTenant.releaseWork(claimed?.id ?? 0, noon + 3_000)
        expect(await claim(noon + 2_999)).toEqual([])
        expect(await claim(noon + 3_000)).toMatchObject([{ attempts: 2 }])
      })

      test('is handed out up to the limit, oldest first', async () => {
        await add(
          { ...row, key: 'b', runAt: noon - 1 },
          { ...row, key: 'c' },
          { ...row, key: 'a', runAt: noon - 2 },
        )
        expect((await claim(noon, 'one', 2)).map(({ key }) => key).sort()).toEqual(['a', 'b'])
      })

      test('is given back by an owner who goes, and by all of them', async () => {
        await add(row, { ...row, key: '1.2' })
        await claim(noon, 'one', 1)
        await claim(noon, 'two', 1)
        await store.crossTenant.releaseAll('one', noon)
        expect((await claim(noon, 'three')).map(({ key }) => key)).toEqual(['1.1'])
        await store.crossTenant.releaseAll(null, noon)
        expect(await claim(noon, 'three')).toHaveLength(2)
      })
    })

    describe('what comes next', () => {
      const nextDue = () => store.crossTenant.nextDue()

      test('is nothing where nothing waits', async () => {
        expect(await nextDue()).toBeNull()
      })

      test('is the earliest of wake-ups, work and posts', async () => {
        await save(interview(), 0, noon + 30)
        expect(await nextDue()).toBe(noon + 30)
        await tx((on) => on.addWork({ tenant, kind: 'word', ref: 'i1', key: '1', runAt: noon + 20 }))
        expect(await nextDue()).toBe(noon + 20)
        await store.crossTenant.claimWork(lease(noon + 20), 1)
        expect(await nextDue()).toBe(noon + 30)
        await save(interview({ seq: 2 }), 1, null)
        expect(await nextDue()).toBe(noon + 20 + 15_000)
      })

      test('is a post only where it is the first of its conversation', async () => {
        const far = Date.UTC(2040, 0)
        await tx(async (on) => {
          await on.addPost(post())
          await on.addPost(post({ id: 'o2' }))
        })
        expect(await nextDue()).toBeLessThanOrEqual(Date.now())
        await store.crossTenant.claimPosts({ owner: 'one', now: noon, until: far }, 10)
        expect(await nextDue()).toBe(far)
        await store.crossTenant.postUnclear('o1', far + 1, 0)
        expect(await nextDue()).toBe(far + 1)
        await store.crossTenant.postRefused('o1', 'no', null)
        expect(await nextDue()).toBeLessThanOrEqual(Date.now())
      })

      test('after a restart is what was said since the last message of each open conversation', async () => {
        const open = async () =>
          (await store.crossTenant.openConversations()).sort((a, b) =>
            a.conversation.localeCompare(b.conversation),
          )
        expect(await open()).toEqual([])
        await tx((on) => on.save(interview(), 0, event(noon - 50), null))
        await save(interview({ id: 'i2', conversation: 'slack:C2/1', phase: 'paused' }))
        await save(interview({ id: 'i3', conversation: 'slack:C3/1', phase: 'ended' }))
        await store.receive(said({ key: 'a', conversation: 'slack:C2/1', at: noon + 10 }))
        await store.receive(said({ key: 'b', conversation: 'slack:C2/1', at: noon + 7 }))
        await store.receive(said({ key: 'c', conversation: 'slack:C3/1', at: noon + 99 }))
        await store.receive(said({ key: 'd', conversation: 'slack:C2/1', tenant: 'slack:T2', at: noon + 99 }))
        await store.receive({ ...base, key: 'e', kind: 'pressed', control: 'done', at: noon + 99 })
        expect(await open()).toEqual([
          { conversation: 'slack:C1/1', since: noon - 50 },
          { conversation: 'slack:C2/1', since: noon + 10 },
        ])
      })
    })

    describe('people and results', () => {
      const person = { tenant, person: 'slack:T1/U1', level: 'mid', company: null, mode: 'real' }
      const report = {
        id: 'r1',
        tenant,
        person: 'slack:T1/U1',
        interview: 'i1',
        round: 'design',
        level: 'senior',
        mode: 'real',
        s: 3.5,
        t: 0,
        a: 4,
        r: null,
        band: null,
        flags: ['no-tradeoffs'],
        turnsGraded: 7,
        turnsAsked: 8,
        assessedBy: 'offline',
        pack: 'hash',
        revision: 1,
        text: 'A report',
        at: noon,
      }
      const mark = {
        interview: 'i1',
        turn: 1,
        question: 'q1',
        subject: 'users',
        kind: 'point',
        outcome: 'yes',
        won: 'unprompted',
        message: 'a1',
        revision: 1,
        start: 0,
        end: 12,
        assessedBy: 'offline',
      } as const

      test('a person is remembered, and what they say later counts', async () => {
        expect(await tx((on) => on.person(tenant, person.person))).toBeNull()
        await tx((on) => on.putPerson(person))
        await tx((on) => on.putPerson({ ...person, level: null, company: 'acme' }))
        const found = await tx((on) => on.person(tenant, person.person))
        expect(found).toEqual({ ...person, level: null, company: 'acme' })
        expect(await tx((on) => on.person('slack:T2', person.person))).toBeNull()
      })

      test('the latest report is the one that is shown', async () => {
        const latest = (of = tenant) => tx((on) => on.latestReport(of, person.person))
        expect(await latest()).toBeNull()
        await tx((on) => on.addReport({ ...report, id: 'r0', interview: 'i0', at: noon + 5 }))
        await tx((on) => on.addReport(report))
        expect(await latest()).toMatchObject({ id: 'r0' })
        await tx((on) => on.addReport({ ...report, id: 'r2', revision: 2, at: noon + 5 }))
        expect(await latest()).toEqual({ ...report, id: 'r2', revision: 2, at: noon + 5 })
        expect(await latest('slack:T2')).toBeNull()
      })

      test('a report is written once per revision', async () => {
        await tx((on) => on.addReport(report))
        await expect(tx((on) => on.addReport({ ...report, id: 'r2' }))).rejects.toThrow('reports_revision')
      })

      test('the marks of a question are replaced, those of others stay', async () => {
        const put = (question: string, ...marks: MarkRow[]) =>
          tx((on) => on.putMarks(tenant, 'i1', question, marks))
        await put('q1', mark, { ...mark, subject: 'data' })
        await put('q2', { ...mark, question: 'q2' })
        await put('q1', mark)
        const read = () =>
          opened.rows('select question, subject, quote_start, quote_end from marks order by question')
        const quoted = { subject: 'users', quote_start: 0, quote_end: 12 }
        expect(await read()).toEqual([
          { question: 'q1', ...quoted },
          { question: 'q2', ...quoted },
        ])
        await put('q1')
        expect(await read()).toEqual([{ question: 'q2', ...quoted }])
      })

      test('a loop is open until it ends, one for each person, and knows its interviews', async () => {
        const loop = {
          id: 'l1',
          tenant,
          person: 'slack:T1/U1',
          conversation: 'C1',
          level: 'senior' as const,
          company: null,
          mode: 'real' as const,
          rounds: ['recruiter', 'design'],
          startedAt: noon,
        }
        const open = (of = tenant, who = loop.person) => tx((on) => on.openLoop(of, who))
        expect(await open()).toBeNull()
        await tx((on) => on.addLoop(loop))
        expect(await open()).toEqual(loop)
        expect([await open('slack:T2'), await open(tenant, 'slack:T1/U2')]).toEqual([null, null])
        await expect(tx((on) => on.addLoop({ ...loop, id: 'l2' }))).rejects.toThrow('loops_open')

        await save(interview({ id: 'i1', phase: 'ended', round: 'recruiter', loop: 'l1' }))
        await save(interview({ id: 'i2', phase: 'paused', round: 'design', loop: 'l1' }))
        await save(interview({ id: 'i3', phase: 'ended' }))
        await tx((on) => on.addReport({ ...report, id: 'r1', interview: 'i1', s: 1 }))
        await tx((on) => on.addReport({ ...report, id: 'r2', interview: 'i1', revision: 2, s: 4.5 }))
        const interviews = (of: string) => tx((on) => on.loopInterviews(of, 'l1'))
        const { t, a, r, band, flags, assessedBy } = report
        expect(await interviews(tenant)).toEqual([
          {
            round: 'recruiter',
            phase: 'ended',
            letters: { S: 4.5, T: t, A: a, R: r },
            band,
            flags,
            assessedBy: assessedBy === '' ? null : assessedBy,
          },
          { round: 'design', phase: 'paused', letters: null, band: null, flags: [], assessedBy: null },
        ])
        expect(await interviews('slack:T2')).toEqual([])

        await tx((on) => on.endLoop('slack:T2', 'l1', noon))
        expect(await tx((on) => on.loop(tenant, 'l1'))).toEqual(loop)
        await tx((on) => on.endLoop(tenant, 'l1', noon))
        expect([await open(), await tx((on) => on.loop(tenant, 'l1'))]).toEqual([null, null])
        await tx((on) => on.addLoop({ ...loop, id: 'l2' }))
      })

      test('it is known which questions a person had, and when last', async () => {
        const turn = (postedAt: number | null) => ({
          n: 1,
          move: { kind: 'ask', question: 'x' } as const,
          asked: 'q',
          postedAt,
          answers: [],
          attempt: 1,
          settled: false,
          stale: false,
          ungraded: null,
        })
        const item = (question: string | null, postedAt: number | null) => ({
          stage: 's',
          question,
          turns: [turn(postedAt)],
          assessments: [],
          skipped: false,
          spent: 0,
        })
        await save(
          interview({ phase: 'ended', items: [item('a', noon + 9), item('b', noon + 4), item(null, noon)] }),
        )
        await save(interview({ id: 'i2', phase: 'ended', items: [item('a', noon + 2)] }))
        await save(interview({ id: 'i3', person: 'slack:T1/U2', items: [item('c', noon)] }))
        const had = (of: string) => tx((on) => on.questionsHad(of, 'slack:T1/U1'))
        expect(await had(tenant)).toEqual({ a: noon + 9, b: noon + 4 })
        expect(await had('slack:T2')).toEqual({})
      })

      test('a pack is stored once and read by its hash', async () => {
        const pack = {
          hash: 'h1',
          rounds: {},
          questions: {},
          redFlags: {},
          sideTalk: {},
          companies: {},
          star: {
            words: { S: 'Situation', T: 'Task', A: 'Action', R: 'Result' },
            gloss: {},
            degrees: { yes: 1, partial: 0.5, no: 0 },
            prices: { unprompted: 1, open: 1, named: 0.5, hint: 0.25 },
            bands: [],
            enoughEvidence: 0.5,
            mostFlagSteps: 1,
          },
          studyPlan: [],
          notices: { hello: 'Hello' },
          reporter: '',
          interviewer: '',
          assessor: '',
        }
        expect(await store.pack('h1')).toBeNull()
        await store.putPack(pack)
        await store.putPack({ ...pack, reporter: 'never looked at: the hash is the same' })
        expect(await store.pack('h1')).toEqual(pack)
      })
    })
  })
}
