/** The pack as a person reads it: what there is, and one thing in full. */
import type { KeyPoint, Pack, Question, Round, StudyItem } from '../../interview/pack.ts'
import type { Sources } from '../../prompts.ts'

/** Every round with its questions, then companies, red flags and weeks. */
export function listOf({ pack }: Sources): string {
  const rounds = Object.values(pack.rounds).flatMap((round) => {
    const questions = Object.values(pack.questions).filter((q) => q.rounds.includes(round.id))
    return [
      `${round.id}: ${round.title}, ${round.minutes} minutes, ${questions.length} questions`,
      ...questions.map((q) => `  ${q.id.padEnd(28)} ${q.level.padEnd(7)} ${oneLine(q.text)}`),
      '',
    ]
  })
  const companies = Object.values(pack.companies).map(
    ({ id, title, names }) => `  ${id.padEnd(28)} ${title} (${names.join(', ')})`,
  )
  const flags = Object.values(pack.redFlags).map(({ id, title }) => `  ${id.padEnd(28)} ${title}`)
  const weeks = pack.studyPlan.map(({ week, title }) => `  ${String(week).padEnd(28)} ${title}`)
  return [
    ...rounds,
    'companies',
    ...companies,
    '',
    'red flags',
    ...flags,
    '',
    'weeks of the study plan',
    ...weeks,
  ].join('\n')
}

/** One thing in full by its id, or null if the pack has none of that name. */
export function shownThing(sources: Sources, id: string): string | null {
  const { pack, places } = sources
  const has = <T>(shelf: Record<string, T>): T | undefined =>
    Object.hasOwn(shelf, id) ? shelf[id] : undefined
  const question = has(pack.questions)
  if (question !== undefined) return questionText(sources, question)
  const round = has(pack.rounds)
  if (round !== undefined) return roundText(round, pack, places.rounds[id] ?? '')
  const company = has(pack.companies)
  if (company !== undefined)
    return text(`${company.title} (${places.companies[id]})`, [
      company.tone,
      `Knows the names ${company.names.join(', ')}.`,
      `Weights: ${Object.entries(company.weights)
        .map(([point, by]) => `${point} x${by}`)
        .join(', ')}`,
      `Own questions: ${company.extraQuestions.join(', ') || 'none'}`,
      ...company.answers.map((fact) => `${fact.id}: ${fact.says}`),
    ])
  const flag = has(pack.redFlags)
  if (flag !== undefined)
    return text(`${flag.title} (${places.redFlags[id]})`, [
      flag.definition,
      `Asked: ${flag.probe}`,
      `Advice: ${flag.advice}`,
    ])
  if (id !== 'study-plan') return null
  return pack.studyPlan
    .map(({ week, title, aim, items }) =>
      text(`Week ${week}: ${title}`, [aim, ...items.map((item) => `- ${item.says} ${counted(item)}`)]),
    )
    .join('\n')
}

const counted = ({ counts }: StudyItem): string => {
  if (counts === null) return '(ticked by hand)'
  const { round, questions, times } = counts
  return `(${times} x ${round}${questions.length > 0 ? `: ${questions.join(', ')}` : ''})`
}

function questionText({ answers, places }: Sources, question: Question): string {
  const { id, text: asked, brief, level, minutes, rounds, facts, points, mistakes, narrower } = question
  return text(`${asked} (${places.questions[id]})`, [
    brief,
    `From level ${level}, ${minutes} minutes, in ${rounds.join(', ')}${question.story ? ', a story' : ''}.`,
    'If they ask:',
    ...facts.map((fact) => `- ${fact.id}: ${fact.says}`),
    'A strong answer covers:',
    ...points.map(pointText),
    'Common wrong beliefs:',
    ...mistakes.map((m) => `- ${m.id}: ${m.says}. Asked: ${m.probe}`),
    `Smaller form: ${narrower}`,
    `Strong answer:\n${question.strongAnswer}`,
    `Example answers: ${(answers[id] ?? []).map((answer) => answer.id).join(', ') || 'none'}`,
  ])
}

const pointText = (point: KeyPoint): string =>
  [
    `- ${point.id} (${point.letter}, weight ${point.weight}, from ${point.from}): ${point.says}`,
    `  open:  ${point.openProbe}`,
    `  named: ${point.namedProbe}`,
    `  hint:  ${point.hint}`,
  ].join('\n')

function roundText(round: Round, pack: Pack, place: string): string {
  const stages = round.stages.map((stage) =>
    stage.kind === 'yours'
      ? `- ${stage.title}: the candidate's questions, ${stage.minutes} minutes`
      : `- ${stage.title}: ${stage.count} of ${stage.questions.join(', ') || 'any that fit'}, ${stage.minutes} minutes`,
  )
  const before = round.before.map((id) => `- ${pack.rounds[id]?.title ?? id}`)
  return text(`${round.title}, ${round.minutes} minutes (${place})`, [
    ...(before.length > 0 ? ['Comes after:', ...before] : []),
    'Stages:',
    ...stages,
    ...(round.criteria.length > 0 ? ['Over the whole round:', ...round.criteria.map(pointText)] : []),
    `At most ${round.maxProbes} follow-ups a question.`,
    round.note,
  ])
}

const text = (title: string, lines: string[]): string =>
  `${[title, ...lines.filter((line) => line !== '')].join('\n')}\n`

const oneLine = (asked: string): string => (asked.length > 90 ? `${asked.slice(0, 87)}...` : asked)
