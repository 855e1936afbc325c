/** Finds and reads the files of a pack. Nothing in here knows what is in them. */
import { isUtf8 } from 'node:buffer'
import { readdir, readFile } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import type { Problem } from './check.ts'

export type PromptFile = {
  /** 0 for the pack itself, 1 for the folder laid over it, and so on. */
  layer: number
  /** Inside the pack, with slashes. */
  path: string
  /** As problems name it. */
  name: string
  text: string
}

/** No prompt is near this size; a parser fed with something else by mistake could be kept busy for long. */
const mostBytes = 64 * 1024

/** Reads all prompt files, ordered by layer and path. The first folder must be there, the others may be missing. */
export async function readFolders(dirs: readonly string[], problems: Problem[]): Promise<PromptFile[]> {
  const layers = await Promise.all(dirs.map((dir, layer) => readLayer(dir, layer, problems)))
  return layers.flat()
}

/** How a file is called in a sentence: from where we stand if it lies below, else in full. */
export function shownName(dir: string, path: string): string {
  const full = join(dir, path)
  const near = relative('', full)
  return near.startsWith('..') || isAbsolute(near) ? full : near
}

async function readLayer(dir: string, layer: number, problems: Problem[]): Promise<PromptFile[]> {
  const tell: Tell = (path, error) => {
    problems.push({ file: shownName(dir, path), line: 1, says: `cannot be read: ${reasonOf(error)}.` })
  }
  const paths = await filesBelow(dir, '', layer === 0, tell)
  const files = await Promise.all(
    paths.sort().map(async (path) => {
      const bytes = await readFile(join(dir, path)).catch((error: unknown) => tell(path, error))
      if (bytes === undefined) return []
      const file = { layer, path, name: shownName(dir, path), text: '' }
      const wrong = wrongBytes(bytes)
      if (wrong !== null) problems.push({ file: file.name, ...wrong })
      // A file that is not text counts as there, so that nobody is told that it is missing as well.
      return [wrong === null ? { ...file, text: textOf(bytes) } : file]
    }),
  )
  return files.flat()
}

type Tell = (path: string, error: unknown) => void

/** Links are followed, because that is how containers lay configuration into a folder. */
async function filesBelow(dir: string, at: string, needed: boolean, tell: Tell): Promise<string[]> {
  const names = await readdir(join(dir, at)).catch((error: unknown) => {
    const code = codeOf(error)
    if (needed || (code !== 'ENOENT' && code !== 'ENOTDIR')) tell(at, error)
    return []
  })
  const deeper = names
    .filter((name) => !name.startsWith('.') && name !== 'README.md')
    .map(async (name) => {
      const path = at === '' ? name : `${at}/${name}`
      if (/\.(?:md|ya?ml)$/.test(name)) return [path]
      return path.split('/').length > 2 ? [] : filesBelow(dir, path, false, tell)
    })
  return (await Promise.all(deeper)).flat()
}

function wrongBytes(bytes: Buffer): { line: number; says: string } | null {
  if (bytes.length > mostBytes)
    return { line: 1, says: `has ${bytes.length} bytes; a prompt file may have ${mostBytes}.` }
  if (!isUtf8(bytes))
    return { line: firstLine(bytes, (line) => !isUtf8(line)), says: 'is not UTF-8; save it as UTF-8.' }
  const text = textOf(bytes)
  if (text.trim() === '') return { line: 1, says: 'is empty.' }
  const control = controlCharacter.exec(text)
  if (control === null) return null
  const code = control[0].charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()
  return {
    line: text.slice(0, control.index).split('\n').length,
    says: `has the control character U+${code}; delete it.`,
  }
}

// PostgreSQL cannot keep U+0000, and none of these belongs into a message.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

function firstLine(bytes: Buffer, wrong: (line: Buffer) => boolean): number {
  let [line, from] = [1, 0]
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
    if (wrong(bytes.subarray(from, end))) return line
    line += 1
    from = end + 1
  }
  return line
}

const decoder = new TextDecoder()

const textOf = (bytes: Buffer): string => decoder.decode(bytes).replace(/\r\n?/g, '\n')

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

function reasonOf(error: unknown): string {
  const [, reason] = /^\w+: ([^,]+)/.exec(error instanceof Error ? error.message : '') ?? []
  return reason ?? String(error)
}
