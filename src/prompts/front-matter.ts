/** YAML, block style only: for people who do not program, `{}` and `[]` are the part that goes wrong. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import { keyOf, type Path, type Problem } from './check.ts'

export type Yaml = { value: Record<string, unknown>; lines: Map<string, number> }

/**
 * Reads YAML that begins on line `first` of a file. `at` is put before every path in `lines`.
 * What is wrong is added to the problems, and null is returned.
 */
export function readYaml(
  source: string,
  { file, first, at }: { file: string; first: number; at: Path },
  problems: Problem[],
): Yaml | null {
  const counter = new LineCounter()
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false, logLevel: 'error' })
  const lineAt = (offset: number): number => first + counter.linePos(offset).line - 1
  const tell = (offset: number, says: string): void => {
    problems.push({ file, line: lineAt(offset), says })
  }
  const errors = [...document.errors, ...document.warnings]
  // The first error is the cause; those after it are what the parser made of the rest.
  const [error] = errors
  if (error !== undefined) {
    tell(error.pos[0], `the YAML is broken: ${plainWords[error.code] ?? withoutEnd(error.message)}.`)
    return null
  }
  if (!isMap(document.contents)) {
    tell(0, 'the YAML must be lines of the form "label: value".')
    return null
  }
  const refused = refusedStyle(document.contents)
  if (refused !== null) {
    tell(refused.offset, refused.says)
    return null
  }
  const lines = new Map<string, number>()
  const value = plainMap(document.contents, at, (path, node) => {
    lines.set(keyOf(path), lineAt(node.range?.[0] ?? 0))
  })
  return { value, lines }
}

/** The parser's own words are for programmers; these are the mistakes that people make. */
const plainWords: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'there is a second colon in the line; put the text after the first into quotes',
  DUPLICATE_KEY: 'this label is there twice',
  MISSING_CHAR: 'a quote or a colon is missing',
  MULTIPLE_DOCS: 'a line "---" begins a second document; delete it',
  TAB_AS_INDENT: 'the line begins with a tab; use spaces',
}

const withoutEnd = (message: string): string => message.replace(/[.;:]?\s*$/, '')

type Refused = { offset: number; says: string }

function refusedStyle(contents: Node): Refused | null {
  let found: Refused | null = null
  const refuse = (node: Node, says: string): symbol => {
    found = { offset: node.range?.[0] ?? 0, says }
    return visit.BREAK
  }
  visit(contents, {
    Collection: (_key, node) =>
      node.flow === true
        ? refuse(node, 'the YAML uses {} or []; write one entry per line, and leave out what is empty.')
        : undefined,
    Alias: (_key, node) =>
      refuse(node, 'the YAML uses "*", which repeats another value; write the value itself.'),
    Pair: (_key, pair) =>
      isScalar(pair.key) ? undefined : refuse(contents, 'the YAML has a label that is no plain word.'),
    Node: (_key, node) =>
      node.tag !== undefined && !isCoreTag(node.tag)
        ? refuse(node, 'the YAML uses "!"; write the value alone, in quotes if it begins with "!".')
        : undefined,
  })
  return found
}

const isCoreTag = (tag: string): boolean =>
  /^tag:yaml\.org,2002:(?:map|seq|str|int|float|bool|null)$/.test(tag)

type Seen = (path: Path, node: Node) => void

/** Labels with nothing after them are left out, as if they were not there. */
function plainMap(node: Node, at: Path, seen: Seen): Record<string, unknown> {
  const entries: [string, unknown][] = []
  for (const pair of isMap(node) ? node.items : []) {
    if (!isScalar(pair.key)) continue
    const label = String(pair.key.value)
    const path = [...at, label]
    seen(path, pair.key)
    const value = plain(pair.value, path, seen)
    if (value !== null) entries.push([label, value])
  }
  return Object.fromEntries(entries)
}

function plain(node: unknown, at: Path, seen: Seen): unknown {
  if (isScalar(node)) return node.value
  if (isMap(node)) return plainMap(node, at, seen)
  if (!isSeq(node)) return null
  return node.items.map((item, index) => {
    const path = [...at, index]
    if (isMap(item) || isSeq(item) || isScalar(item)) seen(path, item)
    return plain(item, path, seen)
  })
}
