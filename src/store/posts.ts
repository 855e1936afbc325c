/** The outbox: what we owe each conversation, one post at a time. */
import { aliasedTable, and, asc, eq, lt, notExists, or, sql } from 'drizzle-orm'
import { slot, storable } from './columns.ts'
import { type Database, only } from './database.ts'
import { outbox } from './schema.ts'
import type { ClaimedPost, Store, Tx } from './store.ts'

const earlier = aliasedTable(outbox, 'earlier')
// States are written out, not given as parameters: only then can a prepared statement use the partial index.
const unsent = sql`${outbox.state} in ('pending', 'sending', 'unclear')`
const held = sql`${outbox.state} in ('sending', 'unclear')`
const isPending = sql`${outbox.state} = 'pending'`

/** The first unsent post of its conversation; the others wait for it. */
export const firstOfConversation = (db: Database) =>
  and(
    unsent,
    notExists(
      db
        .select({ id: earlier.id })
        .from(earlier)
        .where(
          and(
            sql`${earlier.state} in ('pending', 'sending', 'unclear')`,
            eq(earlier.tenant, outbox.tenant),
            eq(earlier.conversation, outbox.conversation),
            lt(earlier.position, outbox.position),
          ),
        ),
    ),
  )

/** When a post may be claimed: at once, when its wait is over, or when the lease on it has run out. */
export const postDue = sql`greatest(${outbox.createdAt}, ${outbox.notBefore}, ${outbox.leaseUntil})`

const noLease = { leaseOwner: sql`null`, leaseUntil: sql`null` }

export const postStatements = (db: Database) => {
  const id = eq(outbox.id, sql.placeholder('id'))

  const add = db
    .insert(outbox)
    .values({
      id: sql.placeholder('id'),
      tenant: sql.placeholder('tenant'),
      conversation: sql.placeholder('conversation'),
      interview: sql.placeholder('interview'),
      message: sql.placeholder('message'),
      part: sql.placeholder('part'),
    })
    .onConflictDoNothing({ target: outbox.id })
    .prepare('post_add')

  const sent = db
    .update(outbox)
    .set({ ...noLease, state: 'sent', platformId: sql`${slot('platformId', outbox.platformId)}` })
    .where(id)
    .prepare('post_sent')

  // Whoever was frozen past its lease may come back with old news: what is settled stays settled.
  const refused = db
    .update(outbox)
    .set({
      ...noLease,
      state: sql`${slot('state', outbox.state)}`,
      reason: sql`${slot('reason', outbox.reason)}`,
      notBefore: sql`${slot('notBefore', outbox.notBefore)}`,
    })
    .where(and(id, held))
    .prepare('post_refused')

  const unclear = db
    .update(outbox)
    .set({
      ...noLease,
      state: 'unclear',
      notBefore: sql`${slot('lookAt', outbox.notBefore)}`,
      absences: sql`${slot('absences', outbox.absences)}`,
    })
    .where(and(id, held))
    .prepare('post_unclear')

  const pending = db
    .update(outbox)
    .set({ ...noLease, state: 'pending', notBefore: sql`null`, absences: 0 })
    .where(and(id, held))
    .prepare('post_pending')

  const claim = claimStatement(db)

  return {
    async addPost(row) {
      await add.execute({ ...row })
    },
    async postSent(id, platformId) {
      await sent.execute({ id, platformId })
    },
    async claimPosts({ owner, now, until }, limit) {
      const rows = await claim.execute({ owner, now, until, limit })
      return rows.map((row): ClaimedPost => {
        const state = row.state === 'unclear' ? 'unclear' : 'sending'
        return { ...row, state, firstAttemptAt: row.firstAttemptAt ?? now }
      })
    },
    async postRefused(id, reason, notBefore) {
      const state = notBefore === null ? 'dead' : 'pending'
      await refused.execute({ id, reason: storable(reason), notBefore, state })
    },
    async postUnclear(id, lookAt, absences) {
      await unclear.execute({ id, lookAt, absences })
    },
    async postPending(id) {
      await pending.execute({ id })
    },
  } satisfies Pick<Tx, 'addPost' | 'postSent'> &
    Pick<Store['crossTenant'], 'claimPosts' | 'postRefused' | 'postUnclear' | 'postPending'>
}

const claimStatement = (db: Database) => {
  const now = slot('now', outbox.leaseUntil)
  const past = (time: typeof outbox.leaseUntil | typeof outbox.notBefore) =>
    sql`(${time} is null or ${time} <= ${now})`
  const picked = db.$with('picked').as(
    db
      .select({ id: outbox.id })
      .from(outbox)
      .where(
        and(
          firstOfConversation(db),
          past(outbox.leaseUntil),
          or(sql`${outbox.state} = 'sending'`, past(outbox.notBefore)),
        ),
      )
      .orderBy(asc(outbox.position))
      .limit(sql.placeholder('limit'))
      .for('update', { of: outbox, skipLocked: true }),
  )
  return (
    db
      .with(picked)
      .update(outbox)
      // A row that somebody has had in hand stays unclear, whoever holds it, until a look has told what became of it.
      .set({
        state: sql`case when ${isPending} then 'sending' else 'unclear' end`,
        attempts: sql`${outbox.attempts} + case when ${isPending} then 1 else 0 end`,
        absences: sql`case when ${isPending} then 0 else ${outbox.absences} end`,
        firstAttemptAt: sql`coalesce(${outbox.firstAttemptAt}, ${now})`,
        leaseOwner: sql`${slot('owner', outbox.leaseOwner)}`,
        leaseUntil: sql`${slot('until', outbox.leaseUntil)}`,
      })
      .from(picked)
      .where(eq(outbox.id, picked.id))
      .returning({
        id: outbox.id,
        tenant: outbox.tenant,
        conversation: outbox.conversation,
        interview: outbox.interview,
        message: outbox.message,
        part: outbox.part,
        state: outbox.state,
        attempts: outbox.attempts,
        firstAttemptAt: outbox.firstAttemptAt,
        absences: outbox.absences,
      })
      .prepare('posts_claim')
  )
}

/** Posts in mid-send become unclear and are looked for at once; nobody else's lease is touched. */
export const releasePosts = (db: Database) => {
  const release = (condition: ReturnType<typeof sql>, name: string) =>
    db
      .update(outbox)
      .set({
        ...noLease,
        state: 'unclear',
        notBefore: sql`case when ${outbox.state} = 'sending' then ${slot('now', outbox.notBefore)} else ${outbox.notBefore} end`,
      })
      .where(and(unsent, condition))
      .prepare(name)
  const all = release(sql`${outbox.leaseOwner} is not null`, 'posts_release_all')
  const own = release(sql`${outbox.leaseOwner} = ${sql.placeholder('owner')}`, 'posts_release')
  return async (owner: string | null, now: number): Promise<void> => {
    await (owner === null ? all.execute({ now }) : own.execute({ owner, now }))
  }
}

/** When the next post may be claimed, in ms, or null. */
export const nextPostDue = (db: Database) => {
  const next = db
    .select({ at: sql<number | null>`min(${postDue})`.mapWith(outbox.createdAt) })
    .from(outbox)
    .where(firstOfConversation(db))
    .prepare('posts_next_due')
  return async (): Promise<number | null> => only(await next.execute())?.at ?? null
}
