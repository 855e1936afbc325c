/** What platforms told us, taken in once and handled in order, conversation by conversation. */
import { aliasedTable, and, asc, eq, isNull, lt, notExists, sql } from 'drizzle-orm'
import { slot, storable } from './columns.ts'
import { type Database, only } from './database.ts'
import { inbox } from './schema.ts'
import type { Store, Tx } from './store.ts'

/** After this many failures a row is set aside, so that it does not hold up its conversation for good. */
const mostAttempts = 3

export const inboxStatements = (db: Database) => {
  const earlier = aliasedTable(inbox, 'earlier')

  const receive = db
    .insert(inbox)
    .values({
      tenant: sql.placeholder('tenant'),
      key: sql.placeholder('key'),
      conversation: sql.placeholder('conversation'),
      person: sql.placeholder('person'),
      kind: sql.placeholder('kind'),
      at: sql.placeholder('at'),
      body: sql.placeholder('body'),
    })
    .onConflictDoNothing({ target: [inbox.tenant, inbox.key] })
    .returning({ id: inbox.id })
    .prepare('inbox_receive')

  const next = db
    .select({ id: inbox.id, happening: inbox.body, attempts: inbox.attempts })
    .from(inbox)
    .where(
      and(
        isNull(inbox.handledAt),
        notExists(
          db
            .select({ id: earlier.id })
            .from(earlier)
            .where(
              and(
                isNull(earlier.handledAt),
                eq(earlier.tenant, inbox.tenant),
                eq(earlier.conversation, inbox.conversation),
                lt(earlier.id, inbox.id),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(inbox.id))
    .limit(1)
    .for('update', { of: inbox, skipLocked: true })
    .prepare('inbox_next')

  const handled = db
    .update(inbox)
    .set({
      handledAt: sql`clock_timestamp()`,
      body: sql`jsonb_set(${inbox.body}, '{text}', '""', false)`,
    })
    .where(eq(inbox.id, sql.placeholder('id')))
    .prepare('inbox_handled')

  const failed = db
    .update(inbox)
    .set({
      attempts: sql`${inbox.attempts} + 1`,
      error: sql`${slot('reason', inbox.error)}`,
      handledAt: sql`case when ${inbox.attempts} + 1 >= ${sql.raw(String(mostAttempts))} then clock_timestamp() end`,
    })
    .where(and(eq(inbox.id, sql.placeholder('id')), isNull(inbox.handledAt)))
    .prepare('inbox_failed')

  const unhandledOf = db
    .select({ id: inbox.id })
    .from(inbox)
    .where(
      and(
        eq(inbox.tenant, sql.placeholder('tenant')),
        eq(inbox.conversation, sql.placeholder('conversation')),
        isNull(inbox.handledAt),
      ),
    )
    .limit(1)
    .prepare('inbox_unhandled_of')

  const unhandled = db
    .select({ id: inbox.id })
    .from(inbox)
    .where(isNull(inbox.handledAt))
    // In the order of a partial index, or the planner may read through all that was ever handled.
    .orderBy(asc(inbox.id))
    .limit(1)
    .prepare('inbox_unhandled')

  return {
    async receive(happening) {
      const { tenant, key, conversation, person, kind, at } = happening
      const stored = await receive.execute({ tenant, key, conversation, person, kind, at, body: happening })
      return stored.length === 1 ? 'stored' : 'known'
    },
    async inboxFailed(id, reason) {
      await failed.execute({ id, reason: storable(reason) })
    },
    nextInbox: async () => only(await next.execute()),
    async handled(id) {
      await handled.execute({ id })
    },
    hasUnhandled: async (tenant, conversation) =>
      (await unhandledOf.execute({ tenant, conversation })).length > 0,
    hasInbox: async () => (await unhandled.execute()).length > 0,
  } satisfies Pick<Tx, 'nextInbox' | 'handled' | 'hasUnhandled'> &
    Pick<Store, 'receive' | 'inboxFailed'> &
    Pick<Store['crossTenant'], 'hasInbox'>
}
