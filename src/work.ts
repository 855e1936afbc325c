/**
 * Thinking that an interview owes: assess, word, report. Work is claimed under a lease, the model is called outside any
 * transaction, and the result comes back as an event; one that was overtaken is void.
 */

import { owed } from './interview/decide.ts'
import type { Event, Interview, Item } from './interview/interview.ts'
import { type Checked, check, type Exchange } from './interview/marks.ts'
import { type Pack, type Question, questionOf, roundOf } from './interview/pack.ts'
import { makeReport } from './interview/report.ts'
import { tendLoop } from './loops.ts'
import { markRows } from './mark-rows.ts'
import { type Model, ModelUnavailable } from './model/model.ts'
import { reportRow, reportText } from './report-text.ts'
import type { Lease, Store, StoredMessage, WorkRow } from './store/store.ts'
import { apply, type Extras, type LoadedPack, loopWork, PackNotLoaded, type TurnWorld } from './turn.ts'
import { ownQuestions, wordingOf } from './wording.ts'

export type WorkWorld = TurnWorld & {
  store: Store
  model: Model
  clock: () => number
  /** The pack for new interviews. */
  current: () => LoadedPack
  log: { warn: (fields: object, text: string) => void }
  /** Ms between renewals of a lease; the lease's own length is `until - now`. */
  renewEvery: number
}

/** Characters of one message that are read: what lies beyond is kept, and the person is told. */
export const mostRead = 12_000
const mostAttempts = 3

/** Does one claimed piece of work to its end, or gives it back to be tried again. */
export async function doWork(world: WorkWorld, row: WorkRow, lease: () => Lease): Promise<void> {
  const renewing = setInterval(() => {
    world.store.crossTenant
      .renewWork(row.id, lease())
      .catch((error: unknown) => world.log.warn({ error: String(error) }, 'lease not renewed'))
  }, world.renewEvery)
  try {
    await think(world, row)
  } catch (error) {
    // Not a failure: the pack is read, and the same work done again.
    if (error instanceof PackNotLoaded) throw error
    world.log.warn(
      { work: row.kind, interview: row.ref, attempt: row.attempts, error: String(error) },
      'work failed',
    )
    if (row.attempts < mostAttempts)
      await world.store.crossTenant.releaseWork(row.id, world.clock() + 1000 * 4 ** row.attempts)
    else await finish(world, row, failure(world, row))
  } finally {
    clearInterval(renewing)
  }
}

type Result = { event: Event; extras: Extras | ((interview: Interview) => Extras) } | null

/** What ends work that failed for good. Only an assessment can end without a result; words have their templates. */
const failure = (world: WorkWorld, row: WorkRow): Result =>
  row.kind === 'assess'
    ? {
        event: {
          type: 'unassessed',
          at: world.clock(),
          key: row.key,
          reason: 'something went wrong on our side',
        },
        extras: {},
      }
    : null

async function think(world: WorkWorld, row: WorkRow): Promise<void> {
  if (row.kind === loopWork) return world.store.transaction((tx) => tendLoop(world, tx, row))
  const read = await world.store.transaction(async (tx) => {
    const known = await tx.interview(row.tenant, row.ref)
    if (known === null || !owed(known.interview).some(({ key }) => key === row.key)) return null
    return {
      interview: known.interview,
      messages: await tx.messages(row.tenant, messagesFor(known.interview, row)),
    }
  })
  const result = read === null ? null : await resultOf(world, row, read.interview, read.messages)
  await finish(world, row, result)
}

function resultOf(
  world: WorkWorld,
  row: WorkRow,
  interview: Interview,
  messages: StoredMessage[],
): Promise<Result> {
  if (row.kind === 'assess') return assess(world, row, interview, messages)
  return row.kind === 'word' ? word(world, row, interview, messages) : report(world, row, interview, messages)
}

/** Ends the work and applies its result, together. */
async function finish(world: WorkWorld, row: WorkRow, result: Result): Promise<void> {
  await world.store.transaction(async (tx) => {
    // Before the event: if that owes the same key again, the row must be free for it.
    await tx.endWork(row.ref, row.key)
    const known = result === null ? null : await tx.interview(row.tenant, row.ref)
    if (known === null || result === null) return
    const extras = typeof result.extras === 'function' ? result.extras(known.interview) : result.extras
    await apply(world, tx, known, result.event, extras)
  })
}

/** The messages that a piece of work reads: a whole report reads all, other work the newest question's. */
function messagesFor(interview: Interview, row: WorkRow): string[] {
  const items =
    row.kind === 'report'
      ? interview.items
      : interview.items.filter((item) => item === itemOf(interview, row))
  return items.flatMap((item) =>
    item.turns.flatMap((turn) => [turn.asked, ...turn.answers.map(({ message }) => message)]),
  )
}

function itemOf(interview: Interview, row: WorkRow): Item | undefined {
  const turn = Number(row.key.split(':')[1])
  const found =
    row.kind === 'assess' ? interview.items.find((item) => item.turns.some(({ n }) => n === turn)) : undefined
  return found ?? interview.items.at(-1)
}

async function assess(
  world: WorkWorld,
  row: WorkRow,
  interview: Interview,
  messages: StoredMessage[],
): Promise<Result> {
  const { pack } = world.packs(interview.pack)
  const item = itemOf(interview, row)
  if (item === undefined) return null
  const question = item.question === null ? ownQuestions(interview, pack) : questionOf(pack, item.question)
  const exchanges = exchangesOf(item, messages)
  const at = world.clock()
  try {
    const round = roundOf(pack, interview.round)
    const assessment = await world.model.assess({
      pack,
      round,
      level: interview.level,
      question,
      exchanges,
    })
    const criteria = item.question === null ? [] : round.criteria
    const checked = check({ assessment, question, criteria, exchanges, pack })
    return {
      event: { type: 'assessed', at: world.clock(), key: row.key, checked },
      extras: { question: question.id, marks: marksAfter(interview, item, row, checked, question, pack) },
    }
  } catch (error) {
    if (!(error instanceof ModelUnavailable)) throw error
    return { event: { type: 'unassessed', at, key: row.key, reason: error.reason }, extras: {} }
  }
}

/** The rows for people who query, as they stand once this assessment is in. */
function marksAfter(
  interview: Interview,
  item: Item,
  row: WorkRow,
  checked: Checked,
  question: Question,
  pack: Pack,
) {
  if (item.question === null) return []
  const turn = Number(row.key.split(':')[1])
  const assessments = [...item.assessments.filter((a) => a.turn !== turn), { turn, checked }]
  return markRows(interview, { ...item, assessments }, question, pack)
}

/** What we asked and what came back in one question, in the revisions that count. */
export function exchangesOf(item: Item, messages: StoredMessage[]): Exchange[] {
  const text = (id: string, revision: number) =>
    messages.find((m) => m.id === id && m.revision === revision)?.text ?? ''
  return item.turns.map((turn) => ({
    turn: turn.n,
    move: turn.move,
    asked: text(turn.asked, 1),
    answers: turn.answers.map(({ message, revision }) => ({
      message,
      revision,
      text: text(message, revision).slice(0, mostRead),
    })),
  }))
}

async function word(
  world: WorkWorld,
  row: WorkRow,
  interview: Interview,
  messages: StoredMessage[],
): Promise<Result> {
  const { doing } = interview
  if (doing.kind !== 'wording') return null
  const { pack, templates } = world.packs(interview.pack)
  const item = doing.item < interview.items.length ? interview.items[doing.item] : undefined
  const request = wordingOf(
    interview,
    doing,
    item ?? null,
    pack,
    templates,
    item === undefined ? [] : exchangesOf(item, messages),
  )
  const text = await world.model.word(request).catch((error: unknown) => {
    world.log.warn({ error: String(error) }, 'worded by template')
    return request.fallback
  })
  const message = `${interview.id}.w${interview.seq.toString(36)}`
  return { event: { type: 'worded', at: world.clock(), key: row.key, message }, extras: { text } }
}

async function report(
  world: WorkWorld,
  row: WorkRow,
  interview: Interview,
  messages: StoredMessage[],
): Promise<Result> {
  const { pack, templates } = world.packs(interview.pack)
  const made = makeReport(interview, pack)
  const fallback = reportText(made, { interview, pack, templates, messages })
  const text = await world.model.report({ pack, report: made, quotes: {}, fallback }).catch(() => fallback)
  const at = world.clock()
  return {
    event: { type: 'reported', at, key: row.key },
    extras: { report: reportRow(made, interview, text, at) },
  }
}
