import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPostgres } from '../../src/store/postgres.ts'
import { type Store, StoreUnavailable } from '../../src/store/store.ts'
import { event, interview, lease, post, said, storeConformance } from './conformance.ts'
import { createDatabase, mustRun, serverUrl } from './servers.ts'

if (serverUrl === null) {
  describe.skipIf(!mustRun)('PostgreSQL', () => {
    test('is there', () => {
      throw new Error(
        'CI needs a PostgreSQL server: set TEST_DATABASE_URL to one where databases may be made.',
      )
    })
  })
} else onServer(serverUrl)

function onServer(server: string) {
  storeConformance('the store on a server', async () => {
    const database = await createDatabase(server)
    const store = await openPostgres(database.url)
    const pool = new pg.Pool({ connectionString: database.url, max: 1 })
    return {
      store,
      rows: async (query) => (await pool.query(query)).rows,
      close: async () => {
        await pool.end()
        await store.close()
        await database.drop()
      },
    }
  })

  describe('several processes on one server', () => {
    let database: { url: string; drop: () => Promise<void> }
    let stores: Store[] = []
    const each = <T>(run: (store: Store, i: number) => Promise<T>) => Promise.all(stores.map(run))

    beforeAll(async () => {
      database = await createDatabase(server)
      stores = await Promise.all(Array.from({ length: 4 }, () => openPostgres(database.url)))
    })
    afterAll(async () => {
      await each((store) => store.close())
      await database.drop()
    })

    test('handle each happening once, and each conversation in order', async () => {
      const keys = Array.from({ length: 60 }, (_, i) => ({ key: `k${i}`, conversation: `c${i % 7}` }))
      for (const over of keys) await stores[0]?.receive(said(over))
      const handled: { key: string; conversation: string }[] = []
      await each(async (store) => {
        while (await store.crossTenant.hasInbox()) {
          await store.transaction(async (tx) => {
            const row = await tx.nextInbox()
            if (row === null) return
            await new Promise((resolve) => setTimeout(resolve, 2))
            await tx.handled(row.id)
            handled.push(row.happening)
          })
        }
      })
      const inOrder = (list: { key: string; conversation: string }[]) =>
        list.map(({ key, conversation }) => `${conversation} ${key}`)
      const by = (a: { conversation: string }, b: { conversation: string }) =>
        a.conversation.localeCompare(b.conversation)
      expect(inOrder(handled.toSorted(by))).toEqual(inOrder(keys.toSorted(by)))
    })

    test('never wait for a conversation that another one is handling', async () => {
      await stores[0]?.receive(said({ key: 'x1', conversation: 'x' }))
      await stores[0]?.receive(said({ key: 'x2', conversation: 'x' }))
      await stores[0]?.receive(said({ key: 'y1', conversation: 'y' }))
      await stores[0]?.transaction(async (tx) => {
        expect((await tx.nextInbox())?.happening.key).toBe('x1')
        await stores[1]?.transaction(async (other) => {
          expect((await other.nextInbox())?.happening.key).toBe('y1')
          await stores[2]?.transaction(async (third) => expect(await third.nextInbox()).toBeNull())
        })
      })
    })

    test('claim each piece of work and each post once', async () => {
      const ids = Array.from({ length: 80 }, (_, i) => `w${i}`)
      await stores[0]?.transaction(async (tx) => {
        for (const id of ids) {
          await tx.addWork({ tenant: 't', kind: 'assess', ref: id, key: '1', runAt: 0 })
          await tx.addPost(post({ id, conversation: `p${id.slice(-1)}` }))
        }
      })
      const work = await each(async ({ crossTenant }, i) => {
        const claimed: string[] = []
        for (let more = true; more; ) {
          const rows = await crossTenant.claimWork(lease(1_000, `o${i}`), 3)
          claimed.push(...rows.map(({ ref }) => ref))
          more = rows.length > 0
        }
        return claimed
      })
      expect(work.flat().sort()).toEqual(ids.toSorted())

      const sent: string[] = []
      await each(async (store, i) => {
        while (sent.length < ids.length) {
          for (const { id, state } of await store.crossTenant.claimPosts(lease(1_000, `o${i}`), 3)) {
            expect(state).toBe('sending')
            sent.push(id)
            await store.transaction((tx) => tx.postSent(id, id))
          }
        }
      })
      const numbered = (last: string) => sent.filter((id) => id.endsWith(last))
      for (const last of '0123456789') expect(numbered(last)).toEqual(ids.filter((id) => id.endsWith(last)))
    })

    test('wait for each other to write one interview, and only one of them wins', async () => {
      await stores[0]?.transaction((tx) => tx.save(interview(), 0, event(), null))
      const outcomes = await Promise.allSettled(
        stores.map((store) =>
          store.transaction(async (tx) => {
            const known = await tx.interview('slack:T1', 'i1')
            if (known === null) throw new Error('gone')
            await tx.save({ ...known.interview, seq: known.interview.seq + 1 }, known.version, event(), null)
          }),
        ),
      )
      expect(outcomes.map(({ status }) => status)).toEqual(stores.map(() => 'fulfilled'))
      const last = await stores[0]?.transaction((tx) => tx.interview('slack:T1', 'i1'))
      expect(last?.version).toBe(1 + stores.length)
    })

    test('go on after the server has thrown their connections away', async () => {
      const [store] = stores
      const admin = new pg.Client(database.url)
      await admin.connect()
      const idle = () =>
        admin.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mockingbird' and datname = current_database()",
        )
      await idle()
      await new Promise((resolve) => setTimeout(resolve, 200))
      expect(await store?.crossTenant.hasInbox()).toBeTypeOf('boolean')
      const cut = store?.transaction(async (tx) => {
        await tx.hasUnhandled('t', 'c')
        await idle()
        await new Promise((resolve) => setTimeout(resolve, 200))
        await tx.hasUnhandled('t', 'c')
      })
      await expect(cut).rejects.toThrow(StoreUnavailable)
      expect(await store?.crossTenant.hasInbox()).toBeTypeOf('boolean')
      await admin.end()
    })
  })

  test('five processes can start on an empty database at once', async () => {
    const database = await createDatabase(server)
    const program = fileURLToPath(new URL('./opens.ts', import.meta.url))
    const children = Array.from({ length: 5 }, () =>
      spawn(process.execPath, ['--import', 'tsx', program, database.url], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    )
    const told = await Promise.all(
      children.map(async (child) => {
        let output = ''
        child.stdout.on('data', (chunk) => {
          output += chunk
        })
        const [code] = await once(child, 'close')
        return { code, output }
      }),
    )
    await database.drop()
    expect(told).toEqual(told.map(() => ({ code: 0, output: 'open\n' })))
  })

  describe('a server that cannot be used is named, with what to do and without the password', () => {
    const failure = async (change: (url: URL) => void) => {
      const url = new URL(server)
      url.password = 'hunter2'
      change(url)
      const error: unknown = await openPostgres(url.href).catch((e: unknown) => e)
      expect(error).toBeInstanceOf(StoreUnavailable)
      expect(inspect(error)).not.toContain('hunter2')
      return String(error)
    }

    test('nothing listens', async () => {
      const told = await failure((url) => {
        url.port = '1'
      })
      expect(told).toMatch(/:1\/.*: nothing answers there: start PostgreSQL, or correct host and port/)
    })

    test('no such database', async () => {
      const told = await failure((url) => {
        url.pathname = '/no_such_database'
      })
      expect(told).toMatch(/no_such_database: there is no such database: create it/)
    })

    test('no such user', async () => {
      const told = await failure((url) => {
        url.username = 'nobody_of_that_name'
      })
      expect(told).toMatch(/nobody_of_that_name@.*: (?:user or password are wrong|this user may not log in)/)
    })

    test('a server that says nothing', async () => {
      const mute = createServer(() => {}).listen(0, '127.0.0.1')
      await once(mute, 'listening')
      const address = mute.address()
      const port = typeof address === 'object' ? String(address?.port) : ''
      const begun = Date.now()
      const told = await failure((url) => {
        url.hostname = '127.0.0.1'
        url.port = port
      })
      mute.close()
      expect(told).toContain('does not answer')
      expect(Date.now() - begun).toBeLessThan(8_000)
    })

    test('a user without the right to make tables', async () => {
      const database = await createDatabase(server)
      const admin = new pg.Client(database.url)
      await admin.connect()
      const role = `reader_${Math.random().toString(36).slice(2)}`
      await admin.query(`create role ${role} login`)
      await admin.query(`alter default privileges revoke all on schemas from public`)
      await admin.query(`revoke create on schema public from public`)
      await admin.query(`alter database ${new URL(database.url).pathname.slice(1)} owner to current_user`)
      const told = await failure((url) => {
        url.username = role
        url.pathname = new URL(database.url).pathname
      }).finally(async () => {
        await admin.query(`drop role ${role}`)
        await admin.end()
        await database.drop()
      })
      expect(told).toMatch(/this user may not create tables there|user or password are wrong|may not log in/)
    })
  })
}

describe('an address that is none', () => {
  test.each([
    'localhost',
    'mysql://root:hunter2@localhost/db',
    'postgres://a:hunter2@host:port/db',
    'postgres://a%ZZ:hunter2@host/db',
  ])('%s is refused with an example', async (url) => {
    const error: unknown = await openPostgres(url).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(StoreUnavailable)
    expect(String(error)).toContain('postgres://user:password@host:5432/database')
    expect(inspect(error)).not.toContain('hunter2')
  })
})
