/** What a stored happening means: text, an edit, a button or a command, turned into events of the right interview. */
import type { Happening } from './chat/chat.ts'
import { type Command, parseCommand, type StartCommand } from './commands.ts'
import { clean, hear } from './interview/hear.ts'
import type { Control, Event, Interview } from './interview/interview.ts'
import { type Loop, loopStep, roundsLeft } from './interview/loop.ts'
import { roundOf } from './interview/pack.ts'
import { makePlan } from './interview/plan.ts'
import { beginLoop, begunVars, endLoop, roundsOf } from './loops.ts'
import type { InboxRow, Tx } from './store/store.ts'
import { apply, type Known, type LoadedPack, offer, reply, type TurnWorld } from './turn.ts'
import { mostRead } from './work.ts'

export type HearingWorld = TurnWorld & {
  /** The pack for new interviews. */
  current: () => LoadedPack
  clock: () => number
  /** A new random interview id: 12 characters of a-z and 0-9. */
  newId: () => string
}

/** Handles one inbox row inside the transaction that holds it. */
export async function handle(world: HearingWorld, tx: Tx, row: InboxRow): Promise<void> {
  const { happening } = row
  if (happening.kind === 'said') await said(world, tx, row, happening)
  else if (happening.kind === 'edited' || happening.kind === 'deleted') await changed(world, tx, happening)
  else if (happening.kind === 'pressed') await pressed(world, tx, row, happening.control)
  else if (happening.kind === 'commanded') await commanded(world, tx, row, happening)
  else await typed(world, tx, happening)
  await tx.handled(row.id)
}

/** Posts a notice that belongs to no interview. */
async function notice(
  world: HearingWorld,
  tx: Tx,
  row: InboxRow,
  name: string,
  vars: Record<string, string | number> = {},
  n = 0,
): Promise<void> {
  const text = world.current().templates.notice(name, vars)
  await reply(world, tx, row.happening, `in${row.id.toString(36)}.${n}`, text)
}

async function said(
  world: HearingWorld,
  tx: Tx,
  row: InboxRow,
  happening: Extract<Happening, { kind: 'said' }>,
): Promise<void> {
  const known = await tx.openInterview(happening.tenant, happening.conversation, happening.person)
  if (known === null) return saidOutside(world, tx, row, happening.text)
  const { text, removed } = clean(happening.text, Number.MAX_SAFE_INTEGER)
  const { interview } = known
  const { pack } = world.packs(interview.pack)
  const heard = hear(text, pack.sideTalk)
  if (heard.empty) return notice(world, tx, row, 'empty-answer', { mode: interview.mode })
  const message = `${interview.id}.c${row.id.toString(36)}`
  const platformKey = `${happening.conversation}/${happening.message}`
  if ((await tx.messageByPlatformKey(happening.tenant, platformKey)) !== null) return
  await tx.addMessage(happening.tenant, {
    id: message,
    interview: interview.id,
    author: 'candidate',
    revision: 1,
    text,
    at: happening.at,
    platformKey,
  })
  const event: Event = {
    type: 'said',
    at: happening.at,
    message,
    talk: heard.talk,
    unfinished: heard.unfinished,
  }
  await apply(world, tx, known, event)
  if (text.length > mostRead) await notice(world, tx, row, 'too-long', { limit: mostRead }, 1)
  else if (removed) await notice(world, tx, row, 'cleaned', {}, 1)
}

/** Words where no interview is open: `feedback` and `help` work, the rest is told what would. */
async function saidOutside(world: HearingWorld, tx: Tx, row: InboxRow, text: string): Promise<void> {
  const { pack } = world.current()
  const command = parseCommand(text, pack)
  if (command.kind === 'feedback' || command.kind === 'help') {
    return run(world, tx, row, command, { settles: 'when-quiet', audience: 'private' })
  }
  return notice(world, tx, row, 'no-interview')
}

async function changed(
  world: HearingWorld,
  tx: Tx,
  happening: Extract<Happening, { kind: 'edited' | 'deleted' }>,
): Promise<void> {
  const old = await tx.messageByPlatformKey(
    happening.tenant,
    `${happening.conversation}/${happening.message}`,
  )
  const known = old === null ? null : await tx.interview(happening.tenant, old.interview)
  if (old === null || known === null || known.interview.person !== happening.person) return
  if (happening.kind === 'deleted') {
    await apply(world, tx, known, { type: 'deleted', at: happening.at, message: old.id })
    return
  }
  const { text } = clean(happening.text, Number.MAX_SAFE_INTEGER)
  if (text === old.text) return
  const revision = old.revision + 1
  await tx.addMessage(happening.tenant, { ...old, revision, text, at: happening.at })
  const { unfinished } = hear(text, world.packs(known.interview.pack).pack.sideTalk)
  await apply(world, tx, known, { type: 'edited', at: happening.at, message: old.id, revision, unfinished })
}

async function typed(world: HearingWorld, tx: Tx, happening: Happening): Promise<void> {
  const known = await tx.openInterview(happening.tenant, happening.conversation, happening.person)
  if (known !== null) await apply(world, tx, known, { type: 'typed', at: happening.at })
}

async function pressed(world: HearingWorld, tx: Tx, row: InboxRow, control: string): Promise<void> {
  const command = parseCommand(control, world.current().pack)
  if (command.kind === 'control') return press(world, tx, row, command.control)
  return run(world, tx, row, command, { settles: 'when-quiet', audience: 'private' })
}

async function press(world: HearingWorld, tx: Tx, row: InboxRow, control: Control): Promise<void> {
  const { tenant, person, conversation, at } = row.happening
  const here = await tx.openInterview(tenant, conversation, person)
  const known = here ?? (await tx.openInterviewsOf(tenant, person))[0] ?? null
  // A lone Enter in the terminal presses `start` or `done`; where nothing is open that is no mistake to speak of.
  if (known === null)
    return ['done', 'start', 'leave'].includes(control) ? undefined : notice(world, tx, row, 'no-interview')
  if (control === 'resume') await pauseOthers(world, tx, row.happening, known.interview.id)
  await apply(world, tx, known, { type: 'pressed', at, control })
}

type Place = Pick<Extract<Event, { type: 'offered' }>, 'settles' | 'audience'>

async function commanded(
  world: HearingWorld,
  tx: Tx,
  row: InboxRow,
  happening: Extract<Happening, { kind: 'commanded' }>,
): Promise<void> {
  await run(world, tx, row, parseCommand(happening.line, world.current().pack), happening)
}

async function run(
  world: HearingWorld,
  tx: Tx,
  row: InboxRow,
  command: Command,
  place: Place,
): Promise<void> {
  const { tenant, person } = row.happening
  switch (command.kind) {
    case 'control':
      return press(world, tx, row, command.control)
    case 'refused':
      return notice(world, tx, row, command.notice, command.vars)
    case 'help':
      return notice(world, tx, row, 'help')
    case 'feedback': {
      const report = await tx.latestReport(tenant, person)
      if (report === null) return notice(world, tx, row, 'no-feedback')
      return reply(world, tx, row.happening, `in${row.id.toString(36)}.0`, report.text)
    }
    case 'offer': {
      const open = await openNow(tx, row.happening)
      return open === null ? notice(world, tx, row, 'help') : offerChoice(world, tx, row, open.interview)
    }
    case 'new':
      return startNew(world, tx, row, command.rest, place)
    case 'start': {
      const open = await openNow(tx, row.happening)
      return open === null
        ? start(world, tx, row, command, place)
        : offerChoice(world, tx, row, open.interview)
    }
  }
}

const openNow = async (tx: Tx, { tenant, person }: Happening): Promise<Known | null> =>
  (await tx.openInterviewsOf(tenant, person)).find(({ interview }) => interview.phase !== 'reporting') ?? null

/** An interview is open: resume, finish with feedback, or start anew? */
async function offerChoice(world: HearingWorld, tx: Tx, row: InboxRow, interview: Interview): Promise<void> {
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

/** `new` repeats the round of the open interview unless it names another. */
async function startNew(
  world: HearingWorld,
  tx: Tx,
  row: InboxRow,
  rest: string,
  place: Place,
): Promise<void> {
  const open = await openNow(tx, row.happening)
  const line =
    rest === '' ? (open?.interview.round ?? Object.keys(world.current().pack.rounds)[0] ?? '') : rest
  const command = parseCommand(line, world.current().pack)
  if (command.kind !== 'start')
    return run(world, tx, row, command.kind === 'new' ? { kind: 'help' } : command, place)
  await pauseOthers(world, tx, row.happening, null)
  await start(world, tx, row, command, place)
}

/** At most one interview runs for a person and a conversation: the others are paused, those not begun are called off. */
async function pauseOthers(
  world: HearingWorld,
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
  world: HearingWorld,
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

async function start(
  world: HearingWorld,
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
  world: HearingWorld,
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
  world: HearingWorld,
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
