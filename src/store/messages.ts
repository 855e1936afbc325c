/** Who said what, in every revision. */
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { storable } from './columns.ts'
import { type Database, only } from './database.ts'
import { messages } from './schema.ts'
import type { Tx } from './store.ts'

export const messageStatements = (db: Database) => {
  const row = {
    id: messages.id,
    interview: messages.interview,
    author: messages.author,
    revision: messages.revision,
    text: messages.text,
    at: messages.at,
    platformKey: messages.platformKey,
  }

  const add = db
    .insert(messages)
    .values({
      tenant: sql.placeholder('tenant'),
      id: sql.placeholder('id'),
      interview: sql.placeholder('interview'),
      author: sql.placeholder('author'),
      revision: sql.placeholder('revision'),
      text: sql.placeholder('text'),
      at: sql.placeholder('at'),
      platformKey: sql.placeholder('platformKey'),
    })
    .prepare('message_add')

  const byPlatformKey = db
    .select(row)
    .from(messages)
    .where(
      and(
        eq(messages.tenant, sql.placeholder('tenant')),
        eq(messages.platformKey, sql.placeholder('platformKey')),
      ),
    )
    .orderBy(desc(messages.revision))
    .limit(1)
    .prepare('message_by_platform_key')

  const byIds = db
    .select(row)
    .from(messages)
    .where(
      and(
        sql`${messages.id} = any(${sql.placeholder('ids')})`,
        eq(messages.tenant, sql.placeholder('tenant')),
      ),
    )
    .orderBy(asc(messages.id), asc(messages.revision))
    .prepare('messages_by_ids')

  return {
    async addMessage(tenant, message) {
      await add.execute({ ...message, tenant, text: storable(message.text) })
    },
    messageByPlatformKey: async (tenant, platformKey) =>
      only(await byPlatformKey.execute({ tenant, platformKey })),
    messages: (tenant, ids) => byIds.execute({ tenant, ids }),
  } satisfies Pick<Tx, 'addMessage' | 'messageByPlatformKey' | 'messages'>
}
