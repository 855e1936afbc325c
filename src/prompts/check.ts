/** The one way from a raw value to a checked one, and from whatever is wrong with it to a sentence with file and line. */
import { z } from 'zod'

/** One sentence about one line of one file. */
export type Problem = { file: string; line: number; says: string }

export type Path = readonly PropertyKey[]

/** A value as it was read, with what is needed to speak about any place in it. Keys of the maps are `keyOf(path)`. */
export type Raw = {
  file: string
  value: Readonly<Record<string, unknown>>
  /** The line of every place that was found. */
  lines: Map<string, number>
  /** Who owns the places below a path: `key point "cost"`. The empty path is the whole file. */
  owners: Map<string, string>
  /** How a place is called where its key alone would not tell: `"## Key points"`. */
  labels: Map<string, string>
  /** Places that could not be read, as the problems say already. What is missing there is no news. */
  told: Set<string>
}

/** A raw value of which nothing is known yet. */
export const emptyRaw = (file: string): Raw => ({
  file,
  value: {},
  lines: new Map(),
  owners: new Map(),
  labels: new Map(),
  told: new Set(),
})

export const keyOf = (path: Path): string => path.map(String).join('\n')

/** Checks a raw value. What is wrong with it is added to the problems, all of it, and null is returned. */
export function check<T>(schema: z.ZodType<T>, raw: Raw, problems: Problem[]): T | null {
  const result = schema.safeParse(raw.value)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    if (isTold(raw, issue.path)) continue
    if (issue.code === 'unrecognized_keys') tellUnknown(raw, issue, problems)
    else refuse(raw, issue.path, issue.message, problems)
  }
  return null
}

function isTold(raw: Raw, path: Path): boolean {
  const isMissing = valueAt(raw.value, path) === undefined
  return isMissing && path.some((_key, index) => raw.told.has(keyOf(path.slice(0, index + 1))))
}

/** Adds the sentence that the value at a path is missing, empty or wrong. `must` ends "it must ...". */
export function refuse(raw: Raw, path: Path, must: string, problems: Problem[]): void {
  const { owner, label, within } = nameOf(raw, path)
  const says = `${owner} has ${described(valueAt(raw.value, path), label)}${within}; it must ${must}.`
  problems.push({ file: raw.file, line: lineOf(raw, path), says })
}

/** The line of a place; for something that is missing, the line of what should hold it. */
export function lineOf(raw: Raw, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const line = raw.lines.get(keyOf(path.slice(0, length)))
    if (line !== undefined) return line
  }
  return 1
}

function tellUnknown(
  raw: Raw,
  issue: { path: Path; keys: string[]; message: string },
  problems: Problem[],
): void {
  for (const key of issue.keys) {
    const path = [...issue.path, key]
    const { owner, within } = nameOf(raw, path)
    const heading = raw.labels.get(keyOf(path))
    const name = heading === undefined ? `label ${quoted(key)}` : `heading ${heading}`
    const says = `${owner} has the unknown ${name}${within}; known are ${issue.message}.`
    problems.push({ file: raw.file, line: lineOf(raw, path), says })
  }
}

/** Splits a path into the nearest owner with a name, the label itself, and what lies between. */
function nameOf(raw: Raw, path: Path): { owner: string; label: string; within: string } {
  let length = Math.max(path.length - 1, 0)
  while (length > 0 && !raw.owners.has(keyOf(path.slice(0, length)))) length -= 1
  const owner = raw.owners.get(keyOf(path.slice(0, length))) ?? 'the file'
  const words: string[] = []
  for (let end = length + 1; end <= path.length; end += 1) words.push(wordFor(raw, path.slice(0, end)))
  const label = words.pop() ?? 'content'
  return { owner, label, within: words.length === 0 ? '' : ` in ${words.join(', ')}` }
}

function wordFor(raw: Raw, path: Path): string {
  const last = path.at(-1)
  return raw.labels.get(keyOf(path)) ?? (typeof last === 'number' ? `entry ${last + 1}` : String(last))
}

function described(value: unknown, label: string): string {
  if (value === undefined || value === null) return `no ${label}`
  if (value === '') return `an empty ${label}`
  if (typeof value === 'string') return `${label} ${quoted(value)}`
  if (Array.isArray(value)) return `${label} with ${value.length} ${value.length === 1 ? 'entry' : 'entries'}`
  if (typeof value === 'object') return `${label} with lines of its own`
  return `${label} ${String(value)}`
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined
    here = Object.getOwnPropertyDescriptor(here, key)?.value
  }
  return here
}

/**
 * The texts at all places that fit a pattern, where "*" is any key. It asks for no more than that they are there: what one
 * file names is looked up in the others even if it has faults of its own.
 */
export function textsAt(raw: Raw, pattern: readonly string[]): { path: Path; text: string }[] {
  let places: { path: Path; value: unknown }[] = [{ path: [], value: raw.value }]
  for (const key of pattern) {
    places = places.flatMap(({ path, value }) =>
      inside(value)
        .filter(([name]) => key === '*' || key === name)
        .map(([name, inner]) => ({
          path: [...path, Array.isArray(value) ? Number(name) : name],
          value: inner,
        })),
    )
  }
  return places.flatMap(({ path, value }) => (typeof value === 'string' ? { path, text: value } : []))
}

const inside = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

/** A text in quotes on one line, cut where it gets long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return `"${line.length > 60 ? `${line.slice(0, 57)}...` : line}"`
}

const lists = {
  or: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
  and: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
}

/** "S, T, A or R" */
export const anyOf = (words: readonly string[]): string => lists.or.format(words)

/** "cues and says" */
export const allOf = (words: readonly string[]): string => lists.and.format(words)

/** A group of labels; any other label is refused by naming these. */
export function group<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, { error: knownOr(Object.keys(shape), 'be lines of the form "label: value"') })
}

/** A `###` heading with plain lines. The heading is its id, so the labels do not name it. */
export function part<Shape extends z.ZodRawShape>(shape: Shape) {
  const error = knownOr(Object.keys(shape), 'be a heading with lines "label: text"')
  return z.strictObject({ id: idText, ...shape }, { error })
}

/** A whole Markdown file: its front matter, its title and its headings. */
export function wholeFile<Shape extends z.ZodRawShape>(shape: Shape) {
  const headings = Object.keys(shape).filter((key) => key !== 'front' && key !== 'title')
  return z.strictObject(shape, { error: knownOr(headings, 'have headings') })
}

const knownOr = (names: readonly string[], must: string) => (issue: { code?: string | undefined }) =>
  issue.code === 'unrecognized_keys' ? allOf(names) : must

export const text = z.string('be some text').trim().min(1, 'be some text')

/** What stands under a heading. */
export const prose = z.string('hold some text').trim().min(1, 'hold some text')

export const idText = z
  .string('be lower-case words joined by dashes')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'be lower-case words joined by dashes')

export const above0 = z.number('be a number above 0').positive('be a number above 0')

export const count = z.int('be a whole number, 0 or more').min(0, 'be a whole number, 0 or more')

export const share = z
  .number('be a number from 0 to 1')
  .min(0, 'be a number from 0 to 1')
  .max(1, 'be a number from 0 to 1')

export const yesOrNo = z.boolean('be true or false')

export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, `be ${anyOf(words)}`)

/** The same thing several times, in YAML or as a Markdown list. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item, 'be a list, one entry a line')

/** A plain line that holds several texts. */
export const splitBy = (mark: ',' | '|') =>
  z
    .string(`be texts with "${mark}" between them`)
    .transform((line) => line.split(mark).flatMap((piece) => piece.trim() || []))
    .refine((texts) => texts.length > 0, `be texts with "${mark}" between them`)

/** A plain line that holds a number. */
export const numberLine = z.string('be a number above 0').transform(Number).pipe(above0)
