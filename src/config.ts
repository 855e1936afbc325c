/** Everything that the environment can set, read once and checked. Defaults are here and nowhere else. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const schema = z.object({
  /** PostgreSQL; without it an embedded database in DATA_DIR. */
  DATABASE_URL: z.string().trim().min(1).optional(),
  DATA_DIR: z.string().trim().min(1).default('./data'),
  /** A second prompts folder laid over the one that comes with the program. */
  PROMPTS_DIR: z.string().trim().min(1).optional(),
  /** Unset: `silent` in the terminal, where a log would stand between the lines of the interview. */
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).optional(),
})

export type Config = {
  databaseUrl: string | null
  dataDir: string
  /** The pack that comes with the program, and the folders laid over it. */
  promptsDirs: string[]
  logLevel: string
}

const ownPrompts = fileURLToPath(new URL('../prompts', import.meta.url))

/** The names that `.env.example` must explain. */
export const settingNames = Object.keys(schema.shape)

/** A setting is wrong: one sentence per problem, naming the variable. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ConfigError'
  }
}

/** Reads the configuration. An empty variable counts as unset. Throws `ConfigError`. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`)
    throw new ConfigError(problems.join('\n'))
  }
  const { DATABASE_URL, DATA_DIR, PROMPTS_DIR, LOG_LEVEL } = parsed.data
  return {
    databaseUrl: DATABASE_URL ?? null,
    dataDir: DATA_DIR,
    promptsDirs: PROMPTS_DIR === undefined ? [ownPrompts] : [ownPrompts, PROMPTS_DIR],
    logLevel: LOG_LEVEL ?? 'silent',
  }
}
