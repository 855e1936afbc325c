/** `npm run bench:assess`: how long the full pack takes to read and check, and how many answers a second are assessed offline. */
import { availableParallelism } from 'node:os'
import { createOffline } from '../../src/model/offline/offline.ts'
import { loadPack } from '../../src/prompts.ts'
import { assessAll, readLabelled } from '../evals/labelled.ts'

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const timed = async <T>(run: () => Promise<T>): Promise<{ ms: number; result: T }> => {
  const began = performance.now()
  const result = await run()
  return { ms: performance.now() - began, result }
}

print(
  `Node ${process.version}, ${availableParallelism()} processors; other work on the machine is not excluded.`,
)
const { ms, result: pack } = await timed(() => loadPack(['prompts']))
print(
  `Pack read and checked in this fresh process: ${ms.toFixed(0)} ms (${Object.keys(pack.questions).length} questions).`,
)
const answers = readLabelled(new URL('../evals/answers.jsonl', import.meta.url))
const rates: number[] = []
for (let pass = 0; pass < 8; pass += 1) {
  const spent = await timed(() => assessAll(createOffline(), pack, answers))
  rates.push((answers.length / spent.ms) * 1000)
}
const [first = 0, ...warm] = rates
const sorted = warm.toSorted((a, b) => a - b)
print(
  `Answers a second, one thread: ${first.toFixed(0)} in the first pass (patterns are compiled in it), then a median of ${sorted[Math.floor(sorted.length / 2)]?.toFixed(0)} (${sorted[0]?.toFixed(0)} to ${sorted.at(-1)?.toFixed(0)}).`,
)
