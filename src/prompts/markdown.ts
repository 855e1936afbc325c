/**
 * Takes a Markdown file apart at its headings. The parser finds the blocks and their lines; the text is then cut from the
 * source as it is. What stands inside a block (emphasis, links) is never looked for, which makes it quick.
 */
import MarkdownIt, { type Token } from 'markdown-it'
import { type Problem, quoted } from './check.ts'

const parser = new MarkdownIt('commonmark')
parser.core.ruler.enableOnly(['normalize', 'block'])

export type Piece = { line: number; text: string }

/** A block of a file: its lines, the first counted from 1 and the last included. */
export type Block = {
  kind: 'paragraph' | 'list' | 'comment' | 'other'
  first: number
  last: number
  /** The entries of a list. */
  entries: { first: number; last: number; indent: number }[]
}

/** A heading with what stands under it. Lines are those of the file. */
export type Section = {
  name: string
  line: number
  /** Everything under the heading, up to the next. */
  text: string
  blocks: Block[]
  /** The `###` headings under a `##`. */
  parts: Section[]
}

export type Outline = {
  file: string
  lines: readonly string[]
  front: Piece | null
  title: Piece | null
  /** What stands before the first `##`. */
  intro: Block[]
  sections: Section[]
}

/** Takes a file apart. Headings that are made by accident or stand twice are added to the problems. */
export function outline(file: string, source: string, problems: Problem[]): Outline {
  const lines = source.split('\n')
  const { front, body } = withoutFront(lines)
  const result: Outline = { file, lines, front, title: null, intro: [], sections: [] }
  const tokens = parser.parse(body.map(shortened).join('\n'), {})
  for (const [index, token] of tokens.entries()) {
    if (token.level > 0 || token.nesting < 0 || token.map === null) continue
    const heading = headingOf(token, tokens[index + 1])
    if (heading !== null && heading.depth <= 3) addHeading(result, heading, problems)
    else addBlock(result, blockOf(token, tokens.slice(index), lines))
  }
  for (const section of result.sections) {
    for (const part of [section, ...section.parts]) part.text = textOf(lines, part.blocks)
  }
  tellTwice(file, '## ', result.sections, problems)
  for (const section of result.sections) tellTwice(file, '### ', section.parts, problems)
  return result
}

// A list of aliases is thousands of characters long, and its end says nothing about the block that it stands in.
const shortened = (line: string): string => (/^[a-z]+: .{80}/.test(line) ? line.slice(0, 80) : line)

/** The front matter between two lines of dashes, and the file with as many empty lines in its place. */
function withoutFront(lines: readonly string[]): { front: Piece | null; body: string[] } {
  const isBorder = (line: string | undefined): boolean => line !== undefined && /^---[ \t]*$/.test(line)
  const end = lines.findIndex((line, index) => index > 0 && isBorder(line))
  if (!isBorder(lines[0]) || end < 0) return { front: null, body: [...lines] }
  const text = lines.slice(1, end).join('\n')
  return { front: { line: 2, text }, body: lines.map((line, index) => (index <= end ? '' : line)) }
}

type Heading = { depth: number; line: number; name: string; byAccident: boolean }

function headingOf(token: Token, inside: Token | undefined): Heading | null {
  if (token.type !== 'heading_open') return null
  const depth = Number(token.tag.slice(1))
  const name = inside?.content ?? ''
  return { depth, line: (token.map?.[0] ?? 0) + 1, name, byAccident: !token.markup.startsWith('#') }
}

function addHeading(to: Outline, heading: Heading, problems: Problem[]): void {
  const { depth, line, name, byAccident } = heading
  const tell = (says: string): void => {
    problems.push({ file: to.file, line, says })
  }
  const section: Section = { name, line, text: '', blocks: [], parts: [] }
  // Front matter without its first line looks like a heading as well; that it is missing is said elsewhere.
  const isFront = to.front === null && to.title === null && to.sections.length === 0
  if (byAccident && isFront) return
  if (byAccident)
    tell(
      `the line of dashes or equal signs under ${quoted(name)} makes it a heading; put an empty line between.`,
    )
  else if (depth === 2) to.sections.push(section)
  else if (depth === 3 && to.sections.length === 0) tell(`"### ${name}" stands under no "##" heading.`)
  else if (depth === 3) to.sections.at(-1)?.parts.push(section)
  else if (to.title !== null || to.sections.length > 0)
    tell(`"# ${name}" must be the first heading, and the only one with one "#".`)
  else to.title = { line, text: name }
}

function addBlock(to: Outline, block: Block): void {
  if (block.kind === 'comment') return
  const section = to.sections.at(-1)
  const open = section?.parts.at(-1) ?? section
  ;(open?.blocks ?? to.intro).push(block)
}

/** `following` begins with the token that opens the block. */
function blockOf(token: Token, following: readonly Token[], lines: readonly string[]): Block {
  const { first, last } = placeOf(token, lines)
  if (/^(?:bullet|ordered)_list_open$/.test(token.type)) {
    const end = following.findIndex(({ level, nesting }, index) => index > 0 && level === 0 && nesting < 0)
    const items = following
      .slice(0, end)
      .filter(({ type, level }) => type === 'list_item_open' && level === 1)
    return { kind: 'list', first, last, entries: items.map((item) => entryOf(item, lines)) }
  }
  const isComment = token.type === 'html_block' && /^<!--[\s\S]*-->$/.test(token.content.trim())
  const kind = isComment ? 'comment' : token.type === 'paragraph_open' ? 'paragraph' : 'other'
  return { kind, first, last, entries: [] }
}

function entryOf(item: Token, lines: readonly string[]): Block['entries'][number] {
  const place = placeOf(item, lines)
  // What follows the bullet is indented by as much on the entry's other lines.
  const [bullet = ''] = /^\s*(?:[-+*]|\d+[.)])\s*/.exec(lines[place.first - 1] ?? '') ?? []
  return { ...place, indent: bullet.length }
}

/** The lines of a token, without the empty ones that the parser counts to it. */
function placeOf({ map }: Token, lines: readonly string[]): { first: number; last: number } {
  const first = (map?.[0] ?? 0) + 1
  let last = map?.[1] ?? first
  while (last > first && (lines[last - 1] ?? '').trim() === '') last -= 1
  return { first, last }
}

function tellTwice(file: string, marks: string, sections: readonly Section[], problems: Problem[]): void {
  const first = new Map<string, number>()
  for (const { name, line } of sections) {
    const seen = first.get(name.toLowerCase())
    if (seen === undefined) first.set(name.toLowerCase(), line)
    else
      problems.push({ file, line, says: `"${marks}${name}" is there twice; the first is on line ${seen}.` })
  }
}

/** The entries of the lists in a section. Anything else in it is added to the problems. */
export function listEntries({ file, lines }: Outline, section: Section, problems: Problem[]): Piece[] {
  const found: Piece[] = []
  for (const { kind, first, entries } of section.blocks) {
    if (kind === 'list') found.push(...entries.map((entry) => entryText(lines, entry)))
    else {
      const says = `"## ${section.name}" has text that is no list entry; begin each entry with "- ".`
      problems.push({ file, line: first, says })
    }
  }
  return found
}

function entryText(lines: readonly string[], { first, last, indent }: Block['entries'][number]): Piece {
  const own = lines.slice(first - 1, last).map((line, index) => {
    const spaces = /^ */.exec(line)?.[0].length ?? 0
    return index === 0 ? line.slice(indent) : line.slice(Math.min(spaces, indent))
  })
  return { line: first, text: own.join('\n').trim() }
}

/** A line `label: text`, with the lines that continue it. */
export type Labelled = { label: string; line: number; text: string }

/** The plain lines of blocks. `owner` is what they are about, for the sentence about a line that is none. */
export function plainLines(
  of: Outline,
  blocks: readonly Block[],
  owner: string,
  problems: Problem[],
): Labelled[] {
  const found: Labelled[] = []
  for (const block of blocks) {
    const lines = linesOf(of.lines, block)
    // A list among plain lines is one mistake, not ten.
    const wrong = block.kind === 'paragraph' ? addLabelled(lines, found) : lines.slice(0, 1)
    for (const { line, text } of wrong) problems.push({ file: of.file, line, says: noLabel(owner, text) })
  }
  return withoutTwice(of.file, found, owner, problems)
}

/** Returns the lines that neither have a label nor continue one. */
function addLabelled(lines: readonly Piece[], found: Labelled[]): Piece[] {
  return lines.filter(({ line, text }) => {
    const [, label, rest] = /^([A-Za-z][\w-]*):(?:\s+(.*))?$/.exec(text) ?? []
    const last = found.at(-1)
    if (label !== undefined) found.push({ label, line, text: (rest ?? '').trim() })
    else if (last !== undefined && /^(?: {2}|\t)/.test(text)) last.text = `${last.text} ${text.trim()}`.trim()
    else return true
    return false
  })
}

const noLabel = (owner: string, text: string): string =>
  `${owner} has the line ${quoted(text.trim())} without a label; write "label: text", or two spaces to continue the line above.`

function withoutTwice(file: string, found: Labelled[], owner: string, problems: Problem[]): Labelled[] {
  return found.filter(({ label, line }, index) => {
    const first = found.findIndex((other) => other.label === label)
    if (first === index) return true
    problems.push({
      file,
      line,
      says: `${owner} has ${label} twice; the first is on line ${found[first]?.line}.`,
    })
    return false
  })
}

const linesOf = (lines: readonly string[], { first, last }: Block): Piece[] =>
  lines.slice(first - 1, last).map((text, index) => ({ line: first + index, text }))

/** The source from the first block to the last, without what stood between them and was a comment. */
export function textOf(lines: readonly string[], blocks: readonly Block[]): string {
  const pieces = blocks.map((block, index) => {
    const text = lines.slice(block.first - 1, block.last).join('\n')
    const next = blocks[index + 1]
    if (next === undefined) return text
    const gap = lines.slice(block.last, next.first - 1)
    return text + (gap.every((line) => line.trim() === '') ? '\n'.repeat(gap.length + 1) : '\n\n')
  })
  return pieces.join('').trim()
}
