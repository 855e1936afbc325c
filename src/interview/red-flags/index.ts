/** The rules for flags that an answer states in words. Flags by omission are the interview's affair. */
import { dismissesEvaluation } from './dismisses-evaluation.ts'
import { ignoresCost } from './ignores-cost.ts'
import { noProductionExperience } from './no-production-experience.ts'
import { noTradeoffs } from './no-tradeoffs.ts'
import { overconfidence } from './overconfidence.ts'
import type { Rule } from './rule.ts'

export const rules: Rule[] = [
  overconfidence,
  noProductionExperience,
  noTradeoffs,
  dismissesEvaluation,
  ignoresCost,
]
