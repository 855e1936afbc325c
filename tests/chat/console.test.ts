import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Happening } from '../../src/chat/chat.ts'
import { conversation, createConsole } from '../../src/chat/console/console.ts'
import { answersIn, commandIn, fenceOpen } from '../../src/chat/console/lines.ts'
import { paint } from '../../src/chat/console/paint.ts'
import { chatConformance } from './conformance.ts'

function terminal() {
  const input = new PassThrough()
  const output = new PassThrough()
  let shown = ''
  output.on('data', (chunk) => {
    shown += String(chunk)
  })
  let left = 0
  const chat = createConsole({
    input,
    output,
    tty: true,
    person: 'terminal:me',
    rounds: ['design', 'behavioral'],
    clock: () => 1_000,
    session: 'session',
    left: () => {
      left += 1
    },
  })
  const types = async (text: string) => {
    input.write(text)
    await sleep(80)
  }
  return { chat, types, shown: () => shown, left: () => left, input }
}

chatConformance('console', async () => {
  const { chat, types, shown } = terminal()
  return { chat, conversation, says: (text) => types(`${text}\n`), shown, stop: () => chat.close() }
}, [
  {
    reason: 'a terminal cannot be read back',
    tests: [
      'finds a post by our id, and tells when there is none',
      'tells what was said while nobody listened',
    ],
  },
])

describe('typing', () => {
  const listening = async () => {
    const t = terminal()
    const heard: Happening[] = []
    await t.chat.listen(async (h) => {
      heard.push(h)
    })
    const kinds = () =>
      heard.map((h) =>
        h.kind === 'said'
          ? h.text
          : h.kind === 'pressed'
            ? `[${h.control}]`
            : h.kind === 'commanded'
              ? `/${h.line}`
              : h.kind,
      )
    return { ...t, kinds }
  }
  it('each line is stored at once; an empty line ends the answer', async () => {
    const t = await listening()
    await t.types('one\n')
    await t.types('two\n')
    expect(t.kinds()).toEqual(['one', 'two'])
    await t.types('\n')
    expect(t.kinds()).toEqual(['one', 'two', '[done]'])
    await t.types('\n')
    expect(t.kinds().at(-1)).toBe('[start]')
  })
  it('a paste is one message', async () => {
    const t = await listening()
    await t.types('one\ntwo\nthree\n')
    expect(t.kinds()).toEqual(['one\ntwo\nthree'])
  })
  it('an empty line inside a code fence belongs to the code', async () => {
    const t = await listening()
    await t.types('```python\nx = 1\n')
    await t.types('\ny = 2\n```\n')
    expect(t.kinds()).toEqual(['```python\nx = 1\n\ny = 2\n```'])
  })
  it('commands are told from text', async () => {
    const t = await listening()
    await t.types('/mock design level:senior\n')
    await t.types('help\n')
    expect(t.kinds()).toEqual(['/design level:senior', '/help'])
  })
  it('the end of input leaves, and loses no line', async () => {
    const t = await listening()
    t.input.end('last words')
    await sleep(80)
    expect([t.kinds(), t.left()]).toEqual([['last words'], 1])
  })
})

it.each([
  ['/mock design', 'design'],
  ['mock help', 'help'],
  ['/stop', 'stop'],
  ['resume', 'resume'],
  ['new behavioral mode:real', 'new behavioral mode:real'],
  ['design minutes:20', 'design minutes:20'],
  ['design a chatbot', null],
  ['newer models are better', null],
  ['helpful', null],
])('"%s" as a command: %s', (line, command) =>
  expect(commandIn(line, ['design', 'behavioral'])).toBe(command),
)

it('splits piped text at empty lines, but not inside a fence', () => {
  expect(answersIn('a\r\nb\n\n\nc\n```\nd\n\ne\n```\n\nf')).toEqual(['a\nb', 'c\n```\nd\n\ne\n```', 'f'])
  expect(answersIn('')).toEqual([])
  expect(answersIn('a\n```\nnever closed\n\nb')).toEqual(['a\n```\nnever closed\n\nb'])
  expect(fenceOpen('```\nx')).toBe(true)
})

describe('painting', () => {
  it('plain where there is no colour', () => {
    expect(paint('**bold** and plain', 'small', false, 80)).toBe('\nsmall\nbold and plain\n\n')
  })
  it('bold and dim where there is', () => {
    expect(paint('**bold**', 'small', true, 80)).toBe(
      '\n\u001b[2msmall\u001b[22m\n\u001b[1mbold\u001b[22m\n\n',
    )
  })
  it('breaks lines at words and indents what continues a list item', () => {
    expect(paint('- one two three four', null, true, 12)).toBe('\n- one two\n  three four\n\n')
  })
})
