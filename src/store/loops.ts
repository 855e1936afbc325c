/** Interview loops, and what their interviews say. */
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { type Database, only } from './database.ts'
import { interviews, loops, reports } from './schema.ts'
import type { Tx } from './store.ts'

export const loopStatements = (db: Database) =>
  ({
    async openLoop(tenant, person) {
      const open = and(eq(loops.tenant, tenant), eq(loops.person, person), isNull(loops.endedAt))
      return only(await db.select(row).from(loops).where(open))
    },

    async loop(tenant, id) {
      const open = and(eq(loops.tenant, tenant), eq(loops.id, id), isNull(loops.endedAt))
      return only(await db.select(row).from(loops).where(open).for('update'))
    },

    async addLoop(loop) {
      await db.insert(loops).values(loop)
    },

    async endLoop(tenant, id, at) {
      await db
        .update(loops)
        .set({ endedAt: at })
        .where(and(eq(loops.tenant, tenant), eq(loops.id, id)))
    },

    async loopInterviews(tenant, loop) {
      const rows = await db
        .selectDistinctOn([interviews.createdAt, interviews.id], {
          round: interviews.round,
          phase: interviews.phase,
          report: reports,
        })
        .from(interviews)
        .leftJoin(reports, eq(reports.interview, interviews.id))
        .where(and(eq(interviews.tenant, tenant), eq(interviews.loop, loop)))
        .orderBy(asc(interviews.createdAt), asc(interviews.id), desc(reports.revision))
      return rows.map(({ round, phase, report }) => ({
        round,
        phase,
        letters: report === null ? null : { S: report.s, T: report.t, A: report.a, R: report.r },
        band: report?.band ?? null,
        flags: report?.flags ?? [],
        assessedBy: report === null || report.assessedBy === '' ? null : report.assessedBy,
      }))
    },
  }) satisfies Pick<Tx, 'openLoop' | 'loop' | 'addLoop' | 'endLoop' | 'loopInterviews'>

const row = {
  id: loops.id,
  tenant: loops.tenant,
  person: loops.person,
  conversation: loops.conversation,
  level: loops.level,
  company: loops.company,
  mode: loops.mode,
  rounds: loops.rounds,
  startedAt: loops.startedAt,
}
