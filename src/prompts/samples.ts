/** Stand-ins with which templates are tried at start: once with everything there is to say, once with as little as can be. */
import type { ReportVars, TemplateVars } from '../templates.ts'

export const moveSamples: readonly TemplateVars[] = [
  {
    ack: 'Understood.',
    text: 'What would you measure?',
    question: 'How would you build it?',
    brief: 'It has a few thousand pages.',
    round: 'System design',
    level: 'senior',
    company: 'Example',
    number: 2,
    of: 3,
    minutes: 40,
  },
  {
    ack: '',
    text: '',
    question: '',
    brief: '',
    round: '',
    level: 'junior',
    company: '',
    number: 1,
    of: 1,
    minutes: 1,
  },
]

const point = {
  question: 'How would you build it?',
  quote: 'I would measure it first',
  point: 'measures',
  strong: 'I measure.',
}

const letter = { letter: 'S', word: 'Situation', gloss: 'clarified', value: 3.5, text: '3.5 of 5' }

export const reportSamples: readonly ReportVars[] = [
  {
    headline: 'You measured.',
    round: 'System design',
    level: 'senior',
    mode: 'real',
    company: 'Example',
    graded: true,
    band: 'leaning hire',
    letters: [letter, { ...letter, letter: 'T', value: null }],
    best: point,
    change: point,
    next_step: 'Name a number.',
    covered: [
      {
        question: point.question,
        points: [{ says: 'measures', degree: 'yes', won: 'open', quote: point.quote }],
      },
    ],
    missing: [{ question: point.question, says: 'costs', probe: 'What does it cost?' }],
    not_come_up: [{ question: point.question, says: 'costs' }],
    mistakes: ['held', 'corrected'].map((outcome) => ({
      says: 'free',
      because: 'it costs',
      quote: point.quote,
      outcome,
    })),
    flags: ['confirmed', 'cleared'].map((outcome) => ({
      asked: 'What does one answer cost?',
      title: 'Ignores cost',
      quote: point.quote,
      outcome,
      advice: 'Name a price.',
    })),
    ungraded: [{ question: point.question, reason: 'the model did not answer' }],
    clarity: 'Three answers.',
    made: { by: 'offline', pack: '0123456789abcdef', offline: true, turns_graded: 3, turns_asked: 4 },
  },
  {
    headline: '',
    round: 'System design',
    level: 'junior',
    mode: 'practice',
    company: '',
    graded: false,
    band: '',
    letters: [],
    best: null,
    change: null,
    next_step: '',
    covered: [],
    missing: [],
    not_come_up: [],
    mistakes: [],
    flags: [],
    ungraded: [],
    clarity: '',
    made: { by: '', pack: '0123456789abcdef', offline: false, turns_graded: 0, turns_asked: 0 },
  },
]
