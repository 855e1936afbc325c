/** Takes a Markdown file apart at its headings. The parser finds the places; the text is then cut from the source as it is. */
import type { Heading, List, Node, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { frontmatter } from 'micromark-extension-frontmatter'
import { type Problem, quoted } from './check.ts'

// The text within a block is cut from the source, so what it could mean need not be looked for. That halves the time.
const onlyBlocks = {
  disable: {
    null: [
      'attention',
      'autolink',
      'characterEscape',
      'characterReference',
      'codeText',
      'hardBreakEscape',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
    ],
  },
}

export type Piece = { line: number; text: string }

/** A heading with what stands under it. Lines are those of the file. */
export type Section = {
  name: string
  line: number
  /** Everything under the heading, up to the next. */
  text: string
  nodes: RootContent[]
  /** The `###` headings under a `##`. */
  parts: Section[]
}

export type Outline = {
  file: string
  source: string
  front: Piece | null
  title: Piece | null
  /** What stands before the first `##`. */
  intro: RootContent[]
  sections: Section[]
}

/** Takes a file apart. Headings that are made by accident or stand twice are added to the problems. */
export function outline(file: string, source: string, problems: Problem[]): Outline {
  const root = fromMarkdown(source, {
    extensions: [frontmatter(['yaml']), onlyBlocks],
    mdastExtensions: [frontmatterFromMarkdown(['yaml'])],
  })
  const result: Outline = { file, source, front: null, title: null, intro: [], sections: [] }
  for (const node of root.children) {
    if (node.type === 'yaml') result.front = { line: startOf(node).line + 1, text: node.value }
    else if (node.type === 'heading' && node.depth <= 3) addHeading(result, node, problems)
    else if (!isComment(node)) (openSection(result)?.nodes ?? result.intro).push(node)
  }
  for (const section of result.sections) {
    for (const part of [section, ...section.parts]) part.text = textOf(source, part.nodes)
  }
  tellTwice(file, '## ', result.sections, problems)
  for (const section of result.sections) tellTwice(file, '### ', section.parts, problems)
  return result
}

function addHeading(to: Outline, node: Heading, problems: Problem[]): void {
  const { line } = startOf(node)
  const tell = (says: string): void => {
    problems.push({ file: to.file, line, says })
  }
  const name = headingText(to.source, node)
  const section: Section = { name, line, text: '', nodes: [], parts: [] }
  // Front matter without its first line looks like a heading as well; that it is missing is said elsewhere.
  const isFront = to.front === null && to.title === null && to.sections.length === 0
  const isByAccident = to.source[startOf(node).offset] !== '#'
  if (isByAccident && isFront) return
  if (isByAccident)
    tell(
      `the line of dashes or equal signs under ${quoted(name)} makes it a heading; put an empty line between.`,
    )
  else if (node.depth === 2) to.sections.push(section)
  else if (node.depth === 3 && to.sections.length === 0) tell(`"### ${name}" stands under no "##" heading.`)
  else if (node.depth === 3) to.sections.at(-1)?.parts.push(section)
  else if (to.title !== null || to.sections.length > 0)
    tell(`"# ${name}" must be the first heading, and the only one with one "#".`)
  else to.title = { line, text: name }
}

const openSection = (of: Outline): Section | undefined => {
  const section = of.sections.at(-1)
  return section?.parts.at(-1) ?? section
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
export function listEntries({ file, source }: Outline, section: Section, problems: Problem[]): Piece[] {
  const entries: Piece[] = []
  for (const node of section.nodes) {
    if (node.type === 'list') entries.push(...entriesOf(source, node))
    else {
      const says = `"## ${section.name}" has text that is no list entry; begin each entry with "- ".`
      problems.push({ file, line: startOf(node).line, says })
    }
  }
  return entries
}

function entriesOf(source: string, list: List): Piece[] {
  return list.children.map((item) => {
    const first = item.children[0]
    // What follows the bullet is indented by as much on the entry's other lines.
    const indent = first === undefined ? 0 : startOf(first).column - 1
    const text = textOf(source, item.children).replace(
      /\n +/g,
      (space) => `\n${' '.repeat(Math.max(space.length - 1 - indent, 0))}`,
    )
    return { line: startOf(item).line, text }
  })
}

/** A line `label: text`, with the lines that continue it. */
export type Labelled = { label: string; line: number; text: string }

/** The plain lines of a section. `owner` is what the section is about, for the sentence about a line that is none. */
export function plainLines(of: Outline, section: Section, owner: string, problems: Problem[]): Labelled[] {
  const found: Labelled[] = []
  for (const node of section.nodes) {
    const lines = linesOf(of.source, node)
    // A list among plain lines is one mistake, not ten.
    const wrong = node.type === 'paragraph' ? addLabelled(lines, found) : lines.slice(0, 1)
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

/** Whole lines, so that spaces before the first are seen. */
function linesOf(source: string, node: RootContent): Piece[] {
  const { offset, line } = startOf(node)
  const from = source.lastIndexOf('\n', offset - 1) + 1
  return source
    .slice(from, endOf(node))
    .split('\n')
    .map((text, index) => ({ line: line + index, text }))
}

/** The source from the first node to the last, without what stood between them and was a comment. */
function textOf(source: string, nodes: readonly Node[]): string {
  const pieces = nodes.map((node, index) => {
    const text = source.slice(startOf(node).offset, endOf(node))
    const next = nodes[index + 1]
    if (next === undefined) return text
    const gap = source.slice(endOf(node), startOf(next).offset)
    return text + (/^\s*$/.test(gap) ? gap : '\n\n')
  })
  return pieces.join('').trim()
}

function headingText(source: string, { children }: Heading): string {
  return textOf(source, children)
}

const isComment = (node: RootContent): boolean => node.type === 'html' && /^<!--[\s\S]*-->$/.test(node.value)

/** Where a node begins. The parser gives every node a position; its types only allow for it. */
export function startOf(node: Node): { line: number; column: number; offset: number } {
  const { line = 1, column = 1, offset = 0 } = node.position?.start ?? {}
  return { line, column, offset }
}

const endOf = (node: Node): number => node.position?.end.offset ?? 0
