/** An interview from a file: each answer is given when the bot has asked, and the end of the file ends the interview. */
import type { Console } from '../chat/console/console.ts'
import { answersIn, commandIn } from '../chat/console/lines.ts'
import type { Engine } from '../engine.ts'

export type PipedParts = { engine: Engine; console: Console; rounds: string[]; text: string; line: string }

/** Runs to the report. Returns how many answers were left over because the interview had ended. */
export async function runPiped({ engine, console, rounds, text, line }: PipedParts): Promise<number> {
  const answers = answersIn(text)
  // Somebody who pipes in answers cannot be asked what to do with an interview left open: it stays, paused.
  await console.type({ commanded: `new ${line}`.trim() })
  await console.type({ pressed: 'start' })
  await engine.drain()
  for (const [i, answer] of answers.entries()) {
    if (console.reported()) return answers.length - i
    const command = answer.includes('\n') ? null : commandIn(answer, rounds)
    if (command !== null) await console.type({ commanded: command })
    else {
      await console.type({ said: answer })
      await console.type({ pressed: 'done' })
    }
    await engine.drain()
  }
  if (!console.reported()) {
    await console.type({ pressed: 'stop' })
    await engine.drain()
  }
  return 0
}
