/** Questions: `questions/<round>/<id>.md`. */
import { z } from 'zod'
import { type KeyPoint, letters, levels, type Question } from '../interview/pack.ts'
import { answerPart, refuseAnswers } from './answers.ts'
import {
  above0,
  anyOf,
  check,
  group,
  idText,
  listOf,
  numberLine,
  oneOf,
  type Problem,
  part,
  prose,
  type Raw,
  refuse,
  splitBy,
  text,
  textsAt,
  wholeFile,
  yesOrNo,
} from './check.ts'
import type { Shape } from './sections.ts'

export const questionShape: Shape = {
  front: true,
  headings: {
    brief: { kind: 'text' },
    facts: { kind: 'parts', noun: 'fact' },
    'key points': { kind: 'parts', noun: 'key point' },
    mistakes: { kind: 'parts', noun: 'mistake' },
    narrower: { kind: 'text' },
    'strong answer': { kind: 'text' },
    answers: { kind: 'parts', noun: 'answer', text: true },
  },
}

export const factPart = part({ cues: splitBy(','), says: text })

/** A key point of a question, or a criterion of a round. */
const pointLabels = {
  says: text,
  letter: oneOf(letters),
  weight: numberLine,
  from: oneOf(levels),
  aliases: splitBy(','),
  open: text,
  named: text,
  hint: text,
}

export const criterionPart = part(pointLabels)

const pointPart = part({ ...pointLabels, flag: idText.optional(), deep: text.optional() })

const mistakePart = part({
  says: text,
  because: text,
  point: idText,
  phrases: splitBy('|'),
  probe: text,
  corrected: splitBy('|'),
})

const someMistakes = 'hold 2 to 5 mistakes'

const questionFile = wholeFile({
  front: group({
    id: idText,
    level: oneOf(levels),
    minutes: above0,
    story: yesOrNo.default(false),
    rounds: listOf(idText).optional(),
  }),
  title: z.string('hold the text of the question').min(1, 'hold the text of the question'),
  brief: z.string().default(''),
  facts: z.array(factPart).default([]),
  'key points': z.array(pointPart, 'hold at least 1 key point').min(1, 'hold at least 1 key point'),
  mistakes: z.array(mistakePart, someMistakes).min(2, someMistakes).max(5, someMistakes),
  narrower: prose,
  'strong answer': prose,
  answers: z.array(answerPart).default([]),
})

/** Checks a question. `folder` names the round that asks it if the file itself names none. */
export function checkQuestion(raw: Raw, folder: string, problems: Problem[]): Question | null {
  refuseLostMistakes(raw, problems)
  const file = check(questionFile, raw, problems)
  if (file === null) return null
  const { id, level, minutes, story, rounds = [folder] } = file.front
  const question = {
    id,
    rounds,
    level,
    minutes,
    story,
    text: file.title,
    brief: file.brief,
    facts: file.facts,
    points: file['key points'].map(({ flag = null, deep = null, ...point }) => ({
      ...keyPoint(point),
      flag,
      deepProbe: deep,
    })),
    mistakes: file.mistakes,
    narrower: file.narrower,
    strongAnswer: file['strong answer'],
  }
  refuseAnswers(raw, file.answers, question, problems)
  return question
}

/** A criterion is a key point that no red flag hangs on and that is no part of a design. */
export function keyPoint({ open, named, ...point }: z.infer<typeof criterionPart>): KeyPoint {
  return { ...point, openProbe: open, namedProbe: named, flag: null, deepProbe: null }
}

/** Looked at apart from the rest, so that a file with other faults still says which mistake rests on no key point. */
function refuseLostMistakes(raw: Raw, problems: Problem[]): void {
  const ids = new Set(textsAt(raw, ['key points', '*', 'id']).map(({ text: id }) => id))
  for (const { path, text: point } of textsAt(raw, ['mistakes', '*', 'point'])) {
    if (point === '' || ids.size === 0 || ids.has(point)) continue
    refuse(raw, path, `be a key point of this question: ${anyOf([...ids])}`, problems)
  }
}
