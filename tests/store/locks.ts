/** Takes the lock of a folder as a process of its own would, and keeps it: `locks.ts <folder> [no-socket]`. */
import { takeLock } from '../../src/store/lock.ts'

const [dir = '', how = ''] = process.argv.slice(2)
// Anything but Linux has no abstract sockets: then the file alone must do.
if (how === 'no-socket') Object.defineProperty(process, 'platform', { value: 'other' })
try {
  await takeLock(dir)
  process.stdout.write('open\n')
  setInterval(() => {}, 1_000)
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : error}\n`)
}
