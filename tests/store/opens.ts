/** Opens a store as a process of its own would: `opens.ts <folder or postgres url> [hold]`. Tells by its output. */
import { openPglite } from '../../src/store/pglite.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { StoreUnavailable } from '../../src/store/store.ts'

const [where = '', then = ''] = process.argv.slice(2)
try {
  const store = where.includes('://') ? await openPostgres(where) : await openPglite(where)
  process.stdout.write('open\n')
  if (then === 'hold') setInterval(() => {}, 1_000)
  else await store.close()
} catch (error) {
  if (!(error instanceof StoreUnavailable)) throw error
  process.stdout.write(`${error.message}\n`)
  process.exitCode = 1
}
