/** Turns per second of the real engine: a chat that shows everything at once and a model that answers at once. */
import { randomUUID } from 'node:crypto'
import type { Chat, Happening } from '../../src/chat/chat.ts'
import { createEngine, usualTiming } from '../../src/engine.ts'
import type { Model } from '../../src/model/model.ts'
import { withTemplates } from '../../src/packs.ts'
import { loadPack } from '../../src/prompts.ts'
import type { Store } from '../../src/store/store.ts'

/** Clarifying questions all the way: a turn each, and no question ever ends. */
const instant: Model = {
  name: 'instant',
  assess: async (request) => ({
    by: 'instant',
    intent: { kind: 'answer' },
    marks: request.question.points.map(({ id }) => ({ point: id, degree: 'no', quote: null })),
    mistakes: [],
    flags: [],
  }),
  word: async (request) => request.fallback,
  report: async (request) => request.fallback,
}

/** Runs `side` interviews side by side for some seconds. A turn: a question shown, an answer, and Done. */
export async function engineTurns(store: Store, side: number, seconds: number): Promise<number> {
  const pack = await loadPack([new URL('../../prompts', import.meta.url).pathname])
  const loaded = withTemplates(pack)
  await store.putPack(pack)
  let heard: (happening: Happening) => Promise<void> = async () => {}
  let turns = 0
  let over = false
  let count = 0
  const run = randomUUID().slice(0, 8)
  const tell = (
    person: string,
    what:
      | { kind: 'said'; message: string; text: string }
      | { kind: 'pressed'; control: string }
      | { kind: 'commanded'; line: string },
  ) => {
    count += 1
    const base = { key: `${run}-${count}`, tenant: 'bench:1', person, conversation: person, at: Date.now() }
    return heard(
      what.kind === 'commanded'
        ? { ...base, ...what, settles: 'when-told', audience: 'private' }
        : { ...base, ...what },
    )
  }
  const answer = async (person: string) => {
    turns += 1
    if (over) return
    await tell(person, {
      kind: 'said',
      message: `${run}-m${turns}`,
      text: 'I would measure recall on fifty real questions and watch the cost of each answer.',
    })
    await tell(person, { kind: 'pressed', control: 'done' })
  }
  const again = async (person: string) => {
    if (over) return
    await tell(person, { kind: 'commanded', line: 'new design minutes:120' })
    await tell(person, { kind: 'pressed', control: 'start' })
  }
  const chat: Chat = {
    async listen(hear) {
      heard = hear
    },
    render: (conversation, message) => [{ conversation, body: message }],
    async send(part, id) {
      const role =
        typeof part.body === 'object' && part.body !== null && 'role' in part.body ? part.body.role : ''
      if (role === 'question') setImmediate(() => void answer(part.conversation))
      if (role === 'report') setImmediate(() => void again(part.conversation))
      return { kind: 'sent', platformId: id, at: Date.now() }
    },
    find: async () => ({ kind: 'absent' }),
    history: async () => [],
    close: async () => {},
  }
  const engine = createEngine({
    store,
    chat,
    model: instant,
    pack: loaded,
    load: async () => loaded,
    clock: Date.now,
    newId: () => randomUUID().replace(/-/gu, '').slice(0, 12),
    log: {
      info: () => {},
      warn: (fields, text) => process.stderr.write(`${text} ${JSON.stringify(fields)}\n`),
    },
    timing: usualTiming,
    owner: run,
    parallel: side,
    lanes: side > 4 ? 4 : 1,
  })
  await engine.start()
  await Promise.all(Array.from({ length: side }, (_, i) => again(`bench:1/${run}-${i}`)))
  const begun = performance.now()
  const before = turns
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  const rate = (turns - before) / ((performance.now() - begun) / 1000)
  over = true
  await engine.stop()
  return rate
}
