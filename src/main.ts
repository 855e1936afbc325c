/** Where the parts meet: reads the configuration, opens the store, picks the adapters, and runs. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { hostname, userInfo } from 'node:os'
import type { Chat } from './chat/chat.ts'
import { createConsole } from './chat/console/console.ts'
import { explain, wrongInput } from './cli/explain.ts'
import { runPiped } from './cli/piped.ts'
import { parseCommand } from './commands.ts'
import { type Config, readConfig } from './config.ts'
import { createEngine, type Engine, usualTiming } from './engine.ts'
import { createLog } from './log.ts'
import { createOffline } from './model/offline/offline.ts'
import { storedPack, withTemplates } from './packs.ts'
import { loadPack } from './prompts.ts'
import { openPglite } from './store/pglite.ts'
import type { Store } from './store/store.ts'
import type { LoadedPack } from './turn.ts'

/** What a file of answers is for if nobody says. */
const flagship = 'design'

/** Letters and digits, 12 of them: about 62 bits, nothing to guess. */
const newId = (): string => {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
  return Array.from(randomBytes(12), (byte) => alphabet[byte % alphabet.length]).join('')
}

const readPack = async (config: Config): Promise<LoadedPack> =>
  withTemplates(await loadPack(config.promptsDirs))

const openStore = async (config: Config): Promise<Store> => {
  if (config.databaseUrl === null) return openPglite(config.dataDir)
  // Only those who have a server wait for its driver to load.
  const { openPostgres } = await import('./store/postgres.ts')
  return openPostgres(config.databaseUrl)
}

async function main(args: string[]): Promise<number> {
  const config = readConfig()
  const reading = readPack(config)
  if (args[0] === 'help' || args[0] === '--help' || args[0] === '-h') {
    process.stdout.write(`${(await reading).templates.notice('help', {})}\n`)
    return 0
  }
  // Both take a while and neither needs the other.
  const opening = openStore(config)
  opening.catch(() => {})
  const pack = await reading
  const line = args.join(' ')
  const command = parseCommand(line, pack.pack)
  if (command.kind === 'refused') {
    process.stderr.write(
      `${pack.templates.notice(command.notice, command.vars)}\n\n${pack.templates.notice('help', {})}\n`,
    )
    await (await opening).close()
    return wrongInput
  }
  const store = await opening
  try {
    return await talk(store, pack, config, line)
  } finally {
    await store.close()
  }
}

/** The terminal: an interview with the person who sits there, or with a file that was piped in. */
async function talk(store: Store, pack: LoadedPack, config: Config, line: string): Promise<number> {
  const tty = process.stdin.isTTY === true
  const rounds = Object.keys(pack.pack.rounds)
  const leaving = new AbortController()
  const console = createConsole({
    input: process.stdin,
    output: process.stdout,
    tty,
    person: `terminal:${userName()}`,
    rounds,
    clock: Date.now,
    session: newId(),
    left: () => leaving.abort(),
  })
  const engine = await startEngine(store, pack, config, console)
  if (!tty) {
    const left = await runPiped({
      engine,
      console,
      rounds,
      text: await readAll(process.stdin),
      line: line === '' ? (rounds.find((round) => round === flagship) ?? rounds[0] ?? '') : line,
    })
    await engine.stop()
    if (left > 0) process.stdout.write(`${pack.templates.notice('left-over', { answers: left })}\n`)
    return 0
  }
  process.once('SIGTERM', () => leaving.abort())
  process.once('SIGHUP', () => leaving.abort())
  await console.type({ commanded: line })
  if (!leaving.signal.aborted) await once(leaving.signal, 'abort')
  await console.type({ pressed: 'leave' })
  await engine.drain()
  await engine.stop()
  await console.close()
  return 0
}

async function startEngine(store: Store, pack: LoadedPack, config: Config, chat: Chat): Promise<Engine> {
  await store.putPack(pack.pack)
  // The folder's lock says that no other process lives: whatever is still claimed belongs to a dead one.
  if (config.databaseUrl === null) await store.crossTenant.releaseAll(null, Date.now())
  const engine = createEngine({
    store,
    chat,
    model: createOffline(),
    pack,
    load: (hash) => storedPack(store, hash),
    clock: Date.now,
    newId,
    log: createLog(config.logLevel),
    // A terminal shows a line or is gone: there is nothing to look for, so nothing to wait for.
    timing: { ...usualTiming, firstLook: 0, nextLook: 0 },
    owner: `${hostname()}:${process.pid}:${newId()}`,
    parallel: config.databaseUrl === null ? 4 : 16,
    lanes: config.databaseUrl === null ? 1 : 4,
  })
  await engine.start()
  return engine
}

async function readAll(input: NodeJS.ReadStream): Promise<string> {
  const chunks: Buffer[] = []
  input.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(input, 'end')
  return Buffer.concat(chunks).toString('utf8')
}

/** Machines without a user database entry (some containers) have no name to give. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'me'
  }
}

process.exitCode = await main(process.argv.slice(2)).catch(explain)
// Sockets and timers of libraries must not hold a bot that has said goodbye.
process.exit()
