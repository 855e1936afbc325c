/** Whatever somebody saves as a prompt file: it is read, or there are sentences about it that begin with its name. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadPack, PackError } from '../../src/prompts.ts'
import { folderOf, good, question, round, star } from './fixture.ts'

async function loads(dir: string, path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(join(dir, path), content)
  const error: unknown = await loadPack([dir]).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error === null) return
  expect(error).toBeInstanceOf(PackError)
  for (const line of String(error).slice('PackError: '.length).split('\n')) {
    expect(line).toMatch(/^\/\S+:\d+: \S.*\.$/)
  }
}

const file = 'questions/design/pages.md'

test('never throws anything but a PackError, whatever bytes a question has', async () => {
  const dir = await folderOf(good)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => loads(dir, file, bytes)),
    { numRuns: 60 },
  )
})

const piece = fc.oneof(
  fc.constantFrom(
    '---\n',
    '\n',
    '# ',
    '## Facts\n',
    '### __proto__\n',
    '## constructor\n',
    'id: pages\n',
    '__proto__: x\n',
    'toString: x\n',
    '- ',
    '  - ',
    '> ',
    '```\n',
    '<!--',
    '-->',
    '\t',
    '{{',
    '}}',
    '{% if',
    '%}',
    '&a ',
    '*a',
    '!!set',
    '? ',
    ': ',
    '|\n',
    '=====\n',
    '[x]: y\n',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

/** A good file with pieces put in where they do not belong, or with a stretch missing. */
const damaged = (source: string) =>
  fc
    .array(fc.tuple(fc.nat(source.length), fc.nat(20), piece), { minLength: 1, maxLength: 4 })
    .map((cuts) =>
      cuts.reduce((text, [at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone), source),
    )

test.each([
  [file, question],
  ['rounds/design.md', round],
  ['star.yaml', star],
  ['notices.md', '## a\n{{ b }}'],
])('never throws anything but a PackError, however %s is damaged', async (path, source) => {
  const dir = await folderOf(good)
  await fc.assert(
    fc.asyncProperty(damaged(source), (text) => loads(dir, path, text)),
    { numRuns: 30 },
  )
})

test.each([
  ['quotes', '>'.repeat(2_000)],
  ['lists', '- '.repeat(20_000)],
  ['YAML', `---\nid: ${'\n'}${'- '.repeat(20_000)}\n---\n`],
  ['brackets', `---\nid: ${'['.repeat(20_000)}\n---\n`],
  ['emphasis', `---\nid: pages\n---\n# ${'*a **'.repeat(10_000)}`],
  ['braces', `---\nid: pages\n---\n# ${'{{'.repeat(30_000)}`],
])('survives %s nested without end', async (_what, text) => {
  await loads(await folderOf(good), file, text)
})
