import type { Decision, Effect, Interview, Say } from './interview.ts'

/** A sentence of ours, by the name of its notice in the pack. */
export const say = (notice: string, vars: Say['vars'], quotes: Say['quotes'] = {}): Effect => ({
  kind: 'say',
  say: { notice, vars, quotes },
})

/** A decision without effects. */
export const silent = (interview: Interview): Decision => ({ interview, effects: [] })
