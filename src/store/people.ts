/** What is kept of people and their results, and the packs: all of it read and written now and then, so nothing is prepared. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { storable } from './columns.ts'
import { type Database, only } from './database.ts'
import { interviews, packs, people, reports } from './schema.ts'
import type { Store, Tx } from './store.ts'

export const peopleStatements = (db: Database) =>
  ({
    async putMarks(tenant, interview, question, marks) {
      // One statement of fixed length, however many there are: this is done in every turn.
      await db.execute(sql`
        with old as (
          delete from marks
          where interview = ${interview} and question = ${question} and tenant = ${tenant}
        )
        insert into marks (tenant, interview, turn, question, subject, kind, outcome, won, message, revision,
          quote_start, quote_end, assessed_by)
        select ${tenant}::text, interview, turn, question, subject, kind, outcome, won, message, revision,
          "start", "end", "assessedBy"
        from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m (interview text, turn int, question text,
          subject text, kind text, outcome text, won text, message text, revision int, "start" int, "end" int,
          "assessedBy" text)`)
    },

    async addReport(row) {
      await db.insert(reports).values({ ...row, text: storable(row.text) })
    },

    async latestReport(tenant, person) {
      const newest = db
        .select()
        .from(reports)
        .where(and(eq(reports.tenant, tenant), eq(reports.person, person)))
        .orderBy(desc(reports.at), desc(reports.revision))
        .limit(1)
      return only(await newest)
    },

    async person(tenant, person) {
      return only(
        await db
          .select()
          .from(people)
          .where(and(eq(people.tenant, tenant), eq(people.person, person))),
      )
    },

    async putPerson(row) {
      const { level, company, mode } = row
      await db
        .insert(people)
        .values(row)
        .onConflictDoUpdate({ target: [people.tenant, people.person], set: { level, company, mode } })
    },

    async questionsHad(tenant, person) {
      const item = sql`jsonb_array_elements(${interviews.state} -> 'items') item`
      const rows = await db
        .select({
          question: sql<string>`item ->> 'question'`,
          // A question that is still on its way has no time of its own yet.
          at: sql`max(coalesce(to_timestamp((item -> 'turns' -> 0 ->> 'postedAt')::numeric / 1000), ${interviews.updatedAt}))`.mapWith(
            interviews.updatedAt,
          ),
        })
        .from(interviews)
        .crossJoinLateral(item)
        .where(
          and(
            eq(interviews.tenant, tenant),
            eq(interviews.person, person),
            sql`item ->> 'question' is not null`,
          ),
        )
        .groupBy(sql`1`)
      return Object.fromEntries(rows.map(({ question, at }) => [question, at]))
    },

    async putPack(pack) {
      await db.insert(packs).values({ hash: pack.hash, body: pack }).onConflictDoNothing()
    },

    async pack(hash) {
      return only(await db.select().from(packs).where(eq(packs.hash, hash)))?.body ?? null
    },
  }) satisfies Pick<Tx, 'putMarks' | 'addReport' | 'latestReport' | 'person' | 'putPerson' | 'questionsHad'> &
    Pick<Store, 'putPack' | 'pack'>
