/**
 * Makes a new embedded database: `create.ts <folder>`. A process of its own, because PostgreSQL's first start takes
 * 850 MB of memory that would otherwise never be given back.
 */
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { migrationsFolder } from './migrations.ts'

// Whoever asked for it is gone, and with it the lock under which this was safe.
process.on('disconnect', () => process.exit(1))

const client = await PGlite.create(String(process.argv[2]))
await migrate(drizzle({ client, casing: 'snake_case' }), { migrationsFolder })
await client.close()
process.exit(0)
