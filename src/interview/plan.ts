/** Which questions an interview will ask. */
import type { PlanItem } from './interview.ts'
import { expectedAt, type Level, type Pack, type Question, type Stage } from './pack.ts'

export type PlanRequest = {
  pack: Pack
  round: string
  level: Level
  company: string | null
  minutes: number
  /** A question id or words of the question that the candidate asked for, or null. */
  topic: string | null
  /** When this person last had each question (ms since 1970). */
  had: Record<string, number>
  /** Ms since 1970. */
  now: number
}

/** Fewest and most minutes that an interview can be given. */
export const fewestMinutes = 10
export const mostMinutes = 120

/** A question asked again within this time (eight weeks, in ms) is a redo, and is called one. */
export const freshAfter = 56 * 24 * 3_600_000

/**
 * Picks, stage by stage, fitting questions that this person has not had for longest. One that they had within the last
 * eight weeks comes only where nothing else fits or they asked for it, and is marked as a redo. Always at least one.
 */
export function makePlan(request: PlanRequest): PlanItem[] {
  const round = request.pack.rounds[request.round]
  if (round === undefined) return []
  const scale = request.minutes / round.minutes
  const plan: PlanItem[] = []
  for (const stage of round.stages) {
    if (stage.kind === 'yours') {
      plan.push({ stage: stage.id, question: null })
      continue
    }
    const first = !plan.some((item) => item.question !== null)
    const count = Math.max(first ? 1 : 0, Math.round(stage.count * scale))
    const taken = new Set(plan.map((item) => item.question))
    const fitting = candidates(request, stage).filter((question) => !taken.has(question.id))
    for (const question of fitting.slice(0, count)) {
      const item = { stage: stage.id, question: question.id }
      plan.push(isFresh(request, question) ? item : { ...item, redo: true })
    }
  }
  return plan
}

function candidates(request: PlanRequest, stage: Stage): Question[] {
  const company = request.company === null ? undefined : request.pack.companies[request.company]
  const extra = company?.extraQuestions ?? []
  const listed = new Set(request.pack.rounds[request.round]?.stages.flatMap(({ questions }) => questions))
  const preferred = [...extra, ...stage.questions]
  const rank = (question: Question) => {
    const at = preferred.indexOf(question.id)
    return at < 0 ? preferred.length : at
  }
  const asked = (question: Question) => (matchesTopic(question, request.topic) ? 0 : 1)
  return Object.values(request.pack.questions)
    .filter(
      (question) =>
        question.rounds.includes(request.round) &&
        // Whoever asks for a question by name gets it, whatever the level.
        (expectedAt(question.level, request.level) || asked(question) === 0),
    )
    .filter(
      (question) =>
        stage.questions.length === 0 ||
        stage.questions.includes(question.id) ||
        asked(question) === 0 ||
        // A company's own question has its place in a stage that lists it, or in any if none does.
        (extra.includes(question.id) && !listed.has(question.id)),
    )
    .sort(
      (a, b) =>
        asked(a) - asked(b) ||
        Number(isFresh(request, b)) - Number(isFresh(request, a)) ||
        (request.had[a.id] ?? 0) - (request.had[b.id] ?? 0) ||
        rank(a) - rank(b) ||
        a.id.localeCompare(b.id),
    )
}

const isFresh = ({ had, now }: PlanRequest, { id }: Question): boolean =>
  had[id] === undefined || now - had[id] >= freshAfter

/** True if every word of the topic stands in the question's id or text. */
export function matchesTopic(question: Question, topic: string | null): boolean {
  if (topic === null) return false
  const where = `${question.id} ${question.text}`.toLowerCase()
  return topic
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => where.includes(word))
}
