/** From a Markdown file to one raw value for the check: its front matter, its title and one entry per `##` heading. */
import { emptyRaw, keyOf, type Path, type Problem, type Raw } from './check.ts'
import { readYaml } from './front-matter.ts'
import {
  type Block,
  listEntries,
  type Outline,
  outline,
  plainLines,
  type Section,
  textOf,
} from './markdown.ts'

/**
 * What may stand under a heading: text, a list, plain lines, or `###` parts with plain lines, each of which is a `noun`.
 * With `text`, a part's plain lines end at the first empty line, and its text follows.
 */
export type Holds =
  | { kind: 'text' }
  | { kind: 'list' }
  | { kind: 'lines'; noun: string }
  | { kind: 'parts'; noun: string; text?: boolean }

export type Shape = {
  /** False for a file that needs no front matter and may begin with a few words to its readers. */
  front: boolean
  headings: Readonly<Record<string, Holds>>
  /** What headings hold that are not listed; without it they are left to the check, which refuses them. */
  others?: Holds
}

/** Reads a file into a raw value. Headings become its keys, in lower case; parts become lists in their order. */
export function readSections(file: string, source: string, shape: Shape, problems: Problem[]): Raw {
  const from = outline(file, source, problems)
  const raw = emptyRaw(file)
  const value = new Map<string, unknown>()
  for (const name of Object.keys(shape.headings)) raw.labels.set(name, `"## ${capital(name)}"`)
  if (shape.front) {
    addFront(from, raw, value, problems)
    addTitle(from, raw, value, problems)
  }
  for (const section of from.sections) {
    const name = keyFor(section, shape)
    raw.labels.set(name, `"## ${section.name}"`)
    raw.lines.set(name, section.line)
    const [first] = section.blocks
    if (first !== undefined) raw.lines.set(keyOf([name, 0]), first.first)
    const known = Object.hasOwn(shape.headings, name) ? shape.headings[name] : undefined
    const holds = known ?? shape.others ?? { kind: 'text' }
    if (!value.has(name)) value.set(name, contentOf({ from, raw, problems }, section, name, holds))
  }
  return { ...raw, value: Object.fromEntries(value) }
}

type Reading = { from: Outline; raw: Raw; problems: Problem[] }

function contentOf(reading: Reading, section: Section, name: string, holds: Holds): unknown {
  if (holds.kind !== 'parts') tellParts(reading, section)
  if (holds.kind === 'text') return section.text
  if (holds.kind === 'list') return listOf(reading, section, name)
  if (holds.kind === 'lines')
    return linesOf(reading, section.blocks, [name], `${holds.noun} "${section.name}"`)
  tellStray(reading, section.blocks, `stands before the first "###" heading`)
  return section.parts.map((part, index) => {
    const path = [name, index]
    reading.raw.lines.set(keyOf(path), part.line)
    const [labels, text] =
      holds.text === true ? [part.blocks.slice(0, 1), part.blocks.slice(1)] : [part.blocks, []]
    const lines = linesOf(reading, labels, path, `${holds.noun} "${part.name}"`)
    const told = text.length === 0 ? {} : { text: textOf(reading.from.lines, text) }
    return { ...lines, ...told, id: part.name }
  })
}

function listOf({ from, raw, problems }: Reading, section: Section, name: string): string[] {
  return listEntries(from, section, problems).map(({ line, text }, index) => {
    raw.lines.set(keyOf([name, index]), line)
    return text
  })
}

function linesOf({ from, raw, problems }: Reading, blocks: Block[], at: Path, owner: string): object {
  raw.owners.set(keyOf(at), owner)
  const before = problems.length
  const labelled = plainLines(from, blocks, owner, problems)
  if (problems.length > before) raw.told.add(keyOf(at))
  for (const { label, line } of labelled) raw.lines.set(keyOf([...at, label]), line)
  const own = labelled.find(({ label }) => label === 'id')
  if (own !== undefined) {
    problems.push({
      file: from.file,
      line: own.line,
      says: `${owner} has the label "id"; its heading is its id.`,
    })
  }
  return Object.fromEntries(labelled.map(({ label, text }) => [label, text]))
}

function tellParts({ from, problems }: Reading, { name, parts }: Section): void {
  const [part] = parts
  if (part === undefined) return
  const says = `"## ${name}" has the heading "### ${part.name}"; it may not have headings of its own.`
  problems.push({ file: from.file, line: part.line, says })
}

function tellStray({ from, problems }: Reading, blocks: readonly Block[], where: string): void {
  const [block] = blocks
  if (block !== undefined)
    problems.push({ file: from.file, line: block.first, says: `text ${where}; nobody reads it there.` })
}

function addFront(from: Outline, raw: Raw, value: Map<string, unknown>, problems: Problem[]): void {
  raw.owners.set('front', 'the front matter')
  raw.lines.set('front', 1)
  if (from.front === null) {
    const says = 'the front matter is missing; begin the file with "---", lines "label: value" and "---".'
    problems.push({ file: from.file, line: 1, says })
    raw.told.add('front')
    return
  }
  const where = { file: from.file, first: from.front.line, at: ['front'] }
  const yaml = readYaml(from.front.text, where, problems)
  for (const [key, line] of yaml?.lines ?? []) raw.lines.set(key, line)
  if (yaml === null) raw.told.add('front')
  else value.set('front', yaml.value)
}

function addTitle(from: Outline, raw: Raw, value: Map<string, unknown>, problems: Problem[]): void {
  raw.labels.set('title', '"# ..." heading')
  // Without front matter its lines would be complained about a second time, as text in a wrong place.
  if (from.front !== null)
    tellStray({ from, raw, problems }, from.intro, 'stands before the first "##" heading')
  if (from.title === null) return
  raw.lines.set('title', from.title.line)
  value.set('title', from.title.text)
}

/** Headings are told apart from the front matter and the title, which share the value with them. */
function keyFor({ name }: Section, { others }: Shape): string {
  if (others !== undefined) return name
  const key = name.toLowerCase()
  return key === 'front' || key === 'title' ? `## ${key}` : key
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
