/** The rules that keep the parts apart. Each test's name is its rule; a broken one names the file. */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { z } from 'zod'

const root = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

/** `to` is a file of ours, or a package. `erased`: only types, nothing is loaded when the program runs. */
type Import = { from: string; to: string; erased: boolean }
type Source = { path: string; imports: Import[]; names: string[] }

const sources: Source[] = ['src', 'tests', '.'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root), { recursive: folder !== '.', encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => look(posix.join(folder, path.replaceAll('\\', '/')))),
)

function look(path: string): Source {
  const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true)
  const source: Source = { path, imports: [], names: [] }
  const add = (specifier: ts.Node | undefined, erased: boolean) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return
    source.imports.push({ from: path, to: target(path, specifier.text), erased })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
    else if (ts.isIdentifier(node)) source.names.push(node.text)
    else if (ts.isPropertyAccessExpression(node)) source.names.push(node.getText())
    ts.forEachChild(node, visit)
  }
  visit(file)
  return source
}

function target(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  return specifier.startsWith('node:') ? specifier : (/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier)
}

const under = (path: string, ...places: string[]) => places.some((place) => path.startsWith(place))
const inside = sources.filter(({ path }) => under(path, 'src/'))
const imports = inside.flatMap((source) => source.imports)
const shown = (found: Import[]) => found.map(({ from, to }) => `${from} imports ${to}`)

test('this test sees files and imports at all', () => {
  expect(inside.length).toBeGreaterThan(20)
  expect(imports.length).toBeGreaterThan(100)
  expect(imports).toContainEqual({ from: 'src/main.ts', to: 'src/config.ts', erased: false })
})

test('src/interview/ imports only itself', () => {
  const own = imports.filter(({ from }) => under(from, 'src/interview/'))
  expect(shown(own.filter(({ to }) => !under(to, 'src/interview/')))).toEqual([])
})

test('src/interview/ names no clock, no dice, no process and no console', () => {
  const outside = [
    'Date',
    'Math.random',
    'performance',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'process',
  ]
  const named = [...outside, 'console', 'crypto', 'fetch', 'globalThis']
  const found = inside.filter(({ path }) => under(path, 'src/interview/'))
  expect(
    found.flatMap(({ path, names }) => named.filter((n) => names.includes(n)).map((n) => `${path}: ${n}`)),
  ).toEqual([])
})

/** What is started by itself: the bot, and the commands for authors. */
const programs = ['src/main.ts', 'src/cli/prompts.ts', 'src/cli/assess.ts']

test('only programs pick a platform, a model or a driver; everybody else knows the port', () => {
  const home = (path: string) => /^src\/(?:(?:chat|model)\/[^/]+\/|store\/(?!store\.ts$))/.exec(path)?.[0]
  const reachesIn = imports.filter(({ from, to }) => {
    const place = home(to)
    return place !== undefined && !under(from, place) && !programs.includes(from)
  })
  // The command line drives the terminal, which main.ts hands to it.
  const terminal = ({ from, to, erased }: Import) =>
    under(from, 'src/cli/') &&
    (to === 'src/chat/console/lines.ts' || (erased && to === 'src/chat/console/console.ts'))
  expect(shown(reachesIn.filter((found) => !terminal(found)))).toEqual([])
})

/** Every dependency, and where it may be imported. A new one needs a place here. */
const places: Record<string, string[]> = {
  'drizzle-orm': ['src/store/'],
  pg: ['src/store/'],
  '@electric-sql/pglite': ['src/store/'],
  liquidjs: ['src/templates.ts'],
  yaml: ['src/prompts/'],
  'markdown-it': ['src/prompts/'],
  zod: ['src/cli/assess.ts', 'src/config.ts', 'src/prompts/', 'src/chat/console/', 'src/store/'],
  pino: ['src/log.ts'],
  stemmer: ['src/model/offline/'],
}
const isPackage = (to: string) => !under(to, 'src/', 'tests/', 'node:')

test("a vendor's package is imported in its own place only", () => {
  const packages = imports.filter(({ to }) => isPackage(to))
  expect(shown(packages.filter(({ from, to }) => !under(from, ...(places[to] ?? ['nowhere']))))).toEqual([])
})

const names = z.record(z.string(), z.string())
const manifest = z
  .object({ dependencies: names, devDependencies: names, scripts: names })
  .parse(JSON.parse(read('package.json')))

test('no dependency is unused and none is missing', () => {
  const used = new Set(imports.map(({ to }) => to).filter(isPackage))
  // Types alone may come from `@types`, which the program does not need when it runs.
  const typesOnly = [...used].filter(
    (name) =>
      imports.every(({ to, erased }) => to !== name || erased) &&
      `@types/${name}` in manifest.devDependencies,
  )
  const needed = [...used].filter((name) => !typesOnly.includes(name))
  expect(needed.sort()).toEqual(Object.keys(manifest.dependencies).sort())
})

test('no development dependency is unused and none is missing', () => {
  const tools = sources.filter(({ path }) => !under(path, 'src/'))
  const imported = tools.flatMap((source) => source.imports.map(({ to }) => to)).filter(isPackage)
  const known = { ...manifest.dependencies, ...manifest.devDependencies }
  expect(imported.filter((name) => !(name in known))).toEqual([])
  const everywhere = new Set([...imported, ...imports.map(({ to }) => to), 'node'])
  const commands = Object.values(manifest.scripts).join(' ').split(/\s+/)
  const bins = z.object({ bin: z.union([z.string(), names]).optional() })
  const isUsed = (name: string) => {
    const { bin = {} } = bins.parse(JSON.parse(read(`node_modules/${name}/package.json`)))
    const called = typeof bin === 'string' ? [name] : Object.keys(bin)
    return everywhere.has(name.replace('@types/', '')) || called.some((command) => commands.includes(command))
  }
  expect(Object.keys(manifest.devDependencies).filter((name) => !isUsed(name))).toEqual([])
})

test('no file waits for itself: nothing that is loaded imports in a circle', () => {
  const loaded = imports.filter(({ erased }) => !erased)
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (path: string, way: string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' -> '))
    if (way.includes(path) || done.has(path)) return
    for (const { from, to } of loaded) if (from === path) walk(to, [...way, path])
    done.add(path)
  }
  for (const { path } of inside) walk(path, [])
  expect(circles).toEqual([])
})

test('no file is a drawer: a name says what the file knows', () => {
  const drawer = /(?:^|\/)(?:utils?|helpers?|common|shared|misc|types|constants)(?:\.|\/)/
  expect(sources.map(({ path }) => path).filter((path) => drawer.test(path))).toEqual([])
})

test('the environment is read in src/config.ts and nowhere else', () => {
  const reads = ({ imports, names }: Source) =>
    names.includes('process.env') || imports.some(({ to }) => to === 'node:process')
  expect(inside.filter(reads).map(({ path }) => path)).toEqual(['src/config.ts'])
})
