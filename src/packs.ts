/** Packs in use: the current one for new interviews, and older ones that interviews under way still point to. */
import type { Pack } from './interview/pack.ts'
import type { Store } from './store/store.ts'
import { createTemplates } from './templates.ts'
import type { LoadedPack } from './turn.ts'

/** Parses a pack's templates. */
export const withTemplates = (pack: Pack): LoadedPack => ({ pack, templates: createTemplates(pack) })

/** Reads a stored pack by its hash. Throws if the database does not have it: an interview never points to such a one. */
export async function storedPack(store: Store, hash: string): Promise<LoadedPack> {
  const pack = await store.pack(hash)
  if (pack === null) throw new Error(`The pack ${hash} of an open interview is not in the database.`)
  return withTemplates(upcast(pack))
}

/** A pack that was stored before rounds had criteria and loops, and before there was a study plan. */
function upcast(pack: Pack): Pack {
  const rounds = Object.entries(pack.rounds).map(([id, round]) => [id, { ...bareRound, ...round }] as const)
  return { ...pack, rounds: Object.fromEntries(rounds), studyPlan: pack.studyPlan ?? [] }
}

const bareRound = { criteria: [], before: [] }
