import { setTimeout as sleep } from 'node:timers/promises'
import { type Script, startPlatform } from '../crash/platform.ts'
import { createRecordedChat } from '../crash/recorded-chat.ts'
import { chatConformance } from './conformance.ts'

chatConformance('the recorded chat of the crash tests', async () => {
  const script: Script = { acts: [], loseReply: [], loseCall: [] }
  const platform = await startPlatform(script)
  const chat = createRecordedChat({ url: platform.url, naive: false, point: () => {} })
  const conversation = 'recorded:1/c'
  let count = 0
  return {
    chat,
    conversation,
    async says(text) {
      count += 1
      const key = `s${count}`
      script.acts.push({
        after: 0,
        happening: {
          kind: 'said',
          key,
          tenant: 'recorded:1',
          person: 'recorded:1/p',
          conversation,
          at: Date.now() + count,
          message: key,
          text,
        },
      })
      await sleep(60)
    },
    shown: () => platform.posts.map((post) => post.text).join('\n'),
    async stop() {
      await chat.close()
      await platform.close()
    },
  }
}, [
  {
    reason: 'it shows text as it comes; making it inert is a platform’s own affair',
    tests: ['does not let text act'],
  },
])
