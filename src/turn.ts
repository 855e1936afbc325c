/**
 * One event, applied in one short transaction: lock the interview, decide, save state and event, and write down what
 * follows (messages, posts, owed thinking). No model and no platform is called from here.
 */
import type { Chat, Message } from './chat/chat.ts'
import { nextDue } from './interview/clock.ts'
import { begin, decide, owed } from './interview/decide.ts'
import type { Decision, Effect, Event, Interview } from './interview/interview.ts'
import type { Pack } from './interview/pack.ts'
import { quotesOf, speak } from './speech.ts'
import type { MarkRow, ReportRow, Tx } from './store/store.ts'
import type { Templates } from './templates.ts'

/** A pack in use, with its templates parsed. */
export type LoadedPack = { pack: Pack; templates: Templates }

export type TurnWorld = {
  chat: Pick<Chat, 'render'>
  /** The pack of a running interview. Throws `PackNotLoaded` where it must first be read, outside a transaction. */
  packs: (hash: string) => LoadedPack
  offline: boolean
  /** Told what a transaction adds, so that the right queue is looked at after its commit. */
  added: (what: 'work' | 'posts') => void
}

/** The interview's pack is not in memory: read it, then try the transaction again. */
export class PackNotLoaded extends Error {
  hash: string
  constructor(hash: string) {
    super(`The pack ${hash} is not loaded.`)
    this.name = 'PackNotLoaded'
    this.hash = hash
  }
}

/** The kind of work that looks after an interview loop. */
export const loopWork = 'loop'

export type Known = { interview: Interview; version: number }

/** What an event brings beside itself: the words of a question or report, rows for people who query. */
export type Extras = { text?: string; marks?: MarkRow[]; question?: string; report?: ReportRow }

/** Saves a new interview and says its intro. */
export async function offer(
  world: TurnWorld,
  tx: Tx,
  event: Extract<Event, { type: 'offered' }>,
): Promise<Known> {
  return write(world, tx, 0, event, begin(event, world.packs(event.pack).pack), {})
}

/** Applies an event to an interview that this transaction has locked. A void event writes nothing. */
export async function apply(
  world: TurnWorld,
  tx: Tx,
  known: Known,
  event: Event,
  extras: Extras = {},
): Promise<Known> {
  const { pack } = world.packs(known.interview.pack)
  const decision = decide(known.interview, event, pack)
  if (decision.interview === known.interview) return known
  return write(world, tx, known.version, event, decision, extras)
}

async function write(
  world: TurnWorld,
  tx: Tx,
  version: number,
  event: Event,
  decision: Decision,
  extras: Extras,
): Promise<Known> {
  const { interview } = decision
  const { pack } = world.packs(interview.pack)
  await tx.save(interview, version, event, nextDue(interview, pack)?.at ?? null)
  let n = 0
  for (const effect of decision.effects) {
    n += 1
    await perform(world, tx, interview, event, effect, n, extras)
  }
  for (const work of owed(interview)) {
    world.added('work')
    await tx.addWork({
      tenant: interview.tenant,
      kind: work.kind,
      ref: interview.id,
      key: work.key,
      runAt: event.at,
    })
  }
  if (extras.marks !== undefined && extras.question !== undefined) {
    await tx.putMarks(interview.tenant, interview.id, extras.question, extras.marks)
  }
  return { interview, version: version + 1 }
}

/** Ours and deterministic: the same event makes the same id again, so a repeated transaction cannot post twice. */
const effectId = (interview: Interview, n: number): string =>
  `${interview.id}.${interview.seq.toString(36)}.${n}`

async function perform(
  world: TurnWorld,
  tx: Tx,
  interview: Interview,
  event: Event,
  effect: Effect,
  n: number,
  extras: Extras,
): Promise<void> {
  const id = effectId(interview, n)
  if (effect.kind === 'say') {
    const { pack, templates } = world.packs(interview.pack)
    const wanted = quotesOf(effect.say)
    const messages = wanted.length === 0 ? [] : await tx.messages(interview.tenant, wanted)
    const text = speak({ say: effect.say, interview, pack, templates, messages, offline: world.offline })
    return post(world, tx, interview, { role: 'notice', id, text, at: event.at, note: null, question: null })
  }
  if (effect.kind === 'ask') {
    const position = effect.position
    const { templates } = world.packs(interview.pack)
    const note = position === null ? null : templates.notice('position', { ...position })
    return post(world, tx, interview, {
      role: 'question',
      id: effect.message,
      text: extras.text ?? '',
      at: event.at,
      note,
      question: effect.message,
    })
  }
  if (extras.report === undefined) throw new Error('A report was decided on without its text.')
  await tx.addReport(extras.report)
  if (interview.loop !== undefined) {
    world.added('work')
    const { tenant, loop: ref, id: key } = interview
    await tx.addWork({ tenant, kind: loopWork, ref, key: `after:${key}`, runAt: event.at })
  }
  return post(world, tx, interview, {
    role: 'report',
    id,
    text: extras.report.text,
    at: event.at,
    note: null,
    question: null,
  })
}

type Post = {
  role: Message['role']
  id: string
  text: string
  at: number
  note: string | null
  question: string | null
}

/** Saves what we say and puts its parts in the outbox. Only the last part of a question tells that it was shown. */
async function post(
  world: TurnWorld,
  tx: Tx,
  interview: Interview,
  { role, id, text, at, note, question }: Post,
): Promise<void> {
  if (text.trim() === '') return
  const message: Message = { role, text, note, buttons: [] }
  await tx.addMessage(interview.tenant, {
    id,
    interview: interview.id,
    author: 'bot',
    revision: 1,
    text,
    at,
    platformKey: null,
  })
  const parts = world.chat.render(interview.conversation, message)
  world.added('posts')
  for (const [i, part] of parts.entries()) {
    const shows = question !== null && i === parts.length - 1
    await tx.addPost({
      id: `${id}.${i}`,
      tenant: interview.tenant,
      conversation: interview.conversation,
      interview: shows ? interview.id : null,
      message: shows ? question : null,
      part,
    })
  }
}

/** Posts something that belongs to no interview: help, a refusal, an offer. */
export async function reply(
  world: TurnWorld,
  tx: Tx,
  to: { tenant: string; conversation: string },
  id: string,
  text: string,
): Promise<void> {
  world.added('posts')
  // Callers hand over more than this: a loop has an id of its own.
  const { tenant, conversation } = to
  const parts = world.chat.render(conversation, { role: 'notice', text, note: null, buttons: [] })
  for (const [i, part] of parts.entries()) {
    await tx.addPost({ id: `${id}.${i}`, tenant, conversation, interview: null, message: null, part })
  }
}
