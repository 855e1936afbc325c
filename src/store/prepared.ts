/**
 * Prepared statements for the embedded database. PGlite parses and plans every statement each time and asks back twice in
 * between; keeping the plan makes a small statement three to six times as fast. It speaks the wire protocol through what
 * PGlite offers for that, so it stands on documented ground.
 */
import { type PGlite, protocol, types } from '@electric-sql/pglite'

const { serialize, messages } = protocol
const asText = (value: string) => value

/** numeric[], timestamp[], timestamptz[], interval[] and date[] have no names in PGlite. */
const arrays = [1231, 1115, 1185, 1187, 1182]

/** What drizzle wants left as text: give it to `PGlite.create`. */
export const parsers: Record<number, (value: string) => string> = Object.fromEntries(
  [types.TIMESTAMP, types.TIMESTAMPTZ, types.INTERVAL, types.DATE, ...arrays].map((type) => [type, asText]),
)

/** Whatever a parser makes of a text. */
type Value = ReturnType<PGlite['parsers'][number]>

type Plan = { statement: string; takes: number[]; gives: { name: string; dataTypeID: number }[] }

/** The client for drizzle: the same, but its `query` prepares each text once. One query at a time, please. */
export function preparing(client: PGlite): PGlite {
  const plans = new Map<string, Promise<Plan>>()
  let made = 0
  const planOf = (text: string): Promise<Plan> => {
    const known = plans.get(text)
    if (known !== undefined) return known
    made += 1
    const fresh = plan(client, text, `s${made}`)
    plans.set(text, fresh)
    // A text that could not be planned, perhaps only in this transaction, is tried afresh next time.
    fresh.catch(() => plans.delete(text))
    return fresh
  }
  const query: PGlite['query'] = async (text, values = [], options) => {
    const known = await planOf(text)
    const found = await run(client, known, values)
    const rows = found.map((texts): Value => {
      const row = known.gives.map((field, i) => parsed(client, field.dataTypeID, texts[i]))
      if (options?.rowMode === 'array') return row
      return Object.fromEntries(known.gives.map(({ name }, i) => [name, row[i]]))
    })
    return { rows, fields: known.gives }
  }
  return new Proxy(client, {
    get(target, name) {
      if (name === 'query') return query
      const value: unknown = Reflect.get(target, name, target)
      // PGlite keeps its state in private fields, which a method only finds on the real object.
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

async function plan(client: PGlite, text: string, statement: string): Promise<Plan> {
  const answer = await exchange(client, [
    serialize.parse({ name: statement, text }),
    serialize.describe({ type: 'S', name: statement }),
  ])
  const takes = answer.find((message) => message instanceof messages.ParameterDescriptionMessage)
  const gives = answer.find((message) => message instanceof messages.RowDescriptionMessage)
  return { statement, takes: takes?.dataTypeIDs ?? [], gives: gives?.fields ?? [] }
}

async function run(client: PGlite, { statement, takes }: Plan, values: unknown[]) {
  const texts = values.map((value, i) => {
    if (value === null || value === undefined) return null
    const write = client.serializers[takes[i] ?? 0]
    return write === undefined ? String(value) : write(value)
  })
  const answer = await exchange(client, [serialize.bind({ statement, values: texts }), serialize.execute({})])
  return answer.filter((message) => message instanceof messages.DataRowMessage).map(({ fields }) => fields)
}

const exchange = (client: PGlite, parts: Uint8Array[]) =>
  client.runExclusive(() => client.execProtocolStream(Buffer.concat([...parts, serialize.sync()]), {}))

function parsed(client: PGlite, type: number, text: string | null | undefined) {
  if (text === null || text === undefined) return null
  const read = client.parsers[type]
  return read === undefined ? text : read(text, type)
}
