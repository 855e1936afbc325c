/** Interviews, their events, and when they want to be woken. */
import { and, asc, desc, eq, lte, max, type SQL, sql } from 'drizzle-orm'
import type { Event, Interview } from '../interview/interview.ts'
import { slot } from './columns.ts'
import { type Database, only, violatedKey } from './database.ts'
import { events, inbox, interviews } from './schema.ts'
import { AlreadyRunning, StaleInterview, type Store, type Tx } from './store.ts'

/** The shape that event bodies are written in; raise it together with an upcaster for the old shape. */
const eventVersion = 1

// Written out, not as a parameter: only then can a prepared statement use the partial index.
const open = sql`${interviews.phase} <> 'ended'`

export const interviewStatements = (db: Database) => {
  const { save, insert } = savingStatements(db)
  const row = { interview: interviews.state, version: interviews.version }
  const of = (...conditions: SQL[]) =>
    db
      .select(row)
      .from(interviews)
      .where(and(...conditions))
  const tenant = eq(interviews.tenant, sql.placeholder('tenant'))
  const person = eq(interviews.person, sql.placeholder('person'))

  const byId = of(tenant, eq(interviews.id, sql.placeholder('id')))
    .for('update')
    .prepare('interview')

  const openIn = of(tenant, eq(interviews.conversation, sql.placeholder('conversation')), person, open)
    .orderBy(asc(sql`${interviews.phase} = 'paused'`), desc(interviews.createdAt))
    .limit(1)
    .for('update')
    .prepare('interview_open_in')

  const openOf = of(tenant, person, open)
    .orderBy(desc(interviews.createdAt))
    .for('update')
    .prepare('interviews_open_of')

  const due = db
    .select({ tenant: interviews.tenant, id: interviews.id })
    .from(interviews)
    .where(lte(interviews.wakeAt, slot('now', interviews.wakeAt)))
    .orderBy(asc(interviews.wakeAt))
    .limit(sql.placeholder('limit'))
    .prepare('interviews_due')

  // Presses and the like say nothing about which messages we have.
  const newest = db.$with('newest').as(
    db
      .select({ tenant: inbox.tenant, conversation: inbox.conversation, at: max(inbox.at).as('newest_at') })
      .from(inbox)
      .where(sql`${inbox.kind} = 'said'`)
      .groupBy(inbox.tenant, inbox.conversation),
  )
  // Where nobody has said anything yet: since the interview was offered.
  const offered = db
    .select({ at: events.at })
    .from(events)
    .where(eq(events.interview, interviews.id))
    .orderBy(asc(events.seq))
    .limit(1)
  const conversations = db
    .with(newest)
    .select({
      conversation: interviews.conversation,
      since: sql`min(coalesce(${newest.at}, (${offered}), ${interviews.createdAt}))`.mapWith(inbox.at),
    })
    .from(interviews)
    .leftJoin(
      newest,
      and(eq(newest.tenant, interviews.tenant), eq(newest.conversation, interviews.conversation)),
    )
    .where(open)
    .groupBy(interviews.tenant, interviews.conversation)
    .prepare('conversations_open')

  return {
    interview: async (tenant, id) => only(await byId.execute({ tenant, id })),
    openInterview: async (tenant, conversation, person) =>
      only(await openIn.execute({ tenant, conversation, person })),
    openInterviewsOf: (tenant, person) => openOf.execute({ tenant, person }),
    async save(interview, version, event, wakeAt) {
      const values = valuesOf(interview, version, event, wakeAt)
      const saved = await (version === 0 ? insert : save).execute(values).catch((error: unknown) => {
        throw savingError(error, interview) ?? error
      })
      if (saved.length === 0) throw new StaleInterview(interview.id)
    },
    dueInterviews: (now, limit) => due.execute({ now, limit }),
    openConversations: () => conversations.execute(),
  } satisfies Pick<Tx, 'interview' | 'openInterview' | 'openInterviewsOf' | 'save'> &
    Pick<Store['crossTenant'], 'dueInterviews' | 'openConversations'>
}

/** State and event in one statement: this is written more often than anything else. */
const savingStatements = (db: Database) => {
  const changing = {
    phase: slot('phase', interviews.phase),
    round: slot('round', interviews.round),
    level: slot('level', interviews.level),
    mode: slot('mode', interviews.mode),
    state: slot('state', interviews.state),
    version: sql`${slot('version', interviews.version)}::int + 1`,
    wakeAt: slot('wakeAt', interviews.wakeAt),
  }
  const inserted = db.$with('saved').as(
    db
      .insert(interviews)
      .values({
        ...changing,
        id: sql.placeholder('id'),
        tenant: sql.placeholder('tenant'),
        person: sql.placeholder('person'),
        conversation: sql.placeholder('conversation'),
        loop: sql.placeholder('loop'),
      })
      .returning({ id: interviews.id }),
  )
  const updated = db.$with('saved').as(
    db
      .update(interviews)
      .set({ ...changing, updatedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(interviews.id, sql.placeholder('id')),
          eq(interviews.tenant, sql.placeholder('tenant')),
          eq(interviews.version, slot('version', interviews.version)),
        ),
      )
      .returning({ id: interviews.id }),
  )
  const withEvent = (saved: typeof inserted | typeof updated, name: string) =>
    db
      .with(saved)
      .insert(events)
      .select(
        db
          .select({
            interview: saved.id,
            seq: sql`${slot('seq', events.seq)}::int`.as('seq'),
            type: sql`${slot('type', events.type)}::text`.as('type'),
            v: sql`${sql.raw(String(eventVersion))}`.as('v'),
            at: sql`${slot('at', events.at)}::timestamptz`.as('at'),
            body: sql`${slot('body', events.body)}::jsonb`.as('body'),
          })
          .from(saved),
      )
      .returning({ seq: events.seq })
      .prepare(name)
  return { save: withEvent(updated, 'interview_save'), insert: withEvent(inserted, 'interview_insert') }
}

const valuesOf = (interview: Interview, version: number, event: Event, wakeAt: number | null) => ({
  id: interview.id,
  tenant: interview.tenant,
  person: interview.person,
  conversation: interview.conversation,
  phase: interview.phase,
  round: interview.round,
  level: interview.level,
  mode: interview.mode,
  loop: interview.loop ?? null,
  state: interview,
  version,
  wakeAt,
  seq: interview.seq,
  type: event.type,
  at: event.at,
  body: event,
})

function savingError(error: unknown, interview: Interview): Error | null {
  const key = violatedKey(error)
  if (key === 'interviews_pkey') return new StaleInterview(interview.id)
  if (key === 'interviews_running_person') return new AlreadyRunning(interview.person)
  if (key === 'interviews_running_conversation') return new AlreadyRunning(interview.conversation)
  return null
}
