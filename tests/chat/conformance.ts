/** What every chat owes the engine. An adapter's own test is this suite with a way to speak into it and to see what it shows. */
import { describe, expect, it } from 'vitest'
import type { Chat, Happening, Message } from '../../src/chat/chat.ts'

export type ChatUnderTest = {
  chat: Chat
  conversation: string
  /** A person says one message; resolves when the platform has handed it over. */
  says: (text: string) => Promise<void>
  /** Everything that people can see of our posts, in order. */
  shown: () => string
  stop: () => Promise<void>
}

/** Tests that a platform cannot pass, by name and with the reason. */
export type Skip = { reason: string; tests: string[] }

export function chatConformance(name: string, make: () => Promise<ChatUnderTest>, skips: Skip[] = []) {
  const check = (title: string, run: (under: ChatUnderTest) => Promise<void>) => {
    const skip = skips.find(({ tests }) => tests.includes(title))
    it.skipIf(skip !== undefined)(skip === undefined ? title : `${title} (${skip.reason})`, async () => {
      const under = await make()
      try {
        await run(under)
      } finally {
        await under.stop()
      }
    })
  }
  const listen = async ({ chat }: ChatUnderTest): Promise<Happening[]> => {
    const heard: Happening[] = []
    await chat.listen(async (happening) => {
      heard.push(happening)
    })
    return heard
  }
  const message = (text: string): Message => ({ role: 'notice', text, note: null, buttons: [] })
  const post = async ({ chat, conversation }: ChatUnderTest, text: string, id: string) => {
    const results = []
    for (const [i, part] of chat.render(conversation, message(text)).entries())
      results.push(await chat.send(part, `${id}.${i}`))
    return results
  }

  describe(`chat: ${name}`, () => {
    check('hears a person once, with its own key, place and time', async (under) => {
      const heard = await listen(under)
      await under.says('first words')
      await under.says('other words')
      const said = heard.filter((h) => h.kind === 'said')
      expect(said.map((h) => h.kind === 'said' && h.text)).toEqual(['first words', 'other words'])
      expect(new Set(heard.map((h) => h.key)).size).toBe(heard.length)
      for (const h of said)
        expect(h).toMatchObject({ conversation: under.conversation, at: expect.any(Number) })
      expect((said[1]?.at ?? 0) > (said[0]?.at ?? 0)).toBe(true)
    })
    check('never hears itself', async (under) => {
      const heard = await listen(under)
      await post(under, 'our own words', 'own')
      await under.says('their words')
      expect(heard.filter((h) => h.kind === 'said').map((h) => h.kind === 'said' && h.text)).toEqual([
        'their words',
      ])
    })
    check('shows what is sent, and says when', async (under) => {
      await listen(under)
      const [result] = await post(under, 'A question?', 'one')
      expect(result).toMatchObject({ kind: 'sent', platformId: expect.any(String), at: expect.any(Number) })
      expect(under.shown()).toContain('A question?')
    })
    check('shows long text whole and in order', async (under) => {
      await listen(under)
      const words = Array.from({ length: 2000 }, (_, i) => `word${i}`)
      await post(under, words.join(' '), 'long')
      expect(under.shown().match(/word\d+/gu)).toEqual(words)
    })
    check(
      'renders the same message the same way, into its own conversation',
      async ({ chat, conversation }) => {
        const once = chat.render(conversation, message('x **y** z'))
        expect(chat.render(conversation, message('x **y** z'))).toEqual(once)
        expect(new Set(once.map((part) => part.conversation))).toEqual(new Set([conversation]))
        expect(JSON.parse(JSON.stringify(once))).toEqual(once)
      },
    )
    check('does not let text act', async (under) => {
      await listen(under)
      await post(under, 'before \u001b[2J\u001b]0;title\u0007 after', 'hostile')
      expect(under.shown()).not.toContain('\u001b[2J')
      expect(under.shown()).toContain('after')
    })
    check('finds a post by our id, and tells when there is none', async (under) => {
      await listen(under)
      await post(under, 'A question?', 'sought')
      expect(await under.chat.find(under.conversation, 'sought.0', 0)).toMatchObject({ kind: 'found' })
      expect(await under.chat.find(under.conversation, 'nowhere.0', 0)).toEqual({ kind: 'absent' })
    })
    check('tells what was said while nobody listened', async (under) => {
      await under.says('missed words')
      const missed = await under.chat.history(under.conversation, 0)
      expect(missed.map((h) => h.kind === 'said' && h.text)).toEqual(['missed words'])
    })
  })
}
