/**
 * Conversations as test data. In a transcript `> ` is the candidate, `>> ` is a stage direction, every other line is the
 * bot. The runner plays the candidate's lines against the real engine on a real database and writes the file anew.
 */
import type { Chat, Happening, Message } from '../../src/chat/chat.ts'
import { createEngine, usualTiming } from '../../src/engine.ts'
import type { Model } from '../../src/model/model.ts'
import { createOffline } from '../../src/model/offline/offline.ts'
import type { Store } from '../../src/store/store.ts'
import type { LoadedPack } from '../../src/turn.ts'

/** One message of the candidate (its rows stand together), or one stage direction. */
export type Line = { kind: 'says' | 'stage'; text: string }

export type Transcript = { heading: string; lines: Line[] }

/** Reads the heading (everything before the first line that begins with `>`) and the candidate's side. */
export function readTranscript(file: string): Transcript {
  const rows = file.split('\n')
  const first = rows.findIndex((row) => row.startsWith('>'))
  const lines: Line[] = []
  let open: Line | null = null
  for (const row of first < 0 ? [] : rows.slice(first)) {
    if (row.startsWith('>> ')) {
      lines.push({ kind: 'stage', text: row.slice(3).trim() })
      open = null
    } else if (row === '>' || row.startsWith('> ')) {
      const text = row.slice(2)
      if (open === null) {
        open = { kind: 'says', text }
        lines.push(open)
      } else open.text += `\n${text}`
    } else open = null
  }
  return { heading: (first < 0 ? rows : rows.slice(0, first)).join('\n').trim(), lines }
}

export type Stage = { store: Store; pack: LoadedPack; name: string }

/** What the platform was given to show. */
export type Shown = { id: string; message: Message }

export type Played = {
  /** The whole conversation, as the file should read. */
  text: string
  shown: Shown[]
  /** What the candidate said while an interview was open: all of it must be kept. */
  said: string[]
}

type What =
  | { kind: 'said'; text: string }
  | { kind: 'edited'; text: string }
  | { kind: 'deleted' }
  | { kind: 'pressed'; control: string }
  | { kind: 'commanded'; line: string; place: 'chat' | 'terminal' }

const seconds: Record<string, number> = { s: 1, min: 60, h: 3_600, days: 86_400 }

/** Plays the candidate's side and returns the whole conversation. */
export async function play({ store, pack, name }: Stage, { heading, lines }: Transcript): Promise<Played> {
  const out: string[] = [heading, '']
  const shown: Shown[] = []
  const said: string[] = []
  const place = { tenant: `test:${name}`, person: `test:${name}/p`, conversation: `test:${name}/c` }
  let now = Date.UTC(2030, 0, 7, 9)
  let count = 0
  let newest = ''
  const whileAssessing: string[] = []
  const beforePosted: string[] = []

  const happening = (what: What): Happening => {
    count += 1
    now += 10
    const key = `${name}-${count}`
    const base = { ...place, key, at: now }
    switch (what.kind) {
      case 'said':
        newest = key
        return { ...base, ...what, message: key }
      case 'edited':
      case 'deleted':
        return { ...base, ...what, message: newest }
      case 'pressed':
        return { ...base, ...what }
      case 'commanded':
        return what.place === 'chat'
          ? { ...base, kind: 'commanded', line: what.line, settles: 'when-quiet', audience: 'private' }
          : { ...base, kind: 'commanded', line: what.line, settles: 'when-told', audience: 'terminal' }
    }
  }

  const chat: Chat = {
    listen: async () => {},
    render: (conversation, message) => [{ conversation, body: message }],
    async send(part, id) {
      const message = asMessage(part.body)
      if (message.role === 'question') {
        for (const text of beforePosted.splice(0)) await between(text)
      }
      shown.push({ id, message })
      out.push(...(message.note === null ? [] : [`_${message.note}_`, '']), asRows(message.text, pack), '')
      now += 10
      return { kind: 'sent', platformId: id, at: now }
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
      for (const text of whileAssessing.splice(0)) await between(text)
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
    newId: () => `interview${String(count).padStart(3, '0')}`,
    log: { info: () => {}, warn: (fields, text) => out.push(`!! ${text} ${JSON.stringify(fields)}`, '') },
    timing: usualTiming,
    owner: name,
    parallel: 1,
    lanes: 1,
    backfilled: true,
  })

  async function say(text: string) {
    const { tenant, conversation, person } = place
    const open = await store.transaction((tx) => tx.openInterview(tenant, conversation, person))
    if (open !== null) said.push(text)
    await engine.heard(happening({ kind: 'said', text }))
  }

  /** Said, stored and handled in the middle of something else, before that goes on. */
  async function between(text: string) {
    out.push(`_in between:_ ${text}`, '')
    await say(text)
    while (await store.crossTenant.hasInbox()) await new Promise((resolve) => setTimeout(resolve, 1))
  }

  /** Time passes from one due thing to the next, so that each happens when it is due. */
  async function pass(ms: number) {
    const end = now + ms
    await engine.drain()
    while (now < end) {
      const due = await store.crossTenant.nextDue()
      now = Math.min(end, due === null ? end : Math.max(now + 1, due))
      await engine.drain()
    }
  }

  async function direct(text: string): Promise<void> {
    const [, verb = '', words = ''] = /^(\S+)\s*(.*)$/u.exec(text) ?? []
    const hear = (what: What) => engine.heard(happening(what))
    switch (verb) {
      case 'mock':
        return hear({ kind: 'commanded', line: words, place: 'chat' })
      case 'terminal':
        return hear({ kind: 'commanded', line: words, place: 'terminal' })
      case 'press':
        return hear({ kind: 'pressed', control: words })
      case 'edit:':
        return hear({ kind: 'edited', text: words })
      case 'delete':
        return hear({ kind: 'deleted' })
      case 'wait':
        return pass(millis(words))
      case 'say:':
        return say(unescaped(words))
      case 'while-assessing:':
        return void whileAssessing.push(words)
      case 'before-posted:':
        return void beforePosted.push(words)
      default:
        throw new Error(`A transcript has no stage direction "${text}".`)
    }
  }

  for (const line of lines) {
    const mark = line.kind === 'stage' ? '>>' : '>'
    out.push(...line.text.split('\n').map((row) => `${mark} ${row}`.trimEnd()), '')
    await (line.kind === 'stage' ? direct(line.text) : say(line.text))
    await engine.drain()
  }
  if (whileAssessing.length + beforePosted.length > 0) throw new Error('A stage direction was never played.')
  await engine.stop()
  const text = out.join('\n').replace(/\n{3,}/gu, '\n\n')
  return { text: `${text.trim()}\n`, shown, said }
}

function millis(words: string): number {
  const [, amount, unit = ''] = /^(\d+) (\S+)$/u.exec(words) ?? []
  const length = seconds[unit]
  if (length === undefined) throw new Error(`A transcript cannot wait "${words}".`)
  return Number(amount) * length * 1000
}

/** `\u{202e}` stands for what an editor would not show; `word * 9000` for what nobody wants to scroll through. */
function unescaped(words: string): string {
  const [, word = words, times = '1'] = /^(.*) \* (\d+)$/u.exec(words) ?? []
  return word
    .replace(/\\n/gu, '\n')
    .replace(/\\u\{([0-9a-f]+)\}/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .repeat(Number(times))
}

/** As it stands in the file: a row of ours never looks like one of theirs, and the pack's hash may change. */
const asRows = (text: string, { pack }: LoadedPack): string =>
  text.replaceAll(pack.hash, '(hash)').replace(/^>/gmu, '\\>')

function asMessage(body: unknown): Message {
  if (typeof body === 'object' && body !== null && 'text' in body && 'role' in body && 'note' in body) {
    const { text, role, note } = body
    const known = role === 'question' || role === 'report' ? role : 'notice'
    return { text: String(text), role: known, note: typeof note === 'string' ? note : null, buttons: [] }
  }
  throw new Error('A part without a message.')
}
