/**
 * A recorded chat over a real socket: the platform's side. It keeps what was posted under the bot's ids (posting the same
 * id twice makes two posts: it does not help), gives out what the candidate says until each is acknowledged, and can lose
 * replies. It lives in the test's process, so it remembers while the bot is killed.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Happening } from '../../src/chat/chat.ts'

export type Posted = { id: string; role: string; text: string; at: number }

export type Script = {
  /** What the candidate does, in order. The n-th is given out once `n` questions or reports have been posted. */
  acts: { after: number; happening: Happening }[]
  /** Which calls of `send` (counted from 1) lose their reply after the post was made, or the call before it. */
  loseReply: number[]
  loseCall: number[]
}

const sendBody = z.object({
  id: z.string(),
  part: z.object({ body: z.object({ role: z.string(), text: z.string() }) }),
})

export type Platform = { url: string; posts: Posted[]; done: () => boolean; close: () => Promise<void> }

/** Starts the platform on a free port of this machine. */
export async function startPlatform(script: Script): Promise<Platform> {
  const posts: Posted[] = []
  const acked = new Set<string>()
  let sends = 0
  const asked = () => new Set(posts.filter((p) => p.role === 'question').map((p) => p.id)).size
  const next = () =>
    script.acts.find(({ after, happening }) => after <= asked() && !acked.has(happening.key))?.happening ??
    null

  const send = async (request: IncomingMessage, response: ServerResponse) => {
    const { id, part } = sendBody.parse(await readJson(request))
    sends += 1
    if (script.loseCall.includes(sends)) return void request.socket.destroy()
    const post = { id, role: part.body.role, text: part.body.text, at: Date.now() }
    posts.push(post)
    if (script.loseReply.includes(sends)) return void request.socket.destroy()
    answer(response, { platformId: `p${posts.length}`, at: post.at })
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://platform')
    if (url.pathname === '/send') return send(request, response)
    if (url.pathname === '/find') {
      const found = posts.find((p) => p.id === url.searchParams.get('id'))
      return answer(
        response,
        found === undefined ? null : { platformId: `p${posts.indexOf(found) + 1}`, at: found.at },
      )
    }
    if (url.pathname === '/history') {
      const after = Number(url.searchParams.get('after'))
      const here = script.acts.filter((act) => act.after <= asked()).map(({ happening }) => happening)
      return answer(
        response,
        here.filter((h) => h.conversation === url.searchParams.get('conversation') && h.at > after),
      )
    }
    if (url.pathname === '/ack') acked.add(url.searchParams.get('key') ?? '')
    answer(response, url.pathname === '/next' ? next() : null)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    posts,
    done: () => posts.some((p) => p.role === 'report'),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function answer(response: ServerResponse, body: unknown) {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(body))
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}
