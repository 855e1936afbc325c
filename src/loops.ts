/** Interview loops: begun by a command, carried on by choice or by a daily reminder, ended by one debrief. */
import {
  type Debrief,
  day,
  debriefOf,
  isHeld,
  type Loop,
  type LoopInterview,
  loopMinutes,
  loopRounds,
  loopStep,
  loopTime,
  nextReminder,
  roundsLeft,
} from './interview/loop.ts'
import { letters, type Pack } from './interview/pack.ts'
import type { Tx, WorkRow } from './store/store.ts'
import { type LoadedPack, loopWork, reply, type TurnWorld } from './turn.ts'

export type LoopWorld = TurnWorld & {
  /** The pack for new interviews. */
  current: () => LoadedPack
  clock: () => number
}

/** Begins a loop. Its debrief is due in a week at the latest. */
export async function beginLoop(tx: Tx, loop: Loop): Promise<void> {
  await tx.addLoop(loop)
  await addLook(tx, loop, 'week', loop.startedAt + loopTime)
}

const addLook = (tx: Tx, { id, tenant }: { id: string; tenant: string }, key: string, runAt: number) =>
  tx.addWork({ tenant, kind: loopWork, ref: id, key, runAt })

/** Looks after a loop: names the next round, reminds of it now and then, or ends it with the debrief. */
export async function tendLoop(world: LoopWorld, tx: Tx, row: WorkRow): Promise<void> {
  await tx.endWork(row.ref, row.key)
  const loop = await tx.loop(row.tenant, row.ref)
  if (loop === null) return
  const now = world.clock()
  const interviews = await tx.loopInterviews(loop.tenant, loop.id)
  const step = loopStep(loop, interviews, now)
  const held = interviews.filter(isHeld).length
  const [kind = '', of, n = '0'] = row.key.split(':')
  if (step.kind === 'debrief') return endLoop(world, tx, loop, interviews)
  // Whoever has held another round since needs no reminder of the older one.
  if (kind === 'week' || (kind === 'remind' && Number(of) !== held)) return
  const next = nextReminder(loop, Number(n), now)
  if (next !== null) await addLook(tx, loop, `remind:${held}:${Number(n) + 1}`, next)
  if (step.kind === 'wait') return
  const text = world
    .current()
    .templates.notice('loop-next', nextVars(world.current().pack, loop, interviews, now))
  await reply(world, tx, loop, `${loop.id}.n${held}.${n}`, text)
}

/** What `loop-next` says. */
export function nextVars(pack: Pack, loop: Loop, interviews: LoopInterview[], now: number) {
  const left = roundsLeft(loop, interviews)
  const round = pack.rounds[left[0] ?? '']
  return {
    done: loop.rounds.length - left.length,
    of: loop.rounds.length,
    round: round?.title ?? left[0] ?? '',
    minutes: round?.minutes ?? 0,
    others: left.slice(1).join(', '),
    days: Math.max(1, Math.ceil((loop.startedAt + loopTime - now) / day)),
  }
}

/** What `loop-begun` says. */
export function begunVars(pack: Pack, rounds: string[]) {
  const lines = rounds.map(
    (id, at) => `${at + 1}. ${pack.rounds[id]?.title ?? id}, ${pack.rounds[id]?.minutes ?? 0} minutes`,
  )
  return {
    rounds: lines.join('\n'),
    hours: Math.round(loopMinutes(pack, rounds) / 30) / 2,
    count: rounds.length,
  }
}

/** The rounds of the loop that this round of a pack stands for, or null if it stands for itself alone. */
export const roundsOf = (pack: Pack, round: string): string[] | null =>
  (pack.rounds[round]?.before.length ?? 0) > 0 ? loopRounds(pack, round) : null

/** Ends a loop and posts its debrief. */
export async function endLoop(
  world: LoopWorld,
  tx: Tx,
  loop: Loop,
  interviews: LoopInterview[],
): Promise<void> {
  await tx.endLoop(loop.tenant, loop.id, world.clock())
  await reply(world, tx, loop, `${loop.id}.d`, debriefText(debriefOf(loop, interviews), world.current()))
}

function debriefText(debrief: Debrief, { pack, templates }: LoadedPack): string {
  const title = (round: string): string => pack.rounds[round]?.title ?? round
  const word = (letter: Debrief['weakest']): string => (letter === null ? '' : pack.star.words[letter])
  const lines = debrief.rounds.map(({ round, held }) =>
    templates.notice('loop-debrief-round', {
      round: title(round),
      held: held === null ? 'no' : 'yes',
      letters: letters.map((letter) => `${letter} ${held?.letters?.[letter] ?? '–'}`).join(', '),
      band: held?.band ?? '',
    }),
  )
  const weakest = debrief.weakest
  const lowest = debrief.rounds
    .flatMap(({ round, held }) => {
      const value = weakest === null ? null : (held?.letters?.[weakest] ?? null)
      return value === null ? [] : [{ round, value }]
    })
    .sort((a, b) => a.value - b.value)[0]
  const flags = debrief.flags.map(({ flag, rounds }) => {
    const { title: name = flag, advice = '' } = pack.redFlags[flag] ?? {}
    return `- ${name} (${rounds === 1 ? 'one round' : `${rounds} rounds`}). ${advice}`
  })
  return templates.notice('loop-debrief', {
    held: debrief.rounds.filter(({ held }) => held !== null).length,
    of: debrief.rounds.length,
    rounds: lines.join('\n'),
    letters: letters
      .flatMap((letter) => {
        const value = debrief.letters[letter]
        return value === null ? [] : [`${pack.star.words[letter]} ${value}`]
      })
      .join(', '),
    strongest: word(debrief.strongest),
    weakest: word(weakest),
    weakest_round: lowest === undefined ? '' : title(lowest.round),
    weakest_id: lowest?.round ?? '',
    flags: flags.join('\n'),
    mixed: debrief.mixed ? 'yes' : 'no',
  })
}
