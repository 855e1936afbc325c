/**
 * The one implementation of `Store`, for both drivers. drizzle writes the statements, once per connection: building their
 * text costs more than running them.
 */
import type { Database } from './database.ts'
import { withoutValues } from './database.ts'
import { inboxStatements } from './inbox.ts'
import { interviewStatements } from './interviews.ts'
import { loopStatements } from './loops.ts'
import { messageStatements } from './messages.ts'
import { peopleStatements } from './people.ts'
import { postStatements } from './posts.ts'
import type { Store } from './store.ts'
import { workStatements } from './work.ts'

export type Statements = ReturnType<typeof statementsOn>

/** Everything the store can ask of one connection. */
export const statementsOn = (db: Database) => ({
  ...inboxStatements(db),
  ...interviewStatements(db),
  ...messageStatements(db),
  ...postStatements(db),
  ...workStatements(db),
  ...loopStatements(db),
  ...peopleStatements(db),
})

/** How a driver lends its connections. */
export type Connections = {
  /** One transaction on one connection; rolled back if `run` throws. Not to be nested. */
  transaction<T>(run: (on: Statements) => Promise<T>): Promise<T>
  /** Single statements, each its own transaction. */
  single<T>(run: (on: Statements) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The store over a driver's connections. */
export function sqlStore(connections: Connections): Store {
  const single = async <T>(run: (on: Statements) => Promise<T>): Promise<T> =>
    connections.single(run).catch(rethrow)
  return {
    transaction: (run) => connections.transaction(run).catch(rethrow),
    receive: (happening) => single((on) => on.receive(happening)),
    inboxFailed: (id, reason) => single((on) => on.inboxFailed(id, reason)),
    putPack: (pack) => single((on) => on.putPack(pack)),
    pack: (hash) => single((on) => on.pack(hash)),
    close: () => connections.close(),
    crossTenant: {
      hasInbox: () => single((on) => on.hasInbox()),
      dueInterviews: (now, limit) => single((on) => on.dueInterviews(now, limit)),
      claimWork: (lease, limit) => single((on) => on.claimWork(lease, limit)),
      renewWork: (id, lease) => single((on) => on.renewWork(id, lease)),
      releaseWork: (id, runAt) => single((on) => on.releaseWork(id, runAt)),
      claimPosts: (lease, limit) => single((on) => on.claimPosts(lease, limit)),
      postRefused: (id, reason, notBefore) => single((on) => on.postRefused(id, reason, notBefore)),
      postUnclear: (id, lookAt, absences) => single((on) => on.postUnclear(id, lookAt, absences)),
      postPending: (id) => single((on) => on.postPending(id)),
      releaseAll: (owner, now) => single((on) => on.releaseAll(owner, now)),
      openConversations: () => single((on) => on.openConversations()),
      nextDue: () => single((on) => on.nextDue()),
    },
  }
}

const rethrow = (error: unknown): never => {
  throw withoutValues(error)
}
