/** What a stored happening means: text, an edit, a button or a command, turned into events of the right interview. */
import type { Happening } from './chat/chat.ts'
import { type Command, parseCommand } from './commands.ts'
import { clean, hear } from './interview/hear.ts'
import type { Control, Event } from './interview/interview.ts'
import {
  notice,
  offerChoice,
  offerHelp,
  openNow,
  type Place,
  pauseOthers,
  type StartWorld,
  start,
  startNew,
} from './starting.ts'
import type { InboxRow, Tx } from './store/store.ts'
import { apply, reply } from './turn.ts'
import { mostRead } from './work.ts'

/** Handles one inbox row inside the transaction that holds it. */
export async function handle(world: StartWorld, tx: Tx, row: InboxRow): Promise<void> {
  const { happening } = row
  if (happening.kind === 'said') await said(world, tx, row, happening)
  else if (happening.kind === 'edited' || happening.kind === 'deleted') await changed(world, tx, happening)
  else if (happening.kind === 'pressed') await pressed(world, tx, row, happening.control)
  else if (happening.kind === 'commanded') await commanded(world, tx, row, happening)
  else await typed(world, tx, happening)
  await tx.handled(row.id)
}

async function said(
  world: StartWorld,
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
async function saidOutside(world: StartWorld, tx: Tx, row: InboxRow, text: string): Promise<void> {
  const { pack } = world.current()
  const command = parseCommand(text, pack)
  if (command.kind === 'feedback' || command.kind === 'help') {
    return run(world, tx, row, command, { settles: 'when-quiet', audience: 'private' })
  }
  return notice(world, tx, row, 'no-interview')
}

async function changed(
  world: StartWorld,
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

async function typed(world: StartWorld, tx: Tx, happening: Happening): Promise<void> {
  const known = await tx.openInterview(happening.tenant, happening.conversation, happening.person)
  if (known !== null) await apply(world, tx, known, { type: 'typed', at: happening.at })
}

async function pressed(world: StartWorld, tx: Tx, row: InboxRow, control: string): Promise<void> {
  const command = parseCommand(control, world.current().pack)
  if (command.kind === 'control') return press(world, tx, row, command.control)
  return run(world, tx, row, command, { settles: 'when-quiet', audience: 'private' })
}

async function press(world: StartWorld, tx: Tx, row: InboxRow, control: Control): Promise<void> {
  const { tenant, person, conversation, at } = row.happening
  const here = await tx.openInterview(tenant, conversation, person)
  const known = here ?? (await tx.openInterviewsOf(tenant, person))[0] ?? null
  // A lone Enter in the terminal presses `start` or `done`; where nothing is open that is no mistake to speak of.
  if (known === null)
    return ['done', 'start', 'leave'].includes(control) ? undefined : notice(world, tx, row, 'no-interview')
  if (control === 'resume') await pauseOthers(world, tx, row.happening, known.interview.id)
  await apply(world, tx, known, { type: 'pressed', at, control })
}

async function commanded(
  world: StartWorld,
  tx: Tx,
  row: InboxRow,
  happening: Extract<Happening, { kind: 'commanded' }>,
): Promise<void> {
  await run(world, tx, row, parseCommand(happening.line, world.current().pack), happening)
}

async function run(world: StartWorld, tx: Tx, row: InboxRow, command: Command, place: Place): Promise<void> {
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
      return open === null ? offerHelp(world, tx, row) : offerChoice(world, tx, row, open.interview)
    }
    case 'new': {
      const instead = await startNew(world, tx, row, command.rest, place)
      return instead === null ? undefined : run(world, tx, row, instead, place)
    }
    case 'start': {
      const open = await openNow(tx, row.happening)
      return open === null
        ? start(world, tx, row, command, place)
        : offerChoice(world, tx, row, open.interview)
    }
  }
}
