import { expect, test } from 'vitest'
import { moveSamples, reportSamples } from '../../src/prompts/samples.ts'
import { loadPack } from '../../src/prompts.ts'
import { createTemplates, type MoveRequest, type TemplateVars, templateNames } from '../../src/templates.ts'
import { folderOf, goodWith, notices, round } from './fixture.ts'

const attack = '{{ 7 | times: 7 }} {% include "/etc/passwd" %} {%- raw -%} {{ secret }} {% endraw %} {{{'

const vars: TemplateVars = {
  ack: '',
  text: 'What does it cost?',
  question: '',
  brief: '',
  round: 'System design',
  level: 'mid',
  company: '',
  number: 1,
  of: 2,
  minutes: 45,
}

async function templatesOf(changes: Record<string, string> = {}) {
  const pack = await loadPack([await folderOf(goodWith(changes))])
  const design = pack.rounds['design']
  if (design === undefined) throw new Error('The fixture has no design round.')
  const templates = createTemplates(pack)
  const move = (request: Partial<MoveRequest>) =>
    templates.move({ round: design, template: 'probe', counter: 0, vars, ...request })
  return { ...templates, move, pack }
}

test('takes the variants of a template in turn', async () => {
  const { move } = await templatesOf()
  expect([0, 1, 2, 3].map((counter) => move({ counter }))).toEqual([
    'What does it cost?',
    'probe: What does it cost?',
    'What does it cost?',
    'probe: What does it cost?',
  ])
})

test.each(templateNames)('words the template "%s" of a round', async (template) => {
  const { move } = await templatesOf()
  expect(move({ template, counter: 1 })).toBe(`${template}: What does it cost?`)
})

test('gives every variable to every template', async () => {
  const names = Object.keys(moveSamples[0] ?? {})
  const all = names.map((name) => `${name}={{ ${name} }}`).join(' ')
  const { move } = await templatesOf({ 'rounds/design.md': round.replace('- probe: {{ text }}', `- ${all}`) })
  expect(move({ counter: 1, vars: { ...vars, ack: 'Understood.', company: 'Acme' } })).toBe(
    'ack=Understood. text=What does it cost? question= brief= round=System design level=mid company=Acme number=1 of=2 minutes=45',
  )
})

test('keeps the lines of a wording that has several', async () => {
  const wording = '- One:\n\n  - {{ text }}\n    - deeper\n\n  Two.'
  const { move } = await templatesOf({ 'rounds/design.md': round.replace('- probe: {{ text }}', wording) })
  expect(move({ counter: 1 })).toBe('One:\n\n- What does it cost?\n  - deeper\n\nTwo.')
})

test('leaves no more than one empty line where a condition said nothing', async () => {
  const { notice } = await templatesOf()
  expect(notice('quoted', { quote: 'I would measure', more: false })).toBe(
    'You said: I would measure\n\nThat is all.',
  )
  expect(notice('quoted', { quote: 'I would measure', more: true })).toBe(
    'You said: I would measure\n\nAnd more.\n\nThat is all.',
  )
})

test('never takes what a candidate wrote for a template', async () => {
  const { move, notice, report } = await templatesOf()
  expect(move({ vars: { ...vars, text: attack } })).toBe(attack)
  expect(notice('quoted', { quote: attack, more: false })).toBe(`You said: ${attack}\n\nThat is all.`)
  const [sample] = reportSamples
  if (sample?.best === null || sample === undefined) throw new Error('The sample has no best moment.')
  expect(report({ ...sample, best: { ...sample.best, quote: attack } })).toContain(`Best: "${attack}"`)
})

test('does not look into variables for what a template did not get', async () => {
  const { notice } = await templatesOf({ 'notices.md': `${notices}\n## deep\n{{ quote.constructor }}\n` })
  expect(() => notice('deep', { quote: 'x' })).toThrow('undefined variable: quote.constructor')
})

test('refuses to say a notice without one of its variables', async () => {
  const { notice } = await templatesOf()
  expect(() => notice('quoted', { more: true })).toThrow('undefined variable: quote')
})

test('names a notice or a template that the pack does not have', async () => {
  const { notice, move } = await templatesOf()
  expect(() => notice('nothing', {})).toThrow('The pack has no notice "nothing".')
  expect(() => notice('constructor', {})).toThrow('The pack has no notice "constructor".')
  expect(() => move({ template: 'praise' })).toThrow('The round "design" has no template "praise".')
})

test('renders a full report and an empty one', async () => {
  const { report } = await templatesOf()
  const [full, bare] = reportSamples.map((sample) => report(sample))
  expect(full).toBe(
    'You measured.\n\nBest: "I would measure it first"\n\n- Situation: 3.5 of 5\n- Situation: 3.5 of 5',
  )
  expect(bare).toBe('')
})

test('works on a pack that was stored and read again', async () => {
  const { pack, notice } = await templatesOf()
  const again = createTemplates(JSON.parse(JSON.stringify(pack)))
  const given = { quote: 'a', more: false }
  expect(again.notice('quoted', given)).toBe(notice('quoted', given))
})
