/**
 * The store port, in the engine's words. One implementation serves PGlite and PostgreSQL; `pglite.ts` and `postgres.ts`
 * only open it. Every read of a person's data names the tenant; the sweeps that cross tenants are `crossTenant` below.
 */
import type { Happening, Part } from '../chat/chat.ts'
import type { Event, Interview } from '../interview/interview.ts'
import type { Loop, LoopInterview } from '../interview/loop.ts'
import type { Pack } from '../interview/pack.ts'

export type InboxRow = { id: number; happening: Happening; attempts: number }

export type StoredMessage = {
  id: string
  interview: string
  author: 'candidate' | 'bot'
  revision: number
  text: string
  /** Platform time in ms; for our own messages, when it was saved. */
  at: number
  /** The platform's name for it: `tenant/conversation/message`, or null for ours. */
  platformKey: string | null
}

export type OutboxRow = {
  /** Ours, at most 24 characters, deterministic: the same cause makes the same id. */
  id: string
  tenant: string
  conversation: string
  /** The interview and the message that it shows, so that `posted` can be told; null for other posts. */
  interview: string | null
  message: string | null
  part: Part
}

export type ClaimedPost = OutboxRow & {
  state: 'sending' | 'unclear'
  attempts: number
  /** When the first attempt began, in ms. */
  firstAttemptAt: number
  /** How many times `find` has said absent since the last attempt. */
  absences: number
}

export type WorkRow = { id: number; tenant: string; kind: string; ref: string; key: string; attempts: number }

export type MarkRow = {
  interview: string
  turn: number
  question: string
  /** A key point, mistake or flag id. */
  subject: string
  kind: 'point' | 'mistake' | 'flag'
  /** yes, partial, no; held, corrected; cleared, confirmed, suspected. */
  outcome: string
  won: string | null
  message: string | null
  revision: number | null
  start: number | null
  end: number | null
  assessedBy: string
}

export type ReportRow = {
  id: string
  tenant: string
  person: string
  interview: string
  round: string
  level: string
  mode: string
  s: number | null
  t: number | null
  a: number | null
  r: number | null
  band: string | null
  /** Ids of confirmed flags. */
  flags: string[]
  turnsGraded: number
  turnsAsked: number
  assessedBy: string
  pack: string
  revision: number
  text: string
  at: number
}

export type PersonRow = {
  tenant: string
  person: string
  level: string | null
  company: string | null
  mode: string | null
}

/** Somebody else saved this interview first. Nothing was written; read again and decide again. */
export class StaleInterview extends Error {
  constructor(id: string) {
    super(`Interview ${id} was changed by another writer; nothing was written.`)
    this.name = 'StaleInterview'
  }
}

/**
 * This person, or this conversation, already has an interview in the lobby or running. Nothing was written and the
 * transaction is spent: let it roll back, read again and decide again.
 */
export class AlreadyRunning extends Error {
  constructor(whose: string) {
    super(`${whose} already has an interview under way; nothing was written.`)
    this.name = 'AlreadyRunning'
  }
}

/** The database cannot be opened or reached. `message` is one sentence that says what to do. */
export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreUnavailable'
  }
}

/** What can be done inside one short transaction. */
export type Tx = {
  /** The oldest unhandled row of a conversation that nobody else is handling, locked; null if there is none. */
  nextInbox(): Promise<InboxRow | null>
  /** Handled; the text in the row is emptied, because `messages` has it. */
  handled(inbox: number): Promise<void>
  /** True if the conversation has rows that are not handled yet. */
  hasUnhandled(tenant: string, conversation: string): Promise<boolean>
  /** Locks and reads. */
  interview(tenant: string, id: string): Promise<{ interview: Interview; version: number } | null>
  /** The newest interview of a conversation whose phase is not `ended`, locked; paused ones come after others. */
  openInterview(
    tenant: string,
    conversation: string,
    person: string,
  ): Promise<{ interview: Interview; version: number } | null>
  /** All interviews of a person whose phase is not `ended`, locked, newest first. */
  openInterviewsOf(tenant: string, person: string): Promise<{ interview: Interview; version: number }[]>
  /**
   * Writes state and event. `version` is what was read (0 for a new interview). Throws `StaleInterview` if the row has
   * moved on, and `AlreadyRunning`. `wakeAt` is in ms.
   */
  save(interview: Interview, version: number, event: Event, wakeAt: number | null): Promise<void>
  addMessage(tenant: string, message: StoredMessage): Promise<void>
  /** Our id for a platform message and its newest revision, or null. */
  messageByPlatformKey(tenant: string, platformKey: string): Promise<StoredMessage | null>
  /** The given messages with every revision. */
  messages(tenant: string, ids: string[]): Promise<StoredMessage[]>
  /** Does nothing for an id that is there. */
  addPost(row: OutboxRow): Promise<void>
  /** Marks a claimed post as shown. */
  postSent(id: string, platformId: string): Promise<void>
  /** Does nothing where (ref, key) is there. */
  addWork(row: { tenant: string; kind: string; ref: string; key: string; runAt: number }): Promise<void>
  /** The work is over. */
  endWork(ref: string, key: string): Promise<void>
  /** Replaces the marks of a question. */
  putMarks(tenant: string, interview: string, question: string, marks: MarkRow[]): Promise<void>
  addReport(row: ReportRow): Promise<void>
  person(tenant: string, person: string): Promise<PersonRow | null>
  putPerson(row: PersonRow): Promise<void>
  /** When this person last had each question, in ms. */
  questionsHad(tenant: string, person: string): Promise<Record<string, number>>
  latestReport(tenant: string, person: string): Promise<ReportRow | null>
  /** The loop that a person is in, or null. */
  openLoop(tenant: string, person: string): Promise<Loop | null>
  /** A loop by its id; null if there is none or it has ended. Locked. */
  loop(tenant: string, id: string): Promise<Loop | null>
  addLoop(loop: Loop): Promise<void>
  /** `at` in ms. */
  endLoop(tenant: string, id: string, at: number): Promise<void>
  /** The interviews of a loop with their newest reports, oldest first. */
  loopInterviews(tenant: string, loop: string): Promise<LoopInterview[]>
}

export type Lease = { owner: string /** ms */; now: number /** ms */; until: number }

export type Store = {
  /**
   * Commits if `run` returns, rolls back if it throws. Inside, use `tx` alone, one call after the other: the embedded
   * database has one connection, and a call of the store itself would wait for this transaction for ever.
   */
  transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T>
  /** Stores a happening once, by (tenant, key). Returns after the commit. */
  receive(happening: Happening): Promise<'stored' | 'known'>
  /** Handling failed: counts it, and after three times sets the row aside with the reason. */
  inboxFailed(id: number, reason: string): Promise<void>
  putPack(pack: Pack): Promise<void>
  pack(hash: string): Promise<Pack | null>
  close(): Promise<void>

  /** The sweeps below cross tenants; nothing else does. */
  crossTenant: {
    hasInbox(): Promise<boolean>
    /** Interviews whose wake-up is due. */
    dueInterviews(now: number, limit: number): Promise<{ tenant: string; id: string }[]>
    /** Claims due work with SKIP LOCKED, counting the attempt. */
    claimWork(lease: Lease, limit: number): Promise<WorkRow[]>
    renewWork(id: number, lease: Lease): Promise<boolean>
    /** Gives work back, to be done at `runAt` (ms). */
    releaseWork(id: number, runAt: number): Promise<void>
    /**
     * Claims posts whose turn it is: pending ones (state becomes `sending`, committed before the platform is called)
     * and unclear ones whose next look is due. Never a post while an earlier one of its conversation is unsent.
     */
    claimPosts(lease: Lease, limit: number): Promise<ClaimedPost[]>
    /** Clearly refused. `notBefore` null means never: the post is dead. */
    postRefused(id: string, reason: string, notBefore: number | null): Promise<void>
    /** Nobody knows. To be looked for again at `lookAt` (ms). */
    postUnclear(id: string, lookAt: number, absences: number): Promise<void>
    /** Known not to be there: may be sent again at once. */
    postPending(id: string): Promise<void>
    /** Gives back everything this owner holds: on a clean stop, or at start where no other process can exist. */
    releaseAll(owner: string | null, now: number): Promise<void>
    /** Conversations that have an open interview, and the newest platform time stored for each (ms): for back-fill. */
    openConversations(): Promise<{ conversation: string; since: number }[]>
    /** The earliest time at which a wake-up, work or a post is or will be due, in ms, or null. */
    nextDue(): Promise<number | null>
  }
}
