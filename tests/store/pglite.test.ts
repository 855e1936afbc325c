import { memory, openMemory } from '../../src/store/pglite.ts'
import { storeConformance } from './conformance.ts'

storeConformance('the embedded store', async () => {
  const client = await memory()
  const store = await openMemory(client)
  return {
    store,
    rows: async (query) => (await client.query<Record<string, unknown>>(query)).rows,
    close: () => store.close(),
  }
})
