/**
 * One process per data folder. The embedded database has no lock of its own: two processes on one folder both seem to
 * work, and lose each other's writes without an error.
 *
 * Two guards. On Linux an abstract socket, which dies with its process. Everywhere a file that names its owner; on one
 * machine the owner's pid tells whether it lives, and across containers and machines, where pids mean nothing, the file's
 * time does, which the owner keeps fresh.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { hostname, uptime } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { StoreUnavailable } from './store.ts'

/** Between two signs of life, in ms. */
const beat = 2_000
/** Without a sign of life for this long, an owner that cannot be asked otherwise is dead. */
const silence = 3 * beat
/** How long to wait for an owner that is just writing its name. */
const patience = 1_000

const ownerShape = z.object({
  pid: z.number(),
  host: z.string(),
  /** Differs after every start of the machine. */
  boot: z.string(),
  /** Within one of these, a pid means one process. Containers have their own. */
  pids: z.string(),
  /** When the process was started: a pid may be given out again. */
  started: z.string(),
  nonce: z.string(),
})
type Owner = z.infer<typeof ownerShape>

export type Lock = {
  /** False once somebody else has taken over: then nothing may be written any more. */
  held(): boolean
  release(): Promise<void>
}

const heldHere = new Set<string>()

/** Takes the folder for this process and creates it if need be. Throws `StoreUnavailable`, naming the owner's pid. */
export async function takeLock(dir: string): Promise<Lock> {
  const file = prepare(dir)
  const me = ourselves()
  const socket = await guard(file)
  if (socket === 'taken') throw inUse(dir, await living(file))
  try {
    await take(file, dir, me)
  } catch (error) {
    socket?.close()
    throw error
  }
  heldHere.add(file)
  const heart = keepAlive(file, JSON.stringify(me))
  return {
    held: heart.beating,
    async release() {
      heart.stop()
      heldHere.delete(file)
      if ((await read(file))?.raw === JSON.stringify(me)) await rm(file, { force: true })
      socket?.close()
    },
  }
}

function prepare(dir: string): string {
  try {
    mkdirSync(dir, { recursive: true })
    return join(realpathSync(dir), 'pg.lock')
  } catch (error) {
    throw cannotWrite(dir, error)
  }
}

/** What to tell a person whose folder cannot be written. */
export function cannotWrite(dir: string, error: unknown): StoreUnavailable {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new StoreUnavailable(`The disk that holds ${dir} is full: make room there and start again.`)
  return new StoreUnavailable(
    `The data folder ${dir} cannot be written (${code}): let this user write there, or set DATA_DIR to another folder.`,
  )
}

function inUse(dir: string, owner: Owner | null): StoreUnavailable {
  const who = owner === null ? 'another process' : `process ${owner.pid} on ${owner.host}`
  return new StoreUnavailable(
    `The data folder ${dir} is in use by ${who}: stop that one first, or set DATA_DIR to another folder.`,
  )
}

/** Creates the file, or takes it over from a dead owner. Exactly one of several starters gets through. */
async function take(file: string, dir: string, me: Owner): Promise<void> {
  for (;;) {
    if (create(file, dir, me)) return
    const seen = await read(file)
    if (seen === null) continue
    if (await lives(file, seen)) throw inUse(dir, seen.owner)
    // A dead owner's file is replaced, never deleted, and only by whoever holds the file beside it.
    const turn = `${file}.next`
    await take(turn, dir, me)
    try {
      if ((await read(file))?.raw !== seen.raw) continue
      const mine = `${file}.${me.nonce}`
      await writeFile(mine, JSON.stringify(me))
      return await rename(mine, file)
    } finally {
      await rm(turn, { force: true })
    }
  }
}

function create(file: string, dir: string, me: Owner): boolean {
  try {
    writeFileSync(file, JSON.stringify(me), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (codeOf(error) === 'ENOSPC') rmSync(file, { force: true })
    throw cannotWrite(dir, error)
  }
}

type Seen = { raw: string; owner: Owner | null }

/** Null if there is no file; an owner of null is one that never came to write its name. */
async function read(file: string): Promise<Seen | null> {
  for (let waited = 0; ; waited += 20) {
    const raw = await readFile(file, 'utf8').catch(() => null)
    if (raw === null) return null
    const owner = parseOwner(raw)
    if (owner !== null || waited >= patience) return { raw, owner }
    await sleep(20)
  }
}

function parseOwner(raw: string): Owner | null {
  try {
    return ownerShape.parse(JSON.parse(raw))
  } catch {
    return null
  }
}

async function lives(file: string, { owner }: Seen): Promise<boolean> {
  if (owner === null) return false
  const here = knownHere(file, owner)
  return here ?? (await givesSigns(file))
}

/** Whether the owner lives, or null if its pid means nothing here. */
function knownHere(file: string, owner: Owner): boolean | null {
  const me = ourselves()
  if (owner.boot !== me.boot || owner.pids !== me.pids) return null
  // Our own pid without our having taken it: an earlier life that had the same number.
  if (owner.pid === process.pid) return heldHere.has(file.replace(/(\.next)+$/, ''))
  return exists(owner.pid) && startOf(owner.pid) === owner.started
}

async function givesSigns(file: string): Promise<boolean> {
  const before = await timeOf(file)
  for (let waited = 0; waited < silence; waited += beat / 4) {
    await sleep(beat / 4)
    if ((await timeOf(file)) !== before) return true
  }
  return false
}

const timeOf = (file: string): Promise<number | null> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )

/** The owner who has the socket; its file may still name a dead predecessor, so this waits for a living name. */
async function living(file: string): Promise<Owner | null> {
  for (let waited = 0; waited < patience; waited += 50) {
    const owner = (await read(file))?.owner ?? null
    if (owner !== null && knownHere(file, owner) !== false) return owner
    await sleep(50)
  }
  return null
}

function keepAlive(file: string, raw: string) {
  let beating = true
  const timer = setInterval(async () => {
    const now = await readFile(file, 'utf8').catch((error: unknown) =>
      codeOf(error) === 'ENOENT' ? null : raw,
    )
    if (now === raw) await utimes(file, new Date(), new Date()).catch(() => {})
    else beating = false
  }, beat)
  timer.unref()
  return { beating: () => beating, stop: () => clearInterval(timer) }
}

/** An abstract socket, gone in the moment its process dies. Null where there is no such thing. */
async function guard(file: string): Promise<Server | 'taken' | null> {
  if (process.platform !== 'linux') return null
  const name = createHash('sha1').update(file).digest('hex')
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(codeOf(error) === 'EADDRINUSE' ? 'taken' : null))
    server.listen({ path: `\0mockingbird-${name}`, exclusive: true }, () => resolve(server.unref()))
  })
}

function ourselves(): Owner {
  const { pid } = process
  return {
    pid,
    host: hostname(),
    boot: bootId(),
    pids: attempt(() => readlinkSync('/proc/self/ns/pid')) ?? hostname(),
    started: startOf(pid),
    nonce: randomUUID(),
  }
}

const bootId = (): string =>
  attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ??
  String(Math.round((Date.now() / 1000 - uptime()) / 60))

/** The 22nd field; the second may hold spaces and brackets. Empty where there is no /proc. */
const startOf = (pid: number): string =>
  attempt(
    () =>
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19],
  ) ?? ''

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** The operating system's word for what went wrong, or nothing. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''
