/** Starts a command of the program as a person would, from its sources, and waits for its end. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Ended = { code: number | null; out: string; err: string }

/** Runs `src/cli/<name>.ts` with arguments and input. */
export function run(
  name: string,
  args: string[],
  input = '',
  env: Record<string, string> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', `src/cli/${name}.ts`, ...args], {
    cwd: root,
    // biome-ignore lint/style/noProcessEnv: a child needs the surroundings of its parent
    env: { ...process.env, PROMPTS_DIR: '', ...env },
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}
