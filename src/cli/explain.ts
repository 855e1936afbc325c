/** What a program says when it must give up, and the code it ends with. */
import { ConfigError } from '../config.ts'
import { PackError } from '../prompts.ts'
import { StoreUnavailable } from '../store/store.ts'

/** Exit codes: what the program was given is wrong (2), what it needs is not there (1). */
export const wrongInput = 2
export const notAvailable = 1

/** Writes what went wrong, as a sentence where the cause is known, and returns the exit code. */
export function explain(error: unknown): number {
  const known =
    error instanceof PackError || error instanceof ConfigError || error instanceof StoreUnavailable
  process.stderr.write(
    `${known || !(error instanceof Error) ? String(error instanceof Error ? error.message : error) : (error.stack ?? error.message)}\n`,
  )
  return error instanceof PackError || error instanceof ConfigError ? wrongInput : notAvailable
}
