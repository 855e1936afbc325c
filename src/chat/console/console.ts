/** The terminal as a platform. What it prints is gone with the window, so `find` never finds and `history` is empty. */
import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import type { Chat, Happening } from '../chat.ts'
import { commandIn, fenceOpen } from './lines.ts'
import { paint } from './paint.ts'

export const tenant = 'terminal:local'
export const conversation = 'terminal:local/here'

export type ConsoleParts = {
  input: Readable
  output: Writable & { columns?: number }
  /** A person sits there: prompt, colour, wrapped lines. */
  tty: boolean
  person: string
  rounds: string[]
  clock: () => number
  /** Different in every process: names what is typed in this one. */
  session: string
  /** The input ended or the person left with Ctrl-C. */
  left: () => void
}

export type Console = Chat & {
  /** Says something as the person, as if typed; resolves when stored. */
  type(what: { said: string } | { pressed: string } | { commanded: string }): Promise<void>
  /** True once a report was shown. */
  reported(): boolean
}

/** Lines that arrive within this many ms belong to one paste and become one message. */
const paste = 40
/** At most one sign of typing in this many ms. */
const typingEvery = 10_000

const body = z.object({
  role: z.enum(['question', 'notice', 'report']),
  text: z.string(),
  note: z.string().nullable(),
})

export function createConsole(parts: ConsoleParts): Console {
  const { input, output, tty, clock } = parts
  let hear: (happening: Happening) => Promise<void> = async () => {}
  let reader: Interface | null = null
  let reported = false
  let count = 0
  let lastAt = 0
  let lastTyping = 0
  let lines: string[] = []
  let unread = false
  let flushing: NodeJS.Timeout | undefined
  // One after the other: a blank line must not overtake the text before it.
  let queue = Promise.resolve()

  /** A moment later than anything before it, so that the order of lines is the order of times. */
  const now = () => {
    lastAt = Math.max(clock(), lastAt + 1)
    return lastAt
  }

  const tell = (
    what: { said: string } | { pressed: string } | { commanded: string } | 'typing',
  ): Promise<void> => {
    count += 1
    const key = `${parts.session}-${count}`
    const common = { key, tenant, person: parts.person, conversation, at: now() }
    if (what === 'typing') return hear({ ...common, kind: 'typing' })
    if ('said' in what) return hear({ ...common, kind: 'said', message: key, text: what.said })
    if ('pressed' in what) return hear({ ...common, kind: 'pressed', control: what.pressed })
    return hear({
      ...common,
      kind: 'commanded',
      line: what.commanded,
      settles: 'when-told',
      audience: 'terminal',
    })
  }

  const inTurn = (run: () => Promise<void>): Promise<void> => {
    queue = queue.then(run).catch((error: unknown) => {
      output.write(
        `\nThat could not be saved (${error instanceof Error ? error.message : String(error)}). Please type it again.\n`,
      )
    })
    return queue
  }

  const flush = () => {
    clearTimeout(flushing)
    if (lines.length === 0) return
    const said = lines.join('\n')
    lines = []
    unread = true
    inTurn(() => tell({ said }))
  }

  const take = (line: string) => {
    const fenced = fenceOpen(lines.join('\n'))
    const command = lines.length > 0 || fenced ? null : commandIn(line, parts.rounds)
    if (command !== null) {
      inTurn(() => tell({ commanded: command }))
    } else if (line.trim() === '' && !fenced) {
      flush()
      // A blank line on its own also starts an interview that waits in its lobby.
      const pressed = unread ? 'done' : 'start'
      unread = false
      inTurn(() => tell({ pressed }))
    } else {
      lines.push(line)
      clearTimeout(flushing)
      if (!fenceOpen(lines.join('\n'))) flushing = setTimeout(flush, paste)
    }
    reader?.prompt()
  }

  const signOfTyping = () => {
    if ((reader?.line ?? '') === '' || clock() - lastTyping < typingEvery) return
    lastTyping = clock()
    inTurn(() => tell('typing'))
  }

  const write = (text: string) => {
    if (reader === null || !tty) return void output.write(text)
    // The line being typed is taken away, the text printed, and the line put back.
    output.write(`\r\x1b[K${text}`)
    reader.prompt(true)
  }

  return {
    async listen(heard) {
      hear = heard
      if (!tty) return
      reader = createInterface({ input, output, terminal: true, prompt: '> ' })
      reader.on('line', take)
      reader.on('SIGINT', parts.left)
      reader.on('close', () => {
        flush()
        parts.left()
      })
      input.on('keypress', signOfTyping)
    },
    type: (what) => inTurn(() => tell(what)),
    reported: () => reported,
    render: (to, message) => [
      { conversation: to, body: { role: message.role, text: message.text, note: message.note } },
    ],
    async send(part, id) {
      const { role, text, note } = body.parse(part.body)
      write(paint(text, note, tty, output.columns ?? 80))
      if (role === 'report') reported = true
      return { kind: 'sent', platformId: id, at: now() }
    },
    find: async () => ({ kind: 'absent' }),
    history: async () => [],
    async close() {
      flush()
      await queue
      if (reader !== null) output.write('\n')
      reader?.close()
      reader = null
    },
  }
}
