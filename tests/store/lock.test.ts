import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { takeLock } from '../../src/store/lock.ts'
import { openPglite } from '../../src/store/pglite.ts'
import { StoreUnavailable } from '../../src/store/store.ts'

/** Vitest runs TypeScript by itself; a child process needs to be told how. */
const nodeArgs = ['--import', 'tsx']
const root = fileURLToPath(new URL('../..', import.meta.url))
const started: ChildProcess[] = []

/** A process of its own. `told` resolves with its first line: `open`, or why not. */
function start(program: string, args: string[], as: { uid?: number } = {}) {
  const file = fileURLToPath(new URL(program, import.meta.url))
  const child = spawn(process.execPath, [...nodeArgs, file, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...as,
  })
  started.push(child)
  const told = new Promise<string>((resolve) => {
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      if (output.includes('\n')) resolve(output.trim())
    })
    child.once('close', () => resolve(output.trim()))
  })
  return { pid: child.pid, told, gone: once(child, 'close'), kill: () => child.kill('SIGKILL') }
}

let dir: string
const scratch = () => mkdtemp(join(tmpdir(), 'mockingbird-lock-'))
const lockFile = () => join(dir, 'pg.lock')
const refusal = async (open: Promise<unknown>): Promise<string> => {
  const error: unknown = await open.catch((e: unknown) => e)
  expect(error).toBeInstanceOf(StoreUnavailable)
  return String(error)
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

describe('the lock', () => {
  beforeEach(async () => {
    dir = await scratch()
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  test('is held by one of this process, and free when it is released', async () => {
    const lock = await takeLock(dir)
    expect(lock.held()).toBe(true)
    expect(await refusal(takeLock(dir))).toContain(`process ${process.pid} on ${hostname()}`)
    await lock.release()
    expect(await readdir(dir)).toEqual([])
    await (await takeLock(dir)).release()
  })

  test('tells the second process who has the folder', async () => {
    const owner = start('./locks.ts', [dir])
    expect(await owner.told).toBe('open')
    const told = await refusal(takeLock(dir))
    expect(told).toContain(`${dir} is in use by process ${owner.pid} on ${hostname()}: stop that one first`)
  })

  test('is taken over from a process that was killed', async () => {
    for (let n = 0; n < 3; n += 1) {
      const owner = start('./locks.ts', [dir])
      expect(await owner.told).toBe('open')
      owner.kill()
      await owner.gone
      expect(existsSync(lockFile())).toBe(true)
    }
    await (await takeLock(dir)).release()
  })

  test.each([
    [2, 'a new folder'],
    [5, 'a new folder'],
    [2, 'a folder of the dead'],
    [5, 'a folder of the dead'],
  ])('has exactly one winner when %i start at once on %s', async (starters, place) => {
    if (place === 'a folder of the dead') {
      const owner = start('./locks.ts', [dir])
      await owner.told
      owner.kill()
      await owner.gone
    }
    const all = Array.from({ length: starters }, () => start('./locks.ts', [dir]))
    const told = await Promise.all(all.map((each) => each.told))
    const winner = all[told.indexOf('open')]
    expect(told.filter((each) => each === 'open')).toHaveLength(1)
    for (const each of told)
      if (each !== 'open') expect(each).toContain(`in use by process ${winner?.pid} on`)
    expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ pid: winner?.pid })
  })

  test('has exactly one winner where there are no sockets to guard it', async () => {
    const owner = start('./locks.ts', [dir, 'no-socket'])
    await owner.told
    owner.kill()
    await owner.gone
    const all = Array.from({ length: 5 }, () => start('./locks.ts', [dir, 'no-socket']))
    const told = await Promise.all(all.map((each) => each.told))
    expect(told.filter((each) => each === 'open')).toHaveLength(1)
    for (const each of told) if (each !== 'open') expect(each).toMatch(/in use by process \d+ on/)
    const winner = all[told.indexOf('open')]
    expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ pid: winner?.pid })
    expect((await readdir(dir)).sort()).toEqual(['pg.lock'])
  })

  describe('finds a file that an earlier life left', () => {
    const left = async (change: Record<string, unknown>) => {
      const lock = await takeLock(dir)
      const owner: unknown = JSON.parse(await readFile(lockFile(), 'utf8'))
      await lock.release()
      await writeFile(lockFile(), JSON.stringify({ ...Object(owner), nonce: 'other', ...change }))
    }

    test('with our own pid, as containers give it: dead', async () => {
      await left({})
      await (await takeLock(dir)).release()
    })

    test('with the pid of another program that lives now: dead', async () => {
      await left({ pid: 1, started: '-1' })
      await (await takeLock(dir)).release()
    })

    test('cut off in mid-word: dead', async () => {
      await writeFile(lockFile(), '{"pid":')
      await (await takeLock(dir)).release()
    })

    test('on another machine, without a sign of life: dead', async () => {
      await left({ boot: 'elsewhere', host: 'elsewhere' })
      await (await takeLock(dir)).release()
    })

    test('on another machine, with a sign of life: in use', async () => {
      await left({ boot: 'elsewhere', host: 'elsewhere', pid: 77 })
      const beats = setInterval(() => utimes(lockFile(), new Date(), new Date()), 500)
      const told = await refusal(takeLock(dir))
      clearInterval(beats)
      expect(told).toContain('process 77 on elsewhere')
    })
  })

  test('keeps its file fresh, and notices that it was taken over', async () => {
    const lock = await takeLock(dir)
    const before = (await stat(lockFile())).mtimeMs
    await expect
      .poll(async () => (await stat(lockFile())).mtimeMs, { timeout: 5_000 })
      .toBeGreaterThan(before)
    await writeFile(lockFile(), JSON.stringify({ somebody: 'else' }))
    await expect.poll(() => lock.held(), { timeout: 5_000 }).toBe(false)
    await lock.release()
    expect(existsSync(lockFile())).toBe(true)
  })
})

describe('the embedded database in a folder', () => {
  beforeAll(async () => {
    dir = await scratch()
    await (await openPglite(dir, { nodeArgs })).close()
  }, 120_000)
  afterAll(() => rm(dir, { recursive: true, force: true }))

  test('is there again after it was closed, and after its process was killed', async () => {
    const store = await openPglite(dir, { nodeArgs })
    await store.transaction((tx) =>
      tx.putPerson({ tenant: 't', person: 'p', level: 'mid', company: null, mode: null }),
    )
    await store.close()
    await expect(store.crossTenant.hasInbox()).rejects.toThrow('closed')
    const owner = start('./opens.ts', [dir, 'hold'])
    expect(await owner.told).toBe('open')
    expect(await refusal(openPglite(dir, { nodeArgs }))).toContain(`process ${owner.pid}`)
    owner.kill()
    await owner.gone
    const again = await openPglite(dir, { nodeArgs })
    expect(await again.transaction((tx) => tx.person('t', 'p'))).toMatchObject({ level: 'mid' })
    await again.close()
    expect(await readdir(dir)).toEqual(['pg'])
  })

  test('lets timers run while it is busy', async () => {
    const store = await openPglite(dir, { nodeArgs })
    let ticks = 0
    const timer = setInterval(() => {
      ticks += 1
    }, 10)
    const end = performance.now() + 500
    while (performance.now() < end) await store.transaction((tx) => tx.person('t', 'p'))
    clearInterval(timer)
    await store.close()
    expect(ticks).toBeGreaterThan(10)
  })

  test('is called damaged when it is, and the folder is free again', async () => {
    const control = join(dir, 'pg', 'global', 'pg_control')
    const good = await readFile(control)
    await writeFile(control, '')
    expect(await refusal(openPglite(dir, { nodeArgs }))).toMatch(
      /pg is damaged .*: put a backup in its place/,
    )
    await writeFile(control, good)
    await (await openPglite(dir, { nodeArgs })).close()
  })

  test('never makes a new database over something else', async () => {
    const version = join(dir, 'pg', 'PG_VERSION')
    const good = await readFile(version)
    await rm(version)
    expect(await refusal(openPglite(dir, { nodeArgs }))).toContain('holds something that is no database')
    await writeFile(version, good)
    await (await openPglite(dir, { nodeArgs })).close()
  })
})

describe('a folder that cannot be used is named, with what to do', () => {
  beforeEach(async () => {
    dir = await scratch()
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  test('a file in its place', async () => {
    await writeFile(join(dir, 'file'), '')
    expect(await refusal(openPglite(join(dir, 'file')))).toMatch(
      /file cannot be written \(EEXIST\): .*DATA_DIR/,
    )
    expect(await refusal(openPglite(join(dir, 'file', 'data')))).toMatch(/cannot be written \(ENOTDIR\)/)
  })

  // Root may write everywhere, so it takes somebody else to be refused.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {}
  const program = fileURLToPath(new URL('./opens.ts', import.meta.url))
  const canRead =
    spawnSync(process.execPath, ['-e', 'fs.accessSync(process.argv[1])', program], nobody).status === 0
  const elsewhere = canRead ? '' : ' (left out: that other user cannot read this checkout)'

  test.skipIf(!canRead)(`a folder of somebody else${elsewhere}`, async () => {
    await mkdir(join(dir, 'data'))
    await chmod(dir, 0o755)
    await chmod(join(dir, 'data'), 0o555)
    const told = await start('./opens.ts', [join(dir, 'data')], nobody).told
    expect(told).toMatch(/data cannot be written \(EACCES\): let this user write there, or set DATA_DIR/)
  })

  test.skipIf(!canRead)(`a database of somebody else${elsewhere}`, async () => {
    await chmod(dir, 0o777)
    await mkdir(join(dir, 'pg'))
    await writeFile(join(dir, 'pg', 'PG_VERSION'), '18\n')
    await chmod(join(dir, 'pg'), 0o500)
    if (nobody.uid === undefined) return
    expect(await start('./opens.ts', [dir], nobody).told).toMatch(
      /holds something that is no database|\(EACCES\)/,
    )
  })
})
