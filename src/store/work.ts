/** Due thinking and jobs: claimed with a lease, given back, ended. */
import { and, asc, eq, isNull, lte, min, or, sql } from 'drizzle-orm'
import { slot } from './columns.ts'
import { type Database, only } from './database.ts'
import { nextPostDue, releasePosts } from './posts.ts'
import { interviews, work } from './schema.ts'
import type { Store, Tx } from './store.ts'

const noLease = { leaseOwner: sql`null`, leaseUntil: sql`null` }

export const workStatements = (db: Database) => {
  const id = eq(work.id, sql.placeholder('id'))

  const add = db
    .insert(work)
    .values({
      tenant: sql.placeholder('tenant'),
      kind: sql.placeholder('kind'),
      ref: sql.placeholder('ref'),
      key: sql.placeholder('key'),
      runAt: sql.placeholder('runAt'),
    })
    .onConflictDoNothing({ target: [work.ref, work.key] })
    .prepare('work_add')

  const end = db
    .delete(work)
    .where(and(eq(work.ref, sql.placeholder('ref')), eq(work.key, sql.placeholder('key'))))
    .prepare('work_end')

  const now = slot('now', work.runAt)
  const picked = db.$with('picked').as(
    db
      .select({ id: work.id })
      .from(work)
      .where(and(lte(work.runAt, now), or(isNull(work.leaseUntil), lte(work.leaseUntil, now))))
      .orderBy(asc(work.runAt), asc(work.id))
      .limit(sql.placeholder('limit'))
      .for('update', { skipLocked: true }),
  )
  const claim = db
    .with(picked)
    .update(work)
    .set({
      attempts: sql`${work.attempts} + 1`,
      leaseOwner: sql`${slot('owner', work.leaseOwner)}`,
      leaseUntil: sql`${slot('until', work.leaseUntil)}`,
    })
    .from(picked)
    .where(eq(work.id, picked.id))
    .returning({
      id: work.id,
      tenant: work.tenant,
      kind: work.kind,
      ref: work.ref,
      key: work.key,
      attempts: work.attempts,
    })
    .prepare('work_claim')

  const renew = db
    .update(work)
    .set({ leaseUntil: sql`${slot('until', work.leaseUntil)}` })
    .where(and(id, eq(work.leaseOwner, sql.placeholder('owner'))))
    .returning({ id: work.id })
    .prepare('work_renew')

  const release = db
    .update(work)
    .set({ ...noLease, runAt: sql`${slot('runAt', work.runAt)}` })
    .where(id)
    .prepare('work_release')

  const releaseOwn = db
    .update(work)
    .set(noLease)
    .where(eq(work.leaseOwner, sql.placeholder('owner')))
    .prepare('work_release_own')
  const releaseEvery = db
    .update(work)
    .set(noLease)
    .where(sql`${work.leaseOwner} is not null`)
    .prepare('work_release_all')
  const releaseAllPosts = releasePosts(db)

  const nextWork = db
    .select({ at: sql<number | null>`min(greatest(${work.runAt}, ${work.leaseUntil}))`.mapWith(work.runAt) })
    .from(work)
    .prepare('work_next_due')
  const nextWake = db
    .select({ at: min(interviews.wakeAt) })
    .from(interviews)
    .prepare('interviews_next_due')
  const nextPost = nextPostDue(db)

  return {
    async addWork(row) {
      await add.execute(row)
    },
    async endWork(ref, key) {
      await end.execute({ ref, key })
    },
    claimWork: ({ owner, now, until }, limit) => claim.execute({ owner, now, until, limit }),
    renewWork: async (id, { owner, until }) => (await renew.execute({ id, owner, until })).length === 1,
    async releaseWork(id, runAt) {
      await release.execute({ id, runAt })
    },
    async releaseAll(owner, now) {
      await (owner === null ? releaseEvery.execute() : releaseOwn.execute({ owner }))
      await releaseAllPosts(owner, now)
    },
    async nextDue() {
      const wake = only(await nextWake.execute())?.at ?? null
      const thinking = only(await nextWork.execute())?.at ?? null
      const times = [wake, thinking, await nextPost()].filter((time) => time !== null)
      return times.length === 0 ? null : Math.min(...times)
    },
  } satisfies Pick<Tx, 'addWork' | 'endWork'> &
    Pick<Store['crossTenant'], 'claimWork' | 'renewWork' | 'releaseWork' | 'releaseAll' | 'nextDue'>
}
