/** The bot's side of the recorded chat: an adapter like any other, over a real socket. */
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Chat, Happening } from '../../src/chat/chat.ts'

export type RecordedChatOptions = {
  url: string
  /** Acknowledges before storing, and never looks on the platform before posting again. */
  naive: boolean
  /** Called between hearing and acknowledging: a place to die. */
  point: () => void
}

const placed = z.object({ platformId: z.string(), at: z.number() })
const isHappening = (value: unknown): value is Happening =>
  typeof value === 'object' && value !== null && 'kind' in value

export function createRecordedChat({ url, naive, point }: RecordedChatOptions): Chat {
  let listening = false

  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(
      `${url}${path}`,
      body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
    )
    return response.json()
  }

  const poll = async (heard: (happening: Happening) => Promise<void>): Promise<void> => {
    while (listening) {
      const happening = await call('/next').catch(() => null)
      if (!isHappening(happening)) {
        await sleep(10)
        continue
      }
      const ack = () => call(`/ack?key=${happening.key}`)
      if (naive) await ack()
      point()
      await heard(happening)
      point()
      if (!naive) await ack()
    }
  }

  return {
    async listen(heard) {
      listening = true
      poll(heard).catch(() => {})
    },
    render: (conversation, message) => [{ conversation, body: { role: message.role, text: message.text } }],
    async send(part, id) {
      try {
        return { kind: 'sent', ...placed.parse(await call('/send', { id, part })) }
      } catch (error) {
        return { kind: 'unclear', reason: String(error) }
      }
    },
    async find(_, id) {
      if (naive) return { kind: 'absent' }
      const found = placed.nullable().parse(await call(`/find?id=${id}`))
      return found === null ? { kind: 'absent' } : { kind: 'found', ...found }
    },
    async history(conversation, after) {
      const said = await call(`/history?conversation=${encodeURIComponent(conversation)}&after=${after}`)
      return Array.isArray(said) ? said.filter(isHappening) : []
    },
    async close() {
      listening = false
    },
  }
}
