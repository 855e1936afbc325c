/** The documents are true: what they promise is there, and what is there is explained. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { settingNames } from '../src/config.ts'
import { bands } from '../src/interview/pack.ts'

const root = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const isThere = (path: string) => existsSync(new URL(path, root))
const manifest = z
  .object({
    version: z.string(),
    license: z.string(),
    engines: z.object({ node: z.string() }),
    scripts: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read('package.json')))

const documents = ['.', 'docs'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root), { recursive: folder !== '.', encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => posix.join(folder, path.replaceAll('\\', '/'))),
)
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

test('.env.example and the README name exactly the settings that there are', () => {
  const settings = [...settingNames].sort()
  expect(all(read('.env.example'), /^(?:# )?([A-Z][A-Z_]*)=/gm).sort()).toEqual(settings)
  expect(all(read('README.md'), /^\| `([A-Z_]+)` \|/gm).sort()).toEqual(settings)
})

test('the README shows the two commands, and CI runs the second to the letter', () => {
  const readme = read('README.md')
  expect(readme).toContain('npm ci && npm start')
  expect(readme).toContain('npm ci && npm test')
  const lines = read('.ci/run')
    .split('\n')
    .map((line) => line.trim())
  expect(lines).toContain('npm ci && npm test')
  expect(read('.github/workflows/ci.yml')).toContain('- run: npm ci && npm test\n')
})

test('the floor of Node is the same everywhere', () => {
  const floor = manifest.engines.node.replace('>=', '')
  for (const path of ['README.md', 'CONTRIBUTING.md', 'docs/decisions/0001-node-20-floor.md']) {
    expect(read(path), path).toContain(`Node ${floor}`)
  }
})

test('the question in the README is one of the pack', () => {
  const shown = /```markdown\n(.*?)```/s.exec(read('README.md'))?.[1] ?? ''
  const question = read('prompts/questions/design/rag-support-chatbot.md').split('\n')
  expect(shown).not.toBe('')
  expect(shown.split('\n').filter((line) => line !== '' && !question.includes(line))).toEqual([])
})

test('the changelog has a section for this version, or one for what is not released', () => {
  const sections = all(read('CHANGELOG.md'), /^## (\S+)/gm)
  expect(sections.some((name) => name === 'Unreleased' || name === manifest.version)).toBe(true)
})

test('the glossary of CONTRIBUTING has every word of ours', () => {
  const words = all(read('CONTRIBUTING.md'), /\*\*([^*]+)\*\*:/g)
  const ours = `pack, round, stage, question, key point, criterion, mistake, probe, turn, move, mark, red flag, letter, band,
    report, drill, seat`
  expect(ours.split(/,\s+/).filter((word) => !words.includes(word))).toEqual([])
  const band = read('CONTRIBUTING.md')
    .split('\n')
    .find((line) => line.startsWith('- **band**'))
  expect([...bands, 'not enough evidence'].filter((name) => band?.includes(name) !== true)).toEqual([])
})

test('every link, path and script in the documents is there', () => {
  expect(documents.length).toBeGreaterThan(10)
  const missing = documents.flatMap((document) => {
    const text = read(document)
    const links = all(text, /\]\(([^)\s]+)\)/g).filter((link) => !/^(?:[a-z]+:|#)/.test(link))
    const linked = links.map((link) => posix.join(posix.dirname(document), link.replace(/#.*/, '')))
    // Names with a star or an angle bracket stand for many files.
    const paths = all(text, /`((?:src|tests|prompts|docs|migrations|\.ci)\/[\w./-]*)`/g)
    const scripts = all(text, /npm run ([\w:]+)/g).filter(
      (script) => !Object.hasOwn(manifest.scripts, script),
    )
    return [...[...linked, ...paths].filter((path) => !isThere(path)), ...scripts].map(
      (what) => `${document}: ${what}`,
    )
  })
  expect(missing).toEqual([])
})

test('the license is the one that package.json names', () => {
  expect(read('LICENSE')).toMatch(new RegExp(`^${manifest.license} License\n`))
})

test('package-lock.json fetches from the public registry, if it names any', () => {
  const hosts = all(read('package-lock.json'), /"resolved": "(\w+:\/\/[^/"]+)/g)
  expect([...new Set(hosts)].filter((host) => host !== 'https://registry.npmjs.org')).toEqual([])
})

test('the transcript in the README is one that the tests play', () => {
  const [, name = '', block = ''] = /<!-- transcript: (\S+) -->\n```\n(.*?)```/s.exec(read('README.md')) ?? []
  const words = (text: string) => text.replace(/^> /gm, '').replace(/\s+/g, ' ').trim()
  const played = words(read(name))
  const shown = block.split('\n\n').map(words)
  expect(shown.length).toBeGreaterThan(5)
  expect(shown.filter((text) => !text.startsWith('(') && !played.includes(text))).toEqual([])
})
