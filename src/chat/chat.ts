/**
 * The chat port: what a platform tells us, and how we post. A platform is one folder (or file) that implements `Chat`;
 * nothing outside it knows the platform's vocabulary.
 */
import type { Audience, Settles } from '../interview/interview.ts'

/** Something a platform told us. `key` is the platform's own unique name for it, so a redelivery is recognised. */
export type Happening = {
  key: string
  tenant: string
  person: string
  conversation: string
  /** The platform's own time, in ms since 1970. */
  at: number
} & (
  | { kind: 'said'; message: string; text: string }
  | { kind: 'edited'; message: string; text: string }
  | { kind: 'deleted'; message: string }
  /** A button, or the terminal's blank line. `control` is a side-talk action, `start`, or a command line. */
  | { kind: 'pressed'; control: string }
  | { kind: 'typing' }
  /** `line` is what stands after `/mock`. */
  | { kind: 'commanded'; line: string; settles: Settles; audience: Audience }
)

export type Button = { label: string; control: string }

/** What we say: standard Markdown, one small line about where we are, and buttons. */
export type Message = {
  role: 'question' | 'notice' | 'report'
  text: string
  note: string | null
  buttons: Button[]
}

/** One platform post. `render` makes as many as the platform's limits ask for. */
export type Part = { conversation: string; body: unknown }

export type SendResult =
  | { kind: 'sent'; platformId: string; at: number }
  /** Clearly not posted. `notBefore` is a time in ms to try again, or null: never. */
  | { kind: 'refused'; reason: string; notBefore: number | null }
  /** Nobody knows whether it was posted: a timeout, a cut connection, a server error. */
  | { kind: 'unclear'; reason: string }

export type FindResult =
  | { kind: 'found'; platformId: string; at: number }
  | { kind: 'absent' }
  | { kind: 'cannot-tell' }

export type Chat = {
  /** Starts to hear. `heard` resolves once the happening is stored; only then may the platform be told that we have it. */
  listen(heard: (happening: Happening) => Promise<void>): Promise<void>
  /** Splits a message into posts. Pure: called before anything is saved. */
  render(conversation: string, message: Message): Part[]
  /** One attempt, no retries of the library's own. `id` is ours: at most 24 characters, the same in every attempt. */
  send(part: Part, id: string): Promise<SendResult>
  /** Looks for a post with our id among those made since `since` (ms). */
  find(conversation: string, id: string, since: number): Promise<FindResult>
  /** What was said after the given platform time (ms): asked after a restart, before any settling. */
  history(conversation: string, after: number): Promise<Happening[]>
  close(): Promise<void>
}
