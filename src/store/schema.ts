/**
 * The tables. Change them here, then run `npx drizzle-kit generate`: migrations only go forward and are never edited.
 * Nothing newer than PostgreSQL 14. Names become snake_case by `casing`, here and in drizzle.config.ts.
 */
import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, primaryKey, real, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Happening, Part } from '../chat/chat.ts'
import type { Event, Interview } from '../interview/interview.ts'
import type { Loop } from '../interview/loop.ts'
import type { Pack } from '../interview/pack.ts'
import { document, instant } from './columns.ts'
import type { MarkRow } from './store.ts'

const counted = () => bigint({ mode: 'number' }).generatedAlwaysAsIdentity()
const now = sql`clock_timestamp()`

/** Each pack once, by the hash of its content, so that a deploy never changes an interview under way. */
export const packs = pgTable('packs', { hash: text().primaryKey(), body: document().$type<Pack>().notNull() })

/** What a person told us once and need not say again. */
export const people = pgTable(
  'people',
  { tenant: text().notNull(), person: text().notNull(), level: text(), company: text(), mode: text() },
  (t) => [primaryKey({ columns: [t.tenant, t.person] })],
)

/** An interview as it stands; the columns beside `state` repeat what is searched for. */
export const interviews = pgTable(
  'interviews',
  {
    id: text().primaryKey(),
    tenant: text().notNull(),
    person: text().notNull(),
    conversation: text().notNull(),
    phase: text().$type<Interview['phase']>().notNull(),
    round: text().notNull(),
    level: text().notNull(),
    mode: text().notNull(),
    loop: text(),
    state: document().$type<Interview>().notNull(),
    version: integer().notNull(),
    wakeAt: instant(),
    createdAt: instant().notNull().default(now),
    updatedAt: instant().notNull().default(now),
  },
  (t) => [
    uniqueIndex('interviews_running_person').on(t.tenant, t.person).where(sql`phase in ('lobby', 'running')`),
    uniqueIndex('interviews_running_conversation')
      .on(t.tenant, t.conversation)
      .where(sql`phase in ('lobby', 'running')`),
    index('interviews_conversation').on(t.tenant, t.conversation).where(sql`phase <> 'ended'`),
    index('interviews_person').on(t.tenant, t.person),
    index('interviews_loop').on(t.loop).where(sql`loop is not null`),
    index('interviews_wake').on(t.wakeAt).where(sql`wake_at is not null`),
  ],
)

/** Interview loops: several rounds over a week. Where one stands follows from its interviews. */
export const loops = pgTable(
  'loops',
  {
    id: text().primaryKey(),
    tenant: text().notNull(),
    person: text().notNull(),
    conversation: text().notNull(),
    level: text().$type<Loop['level']>().notNull(),
    company: text(),
    mode: text().$type<Loop['mode']>().notNull(),
    rounds: document().$type<string[]>().notNull(),
    startedAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [uniqueIndex('loops_open').on(t.tenant, t.person).where(sql`ended_at is null`)],
)

/** What happened in an interview, append-only; bodies hold message ids, never text. */
export const events = pgTable(
  'events',
  {
    interview: text().notNull(),
    seq: integer().notNull(),
    type: text().$type<Event['type']>().notNull(),
    v: integer().notNull(),
    at: instant().notNull(),
    body: document().$type<Event>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.interview, t.seq] })],
)

/** What a platform told us, committed before we acknowledge; set aside with `error` where handling kept failing. */
export const inbox = pgTable(
  'inbox',
  {
    id: counted().primaryKey(),
    tenant: text().notNull(),
    key: text().notNull(),
    conversation: text().notNull(),
    person: text().notNull(),
    kind: text().$type<Happening['kind']>().notNull(),
    at: instant().notNull(),
    body: document().$type<Happening>().notNull(),
    receivedAt: instant().notNull().default(now),
    handledAt: instant(),
    attempts: integer().notNull().default(0),
    error: text(),
  },
  (t) => [
    uniqueIndex('inbox_key').on(t.tenant, t.key),
    index('inbox_unhandled').on(t.tenant, t.conversation, t.id).where(sql`handled_at is null`),
    // The oldest of what waits, without a look at all that was ever handled.
    index('inbox_oldest').on(t.id).where(sql`handled_at is null`),
  ],
)

/** Who said what in an interview; an edit is another revision. */
export const messages = pgTable(
  'messages',
  {
    id: text().notNull(),
    revision: integer().notNull(),
    tenant: text().notNull(),
    interview: text().notNull(),
    author: text().$type<'candidate' | 'bot'>().notNull(),
    text: text().notNull(),
    at: instant().notNull(),
    platformKey: text(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.revision] }),
    index('messages_platform').on(t.tenant, t.platformKey).where(sql`platform_key is not null`),
    index('messages_interview').on(t.interview),
  ],
)

/** What we owe a conversation, posted in the order of `position`, each once. */
export const outbox = pgTable(
  'outbox',
  {
    id: text().primaryKey(),
    position: counted().notNull(),
    tenant: text().notNull(),
    conversation: text().notNull(),
    interview: text(),
    message: text(),
    part: document().$type<Part>().notNull(),
    state: text().$type<'pending' | 'sending' | 'unclear' | 'sent' | 'dead'>().notNull().default('pending'),
    attempts: integer().notNull().default(0),
    absences: integer().notNull().default(0),
    notBefore: instant(),
    firstAttemptAt: instant(),
    leaseOwner: text(),
    leaseUntil: instant(),
    platformId: text(),
    reason: text(),
    createdAt: instant().notNull().default(now),
  },
  (t) => [
    index('outbox_unsent')
      .on(t.tenant, t.conversation, t.position)
      .where(sql`state in ('pending', 'sending', 'unclear')`),
  ],
)

/** Due thinking and jobs; a row is deleted when its work is over. */
export const work = pgTable(
  'work',
  {
    id: counted().primaryKey(),
    tenant: text().notNull(),
    kind: text().notNull(),
    ref: text().notNull(),
    key: text().notNull(),
    runAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    leaseOwner: text(),
    leaseUntil: instant(),
  },
  (t) => [uniqueIndex('work_key').on(t.ref, t.key), index('work_due').on(t.runAt)],
)

/** How each key point, mistake and flag of a question came out, with the place of its quote. */
export const marks = pgTable(
  'marks',
  {
    id: counted().primaryKey(),
    tenant: text().notNull(),
    interview: text().notNull(),
    turn: integer().notNull(),
    question: text().notNull(),
    subject: text().notNull(),
    kind: text().$type<MarkRow['kind']>().notNull(),
    outcome: text().notNull(),
    won: text(),
    message: text(),
    revision: integer(),
    start: integer('quote_start'),
    end: integer('quote_end'),
    assessedBy: text().notNull(),
  },
  (t) => [index('marks_question').on(t.interview, t.question)],
)

/** The reports that people were given, one row per revision. */
export const reports = pgTable(
  'reports',
  {
    id: text().primaryKey(),
    tenant: text().notNull(),
    person: text().notNull(),
    interview: text().notNull(),
    round: text().notNull(),
    level: text().notNull(),
    mode: text().notNull(),
    s: real(),
    t: real(),
    a: real(),
    r: real(),
    band: text(),
    flags: document().$type<string[]>().notNull(),
    turnsGraded: integer().notNull(),
    turnsAsked: integer().notNull(),
    assessedBy: text().notNull(),
    pack: text().notNull(),
    revision: integer().notNull(),
    text: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('reports_revision').on(t.interview, t.revision),
    index('reports_person').on(t.tenant, t.person, t.at),
  ],
)
