/** Beginning an interview: which one, for whom, with which settings, and what becomes of those that are open. */
import type { Happening } from './chat/chat.ts'
import { type Command, parseCommand, type StartCommand } from './commands.ts'
import type { Event, Interview } from './interview/interview.ts'
import { type Loop, loopStep, roundsLeft } from './interview/loop.ts'
import { roundOf } from './interview/pack.ts'
import { makePlan } from './interview/plan.ts'
import { beginLoop, begunVars, endLoop, nextVars, roundsOf } from './loops.ts'
import type { InboxRow, Tx } from './store/store.ts'
import { apply, type Known, type LoadedPack, offer, reply, type TurnWorld } from './turn.ts'

export type StartWorld = TurnWorld & {
  /** The pack for new interviews. */
  current: () => LoadedPack
  clock: () => number
  /** A new random interview id: 12 characters of a-z and 0-9. */
  newId: () => string
}

/** Posts a notice that belongs to no interview. */
export async function notice(
  world: StartWorld,
  tx: Tx,
  row: InboxRow,
  name: string,
  vars: Record<string, string | number> = {},
  n = 0,
): Promise<void> {
  const text = world.current().templates.notice(name, vars)
  await reply(world, tx, row.happening, `in${row.id.toString(36)}.${n}`, text)
}

export type Place = Pick<Extract<Event, { type: 'offered' }>, 'settles' | 'audience'>

export const openNow = async (tx: Tx, { tenant, person }: Happening): Promise<Known | null> =>
  (await tx.openInterviewsOf(tenant, person)).find(({ interview }) => interview.phase !== 'reporting') ?? null

/** No interview is open: what comes next in the loop that is, or all there is. */
export async function offerHelp(world: StartWorld, tx: Tx, row: InboxRow): Promise<void> {
  const { tenant, person, at } = row.happening
  const loop = await tx.openLoop(tenant, person)
  const interviews = loop === null ? [] : await tx.loopInterviews(tenant, loop.id)
  if (loop === null || loopStep(loop, interviews, at).kind !== 'next') return notice(world, tx, row, 'help')
  return notice(world, tx, row, 'loop-next', nextVars(world.current().pack, loop, interviews, at))
}

/** An interview is open: resume, finish with feedback, or start anew? */
export async function offerChoice(
  world: StartWorld,
  tx: Tx,
  row: InboxRow,
  interview: Interview,
): Promise<void> {
  const { pack } = world.packs(interview.pack)
  const question = interview.items.filter((item) => item.question !== null).length
  const of = interview.plan.filter((item) => item.question !== null).length
  await notice(world, tx, row, 'already-open', {
    round: roundOf(pack, interview.round).title,
    question,
    of,
    state: interview.phase,
  })
}

/**
 * `new` repeats the round of the open interview unless it names another. Returns what was commanded instead of a round.
 */
export async function startNew(
  world: StartWorld,
  tx: Tx,
  row: InboxRow,
  rest: string,
  place: Place,
): Promise<Command | null> {
  const open = await openNow(tx, row.happening)
  const line =
    rest === '' ? (open?.interview.round ?? Object.keys(world.current().pack.rounds)[0] ?? '') : rest
  const command = parseCommand(line, world.current().pack)
  if (command.kind !== 'start') return command.kind === 'new' ? { kind: 'help' } : command
  await pauseOthers(world, tx, row.happening, null)
  await start(world, tx, row, command, place)
  return null
}

/** At most one interview runs for a person and a conversation: the others are paused, those not begun are called off. */
export async function pauseOthers(
  world: StartWorld,
  tx: Tx,
  happening: Happening,
  except: string | null,
): Promise<void> {
  for (const known of await tx.openInterviewsOf(happening.tenant, happening.person)) {
    const { phase, id } = known.interview
    if (id === except || (phase !== 'running' && phase !== 'lobby')) continue
    await apply(world, tx, known, {
      type: 'pressed',
      at: happening.at,
      control: phase === 'lobby' ? 'stop' : 'set-aside',
    })
  }
}

type Settings = Pick<Extract<Event, { type: 'offered' }>, 'level' | 'company' | 'mode'>

/** What the command says, else what the person said before, else the usual. It is kept for the next time. */
async function settingsFor(
  world: StartWorld,
  tx: Tx,
  { tenant, person }: Happening,
  command: StartCommand,
): Promise<Settings> {
  const { pack } = world.current()
  const known = await tx.person(tenant, person)
  const level = command.level ?? levelOf(known?.level) ?? 'mid'
  const company = command.company ?? (known?.company && pack.companies[known.company] ? known.company : null)
  const mode = command.mode ?? (known?.mode === 'real' ? 'real' : 'practice')
  await tx.putPerson({ tenant, person, level, company, mode })
  return { level, company, mode }
}

/** Begins a round, or goes on with a loop. */
export async function start(
  world: StartWorld,
  tx: Tx,
  row: InboxRow,
  command: StartCommand,
  place: Place,
): Promise<void> {
  const { happening } = row
  const rounds = roundsOf(world.current().pack, command.round)
  if (rounds !== null) return goOnWithLoop(world, tx, row, command, rounds, place)
  const settings = await settingsFor(world, tx, happening, command)
  await offerRound(world, tx, happening, { ...command, ...settings }, place, null)
}

async function offerRound(
  world: StartWorld,
  tx: Tx,
  { tenant, person, conversation, at }: Happening,
  asked: StartCommand & Settings,
  place: Place,
  loop: Loop | null,
): Promise<void> {
  const { pack } = world.current()
  const { round, topic, level, company, mode } = asked
  const minutes = asked.minutes ?? roundOf(pack, round).minutes
  const had = await tx.questionsHad(tenant, person)
  await offer(world, tx, {
    type: 'offered',
    at,
    id: world.newId(),
    tenant,
    person,
    conversation,
    pack: pack.hash,
    round,
    level,
    company,
    mode,
    ...(loop === null ? {} : { loop: loop.id }),
    minutes,
    settles: place.settles,
    audience: place.audience,
    plan: makePlan({ pack, round, level, company, minutes, topic, had, now: at }),
  })
}

/** `loop` begins one or goes on with the one that is open; `loop design` takes that round next, `loop stop` ends it. */
async function goOnWithLoop(
  world: StartWorld,
  tx: Tx,
  row: InboxRow,
  command: StartCommand,
  rounds: string[],
  place: Place,
): Promise<void> {
  const { happening } = row
  const { tenant, person, conversation, at } = happening
  const { pack } = world.current()
  const open = await tx.openLoop(tenant, person)
  const interviews = open === null ? [] : await tx.loopInterviews(tenant, open.id)
  if (command.topic === 'stop')
    return open === null ? notice(world, tx, row, 'no-interview') : endLoop(world, tx, open, interviews)
  const over = open !== null && loopStep(open, interviews, at).kind === 'debrief'
  if (open !== null && over) await endLoop(world, tx, open, interviews)
  const fresh = open === null || over
  const loop = fresh
    ? {
        id: world.newId(),
        tenant,
        person,
        conversation,
        ...(await settingsFor(world, tx, happening, command)),
        rounds,
        startedAt: at,
      }
    : open
  // A round that a newer pack no longer has cannot be held.
  const left = roundsLeft(loop, fresh ? [] : interviews).filter((id) => pack.rounds[id] !== undefined)
  const round = command.topic === null ? left[0] : left.find((id) => id === command.topic)
  if (round === undefined)
    return notice(world, tx, row, 'loop-no-round', { name: command.topic ?? '', left: left.join(', ') })
  if (fresh) {
    await beginLoop(tx, loop)
    await notice(world, tx, row, 'loop-begun', begunVars(pack, rounds))
  }
  const { level, company, mode } = loop
  const asked = { ...command, round, topic: null, minutes: null, level, company, mode }
  await offerRound(world, tx, happening, asked, place, loop)
}

const levelOf = (text: string | null | undefined) =>
  text === 'junior' || text === 'mid' || text === 'senior' || text === 'staff' ? text : null
