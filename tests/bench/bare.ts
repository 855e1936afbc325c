/**
 * The commits of one turn, bare: the statements that the engine's turn makes, in the same transactions, with bodies of the
 * same size and shape, and nothing else. No thinking, no looks at empty queues.
 */
import { randomUUID } from 'node:crypto'
import { story } from '../interview/given.ts'

export type Query = (text: string, values: unknown[]) => Promise<Record<string, unknown>[]>
export type Bare = { transaction: <T>(run: (query: Query) => Promise<T>) => Promise<T>; single: Query }

const text = 'I would measure recall on fifty real questions and watch the cost of each answer.'
/** An interview in the middle: about as many turns as the engine's have on average, of the same shape. */
const middle = story({ minutes: 120 }).started()
for (let n = 1; n <= 12; n += 1) middle.answers(`interview0123.c${n}`).asks()
const state = JSON.stringify(middle.state())
const event = JSON.stringify({
  type: 'said',
  at: 1795466297107,
  message: 'bce62552b995.ck',
  talk: null,
  unfinished: false,
})
const body = JSON.stringify({
  key: 'bench-123',
  tenant: 'bench:1',
  person: 'bench:1/abcdefgh-1',
  conversation: 'bench:1/abcdefgh-1',
  at: 1795466297107,
  kind: 'said',
  message: 'bench-123',
  text,
})
const part = JSON.stringify({
  conversation: 'bench:1/abcdefgh-1',
  body: { role: 'question', text: `${text} ${text}`, note: null, buttons: [] },
})

/** Turns per second of `side` loops for some seconds. */
export async function bareTurns(db: Bare, side: number, seconds: number): Promise<number> {
  let turns = 0
  const end = performance.now() + seconds * 1000
  const run = randomUUID().slice(0, 8)
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: side }, async (_, i) => {
      const id = `${run}${i}`
      await db.single(
        `insert into interviews (id, tenant, person, conversation, phase, round, level, mode, state, version) values ($1, 'bare', $1, $1, 'running', 'design', 'mid', 'practice', $2, 1)`,
        [id, state],
      )
      for (let n = 1; performance.now() < end; n += 1) {
        await turn(db, id, n)
        turns += 1
      }
    }),
  )
  return turns / ((performance.now() - begun) / 1000)
}

async function turn(db: Bare, id: string, n: number) {
  let seq = n * 10
  const save = async (query: Query) => {
    seq += 1
    await query('select state, version from interviews where tenant = $1 and id = $2 for update', [
      'bare',
      id,
    ])
    await query(
      `update interviews set state = $2, version = version + 1, phase = 'running', wake_at = now() + interval '1 day', updated_at = now() where id = $1`,
      [id, state],
    )
    await query('insert into events (interview, seq, type, v, at, body) values ($1, $2, $3, 1, now(), $4)', [
      id,
      seq,
      'said',
      event,
    ])
  }
  const receive = (key: string) =>
    db.single(
      `insert into inbox (tenant, key, conversation, person, kind, at, body) values ('bare', $1, $2, $2, 'said', now(), $3) on conflict do nothing returning id`,
      [key, id, body],
    )
  const next = (query: Query) =>
    query(
      `select * from inbox i where handled_at is null and conversation = $1 and not exists (select 1 from inbox e where e.tenant = i.tenant and e.conversation = i.conversation and e.handled_at is null and e.id < i.id) order by id limit 1 for update skip locked`,
      [id],
    )
  const handled = (query: Query, inbox: unknown) =>
    query(`update inbox set handled_at = now(), body = jsonb_set(body, '{text}', '""') where id = $1`, [
      inbox,
    ])
  const message = (query: Query, name: string) =>
    query(
      `insert into messages (id, revision, tenant, interview, author, text, at, platform_key) values ($1, 1, 'bare', $2, 'candidate', $3, now(), $1)`,
      [name, id, text],
    )
  const owe = (query: Query, key: string) =>
    query(
      `insert into work (tenant, kind, ref, key, run_at) values ('bare', 'assess', $1, $2, now()) on conflict do nothing`,
      [id, key],
    )
  const claim = () =>
    db.single(
      `update work set lease_owner = 'bare', lease_until = now(), attempts = attempts + 1 where id in (select id from work where ref = $1 for update skip locked) returning *`,
      [id],
    )
  const read = () =>
    db.transaction(async (query) => {
      await query('select state, version from interviews where tenant = $1 and id = $2 for update', [
        'bare',
        id,
      ])
      await query('select * from messages where tenant = $1 and id = any($2)', [
        'bare',
        [`${id}m${n}`, `${id}q${n}`],
      ])
    })
  const finished = (query: Query, key: string) =>
    query('delete from work where ref = $1 and key = $2', [id, key])

  // The answer, and Done.
  await receive(`${id}-${n}a`)
  await db.transaction(async (query) => {
    const [row] = await next(query)
    await query('select state, version from interviews where tenant = $1 and conversation = $2 for update', [
      'bare',
      id,
    ])
    await query('select * from messages where tenant = $1 and platform_key = $2', ['bare', `${id}m${n}`])
    await message(query, `${id}m${n}`)
    await save(query)
    await handled(query, row?.['id'])
  })
  await receive(`${id}-${n}b`)
  await db.transaction(async (query) => {
    const [row] = await next(query)
    await save(query)
    await owe(query, `a${n}`)
    await handled(query, row?.['id'])
  })
  // Assess.
  await claim()
  await read()
  await db.transaction(async (query) => {
    await finished(query, `a${n}`)
    await save(query)
    await owe(query, `w${n}`)
    await query('delete from marks where tenant = $1 and interview = $2 and question = $3', ['bare', id, 'q'])
    await query(
      `insert into marks (tenant, interview, turn, question, subject, kind, outcome, assessed_by) select 'bare', $1, 1, 'q', s, 'point', 'no', 'bare' from unnest($2::text[]) s`,
      [id, ['a', 'b', 'c']],
    )
  })
  // Word.
  await claim()
  await read()
  await db.transaction(async (query) => {
    await finished(query, `w${n}`)
    await save(query)
    await message(query, `${id}q${n}`)
    await query(
      `insert into outbox (id, tenant, conversation, interview, message, part) values ($1, 'bare', $2, $2, $1, $3) on conflict do nothing`,
      [`${id}q${n}`, id, part],
    )
  })
  // Post.
  await db.single(
    `update outbox set state = 'sending', attempts = attempts + 1, first_attempt_at = now(), lease_owner = 'bare', lease_until = now() where id in (select id from outbox where state = 'pending' and tenant = 'bare' and conversation = $1 for update skip locked) returning *`,
    [id],
  )
  await db.transaction(async (query) => {
    await query(
      `update outbox set state = 'sent', platform_id = $1, lease_owner = null, lease_until = null where id = $1`,
      [`${id}q${n}`],
    )
    await save(query)
  })
}
