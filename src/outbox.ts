/**
 * Posting once. A row is claimed and the claim committed before the platform is called; one attempt is made; what nobody
 * can be sure of is looked for on the platform, twice, before it is sent again. The recipe lives here and nowhere else.
 */
import type { Chat, SendResult } from './chat/chat.ts'
import type { ClaimedPost, Lease, Store } from './store/store.ts'
import { apply, type TurnWorld } from './turn.ts'

/** All in ms. */
export type OutboxTiming = {
  /** From an unclear attempt to the first look: longer than any request can still be under way. */
  firstLook: number
  /** Between the looks. */
  nextLook: number
  /** How far before the first attempt a look begins, for clocks that disagree. */
  slack: number
  /** After this long without a clear word the post is given up, and the interview is paused. */
  giveUp: number
}

/** Looks that must say "absent" before a post is sent again. */
const looks = 2

export type OutboxWorld = TurnWorld & { chat: Chat; store: Store; clock: () => number; timing: OutboxTiming }

/** Takes posts whose turn it is and delivers them. Returns how many it took. */
export async function deliver(world: OutboxWorld, lease: Lease, limit: number): Promise<number> {
  const claimed = await world.store.crossTenant.claimPosts(lease, limit)
  await Promise.all(claimed.map((post) => (post.state === 'unclear' ? look(world, post) : send(world, post))))
  return claimed.length
}

async function send(world: OutboxWorld, post: ClaimedPost): Promise<void> {
  const result = await attempt(world, post)
  if (result.kind === 'sent') return shown(world, post, result.platformId, result.at)
  if (result.kind === 'unclear') {
    return world.store.crossTenant.postUnclear(post.id, world.clock() + world.timing.firstLook, 0)
  }
  return refused(world, post, result.reason, result.notBefore)
}

/** A chat that throws has told us nothing about the post: that is unclear, too. */
async function attempt({ chat }: OutboxWorld, post: ClaimedPost): Promise<SendResult> {
  try {
    return await chat.send(post.part, post.id)
  } catch (error) {
    return { kind: 'unclear', reason: String(error) }
  }
}

async function look(world: OutboxWorld, post: ClaimedPost): Promise<void> {
  const { store, timing, clock } = world
  const found = await world.chat
    .find(post.conversation, post.id, post.firstAttemptAt - timing.slack)
    .catch(() => ({ kind: 'cannot-tell' }) as const)
  if (found.kind === 'found') return shown(world, post, found.platformId, found.at)
  if (found.kind === 'absent' && post.absences + 1 >= looks) return store.crossTenant.postPending(post.id)
  if (clock() - post.firstAttemptAt > timing.giveUp)
    return refused(world, post, 'no clear answer from the platform', null)
  const absences = found.kind === 'absent' ? post.absences + 1 : post.absences
  return store.crossTenant.postUnclear(post.id, clock() + timing.nextLook, absences)
}

/** Marks the post as sent and tells the interview, in one transaction. */
async function shown(world: OutboxWorld, post: ClaimedPost, platformId: string, at: number): Promise<void> {
  const { interview, message } = post
  await world.store.transaction(async (tx) => {
    await tx.postSent(post.id, platformId)
    if (interview === null || message === null) return
    const known = await tx.interview(post.tenant, interview)
    if (known !== null) await apply(world, tx, known, { type: 'posted', at, message })
  })
}

/** A post refused for good pauses its interview: nobody should be waited for who cannot see the question. */
async function refused(
  world: OutboxWorld,
  post: ClaimedPost,
  reason: string,
  notBefore: number | null,
): Promise<void> {
  await world.store.crossTenant.postRefused(post.id, reason, notBefore)
  const { interview } = post
  if (notBefore !== null || interview === null) return
  await world.store.transaction(async (tx) => {
    const known = await tx.interview(post.tenant, interview)
    if (known !== null)
      await apply(world, tx, known, { type: 'pressed', at: world.clock(), control: 'pause' })
  })
}
