/** A small pack for tests of the core: one round, two questions, every kind of move within reach. */
import type { KeyPoint, Mistake, Pack, Question } from '../src/interview/pack.ts'

export const point = (id: string, given: Partial<KeyPoint> = {}): KeyPoint => ({
  id,
  says: `says ${id}`,
  letter: 'A',
  weight: 1,
  from: 'junior',
  aliases: [id],
  openProbe: `open ${id}?`,
  namedProbe: `named ${id}?`,
  hint: `hint ${id}`,
  flag: null,
  deepProbe: null,
  ...given,
})

const mistake = (id: string, on: string): Mistake => ({
  id,
  says: `believes ${id}`,
  because: `because ${id}`,
  point: on,
  phrases: [`wrong ${id}`],
  probe: `about ${id}?`,
  corrected: ['depends'],
})

export const question = (id: string, given: Partial<Question> = {}): Question => ({
  id,
  rounds: ['design'],
  level: 'junior',
  minutes: 20,
  story: false,
  text: `Question ${id}?`,
  brief: '',
  facts: [{ id: 'scale', cues: ['how many'], says: 'Ten thousand a day.' }],
  points: [
    point('scale', { letter: 'S', weight: 3 }),
    point('storage', { letter: 'A', weight: 2, deepProbe: 'deep storage?' }),
    point('cost', { letter: 'T', weight: 2, flag: 'ignores-cost' }),
    point('evaluation', { letter: 'R', weight: 3, flag: 'dismisses-evaluation' }),
    point('sharding', { letter: 'A', weight: 1, from: 'staff' }),
  ],
  mistakes: [mistake('bigger', 'storage'), mistake('exact', 'scale')],
  narrower: `Narrower ${id}?`,
  strongAnswer: 'I would ask about scale. Then I would measure.',
  ...given,
})

const templates = Object.fromEntries(
  [
    'open',
    'ask',
    'probe',
    'flag',
    'mistake',
    'narrow',
    'clarify',
    'hint',
    'deep',
    'yours',
    'yours-reply',
    'transition',
    'close',
  ].map((name) => [name, [`${name}: {{ text }}`]]),
)

const flag = (id: string, gap = false) => ({
  id,
  title: id,
  definition: id,
  probe: `probe ${id}?`,
  advice: `advice ${id}`,
  raises: [],
  passes: [],
  gap,
})
const talk = (id: string, action: Pack['sideTalk'][string]['action'], cues = [id]) => ({
  id,
  action,
  cues,
  reply: `reply ${id}`,
})
const byId = <T extends { id: string }>(list: T[]): Record<string, T> =>
  Object.fromEntries(list.map((thing) => [thing.id, thing]))
const words = { S: 'Situation', T: 'Task', A: 'Action', R: 'Result' }

export const samplePack: Pack = {
  hash: 'sample',
  rounds: {
    design: {
      id: 'design',
      title: 'System design',
      minutes: 60,
      stages: [
        {
          id: 'first',
          title: 'First',
          kind: 'questions',
          minutes: 20,
          count: 1,
          questions: ['one'],
          deep: false,
        },
        {
          id: 'second',
          title: 'Second',
          kind: 'questions',
          minutes: 20,
          count: 1,
          questions: ['two'],
          deep: true,
        },
        {
          id: 'yours',
          title: 'Your questions',
          kind: 'yours',
          minutes: 5,
          count: 0,
          questions: [],
          deep: false,
        },
      ],
      waits: { answer: 45, probe: 15, nudge: 240, pause: 1200, close: 1_209_600 },
      maxProbes: 4,
      before: [],
      criteria: [],
      templates,
      note: '',
    },
  },
  questions: byId([question('one'), question('two')]),
  redFlags: byId([
    flag('overconfidence'),
    flag('no-production-experience', true),
    flag('no-tradeoffs'),
    flag('dismisses-evaluation'),
    flag('ignores-cost'),
  ]),
  sideTalk: byId([
    talk('start', 'start'),
    talk('done', 'done'),
    talk('skip', 'skip'),
    talk('pause', 'pause'),
    talk('resume', 'resume'),
    talk('stop', 'stop'),
    talk('hint', 'hint'),
    talk('wait', 'wait'),
    talk('repeat', 'repeat'),
    talk('rephrase', 'rephrase'),
    talk('greeting', 'none', ['hello']),
  ]),
  companies: {},
  star: {
    words,
    gloss: { default: words },
    degrees: { yes: 1, partial: 0.5, no: 0 },
    prices: { unprompted: 1, open: 0.9, named: 0.75, hint: 0.5 },
    bands: [
      { band: 'strong hire', from: 4.2 },
      { band: 'leaning hire', from: 3.2 },
      { band: 'leaning no hire', from: 2 },
      { band: 'strong no hire', from: 0 },
    ],
    enoughEvidence: 0.4,
    mostFlagSteps: 2,
  },
  studyPlan: [],
  notices: {},
  reporter: '',
  interviewer: '',
  assessor: '',
}
