/** The study plan: `study-plan.yaml`, weeks in their order, each with things to do. */
import { z } from 'zod'
import type { StudyWeek } from '../interview/pack.ts'
import {
  check,
  count,
  group,
  idText,
  listOf,
  type Problem,
  type Raw,
  refuse,
  text,
  yesOrNo,
} from './check.ts'

const link = z
  .string('be a web address')
  .regex(/^https:\/\/[^\s]+$/, 'be a web address that begins with https://')

const itemGroup = group({
  id: idText,
  says: text,
  round: idText.optional(),
  questions: listOf(idText).default([]),
  times: count.default(1),
  by_hand: yesOrNo.default(false),
  resources: listOf(group({ title: text, url: link })).default([]),
})

const studyPlanFile = group({
  weeks: listOf(
    group({ week: count, title: text, aim: text, items: listOf(itemGroup).min(1, 'hold at least 1 entry') }),
  ).min(1, 'hold at least 1 week'),
})

/** Checks the study plan. The rounds and questions that it names are looked up when all files are read. */
export function checkStudyPlan(raw: Raw, problems: Problem[]): StudyWeek[] {
  const file = check(studyPlanFile, raw, problems)
  const ids = new Map<string, number>()
  return (file?.weeks ?? []).map(({ items, ...week }, at) => {
    if (week.week !== at + 1)
      refuse(raw, ['weeks', at, 'week'], `be ${at + 1}: weeks stand in order`, problems)
    return {
      ...week,
      items: items.map((item, index) => {
        const place = ['weeks', at, 'items', index]
        const { round, questions, times, by_hand: byHand, ...rest } = item
        if (ids.has(item.id))
          refuse(raw, [...place, 'id'], 'differ from all others: results are kept by it', problems)
        ids.set(item.id, at)
        if ((round === undefined) !== byHand)
          refuse(raw, [...place, 'round'], 'be a round, unless the entry has "by_hand: true"', problems)
        return { ...rest, counts: round === undefined ? null : { round, questions, times } }
      }),
    }
  })
}
