/**
 * Conversations as test data. In a transcript `> ` is the candidate, `>> ` is a stage direction, every other line is the
 * bot. The runner plays the candidate's lines against the real engine on a real database and writes the file anew.
 */
import type { Chat, Happening, Message, SendResult } from '../../src/chat/chat.ts'
import { createEngine, usualTiming } from '../../src/engine.ts'
import type { Model } from '../../src/model/model.ts'
import { createOffline } from '../../src/model/offline/offline.ts'
import type { Store } from '../../src/store/store.ts'
import type { LoadedPack } from '../../src/turn.ts'

export type Line = { kind: 'says' | 'stage'; text: string; raw: string }

/** Reads the candidate's side and the heading (everything before the first candidate line or rule). */
export function readTranscript(file: string): { heading: string; lines: Line[] } {
  const rows = file.split('\n')
  const heading = rows
    .slice(
      0,
      rows.findIndex((row) => row.startsWith('>')),
    )
    .join('\n')
  const lines: Line[] = []
  for (const row of rows) {
    const last = lines.at(-1)
    if (row.startsWith('>> ')) lines.push({ kind: 'stage', text: row.slice(3).trim(), raw: row })
    else if (row === '>' || row.startsWith('> ')) {
      const text = row.slice(2)
      const before = rows[rows.indexOf(row) - 1]
      if (last?.kind === 'says' && before?.startsWith('>') && open) last.text += `\n${text}`
      else lines.push({ kind: 'says', text, raw: row })
    }
    open = row.startsWith('> ') || row === '>'
  }
  return { heading: heading.split('\n\n')[0] ?? '', lines }
}

let open = false

export type Stage = { store: Store; pack: LoadedPack; name: string }

const minute = 60_000

/** Plays the lines and returns the whole conversation as a transcript file. */
export async function play({ store, pack, name }: Stage, heading: string, lines: Line[]): Promise<string> {
  const out: string[] = [heading, '']
  const place = { tenant: `test:${name}`, person: `test:${name}/p`, conversation: `test:${name}/c` }
  let now = Date.UTC(2030, 0, 7, 9)
  let count = 0
  let whileAssessing: string[] = []
  let beforePosted: string[] = []
  let editable = ''

  const happening = (
    what:
      | { kind: 'said'; text: string }
      | { kind: 'edited'; text: string }
      | { kind: 'pressed'; control: string }
      | { kind: 'commanded'; line: string },
  ): Happening => {
    count += 1
    now += 10
    const base = { ...place, key: `${name}-${count}`, at: now }
    if (what.kind === 'commanded') return { ...base, ...what, settles: 'when-quiet', audience: 'private' }
    if (what.kind === 'said') {
      editable = `${name}-${count}`
      return { ...base, ...what, message: editable }
    }
    return what.kind === 'edited' ? { ...base, ...what, message: editable } : { ...base, ...what }
  }

  const chat: Chat = {
    listen: async () => {},
    render: (conversation, message) => [{ conversation, body: message }],
    async send(part): Promise<SendResult> {
      const message = asMessage(part.body)
      if (message.role === 'question') {
        for (const text of beforePosted.splice(0)) {
          out.push(`> ${text}`, '')
          await heardNow(happening({ kind: 'said', text }))
        }
      }
      out.push(...(message.note === null ? [] : [`_${message.note}_`, '']), message.text, '')
      now += 10
      return { kind: 'sent', platformId: `${count}-${out.length}`, at: now }
    },
    find: async () => ({ kind: 'absent' }),
    history: async () => [],
    close: async () => {},
  }
  const offline = createOffline()
  const model: Model = {
    ...offline,
    async assess(request) {
      const result = await offline.assess(request)
      for (const text of whileAssessing.splice(0)) {
        out.push(`> ${text}`, '')
        await heardNow(happening({ kind: 'said', text }))
      }
      return result
    },
  }
  const engine = createEngine({
    store,
    chat,
    model,
    pack,
    load: async () => pack,
    clock: () => now,
    newId: () =>
      name
        .replace(/[^a-z0-9]/gu, '')
        .slice(0, 8)
        .padEnd(8, '0') + String(count).padStart(4, '0'),
    log: { info: () => {}, warn: (fields, text) => out.push(`!! ${text} ${JSON.stringify(fields)}`) },
    timing: usualTiming,
    owner: name,
    parallel: 1,
    lanes: 1,
    backfilled: true,
  })
  /** Stored and handled before whatever is under way goes on. */
  async function heardNow(what: Happening) {
    await engine.heard(what)
    while (await store.crossTenant.hasInbox()) await new Promise((resolve) => setTimeout(resolve, 2))
  }
  /** Time passes second by second, so that everything due happens when it is due. */
  async function pass(seconds: number) {
    const end = now + seconds * 1000
    await engine.drain()
    while (now < end) {
      const due = await store.crossTenant.nextDue()
      now = Math.min(end, due === null ? end : Math.max(now + 1, due))
      await engine.drain()
    }
  }

  async function direct(text: string) {
    const [verb = '', ...rest] = text.split(' ')
    const words = rest.join(' ')
    if (verb === 'mock') await engine.heard(happening({ kind: 'commanded', line: words }))
    else if (verb === 'press') await engine.heard(happening({ kind: 'pressed', control: words }))
    else if (verb === 'edit:') await engine.heard(happening({ kind: 'edited', text: words }))
    else if (verb === 'wait')
      return pass(
        Number.parseInt(words, 10) *
          (words.endsWith('min') ? minute / 1000 : words.endsWith('days') ? 86_400 : 1),
      )
    else if (verb === 'while-assessing:') return void whileAssessing.push(words)
    else if (verb === 'before-posted:') return void beforePosted.push(words)
    else throw new Error(`A transcript has no stage direction "${text}".`)
    await engine.drain()
  }

  for (const line of lines) {
    out.push(
      ...line.text.split('\n').map((row) => `${line.kind === 'stage' ? '>>' : '>'} ${row}`.trimEnd()),
      '',
    )
    if (line.kind === 'stage') await direct(line.text)
    else {
      await engine.heard(happening({ kind: 'said', text: line.text }))
      await engine.drain()
    }
  }
  whileAssessing = []
  beforePosted = []
  await engine.stop()
  return `${out
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()}\n`
}

function asMessage(body: unknown): Message {
  if (typeof body === 'object' && body !== null && 'text' in body && 'role' in body && 'note' in body) {
    const { text, role, note } = body
    const known = role === 'question' || role === 'report' ? role : 'notice'
    return { text: String(text), role: known, note: typeof note === 'string' ? note : null, buttons: [] }
  }
  throw new Error('A part without a message.')
}
