/** The servers that tests may use. Each test makes its own database there, so runs do not meet. */
import pg from 'pg'

// biome-ignore lint/style/noProcessEnv: the one place where tests learn which PostgreSQL server they may use
const { TEST_DATABASE_URL, CI } = process.env

/** Where a `.servers.test.ts` finds its server; null means that its tests are left out, which CI does not allow. */
export const serverUrl: string | null = TEST_DATABASE_URL ?? null
export const mustRun = CI === 'true'

/** A new, empty database on the server. */
export async function createDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `mockingbird_test_${Math.random().toString(36).slice(2)}`
  const ask = async (query: string) => {
    const client = new pg.Client(server)
    await client.connect()
    await client.query(query)
    await client.end()
  }
  await ask(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => ask(`drop database ${name} with (force)`) }
}
