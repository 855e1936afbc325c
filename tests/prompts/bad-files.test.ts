/** Every way to get a prompt file wrong that we thought of, with the sentence that its author reads. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reportSamples } from '../../src/prompts/samples.ts'
import { loadPack, PackError } from '../../src/prompts.ts'
import { requiredNotices } from '../../src/templates.ts'
import {
  company,
  type Files,
  folderOf,
  goodWith,
  notices,
  question,
  redFlag,
  report,
  round,
  sideTalk,
  star,
  studyPlan,
} from './fixture.ts'

type Row = { what: string; files: Record<string, string | Uint8Array | null>; says: string[] }

/** A file with one piece of its text replaced. */
function edited(path: string, source: string, from: string, to: string): Record<string, string> {
  if (!source.includes(from)) throw new Error(`The fixture has no ${JSON.stringify(from)}.`)
  return { [path]: source.replace(from, () => to) }
}

const inQuestion = (from: string, to: string) => edited('questions/design/pages.md', question, from, to)
const inRound = (from: string, to: string) => edited('rounds/design.md', round, from, to)
const inRedFlag = (from: string, to: string) => edited('red-flags/ignores-cost.md', redFlag, from, to)
const inCompany = (from: string, to: string) => edited('companies/acme.md', company, from, to)
const inSideTalk = (from: string, to: string) => edited('side-talk.md', sideTalk, from, to)
const inStudyPlan = (from: string, to: string) => edited('study-plan.yaml', studyPlan, from, to)
const inStar = (from: string, to: string) => edited('star.yaml', star, from, to)

const mistake = (id: string) => `### ${id}
says: a
because: b
point: cost
phrases: c
probe: d
corrected: e
`

// The lists grow with the program; the sentences about them should not have to be written again.
const [[first, firstVars] = ['', []]] = Object.entries(requiredNotices)
const reportNames = Object.keys(reportSamples[0] ?? {}).join(', ')

const rows: Row[] = [
  { what: 'an empty file', files: { 'assessor.md': ' \n\n' }, says: ['assessor.md:1: is empty.'] },
  {
    what: 'a file that is not UTF-8',
    files: {
      'questions/design/pages.md': Buffer.concat([Buffer.from('---\nid: '), Buffer.from([0xff, 0xfe])]),
    },
    says: ['questions/design/pages.md:2: is not UTF-8; save it as UTF-8.'],
  },
  {
    what: 'a control character',
    files: { 'assessor.md': 'one\ntwo\u0000' },
    says: ['assessor.md:2: has the control character U+0000; delete it.'],
  },
  {
    what: 'a huge file',
    files: { 'interviewer.md': 'x'.repeat(70_000) },
    says: ['interviewer.md:1: has 70000 bytes; a prompt file may have 65536.'],
  },
  {
    what: 'a missing file',
    files: { 'star.yaml': null },
    says: ['star.yaml:1: is missing; every pack needs it.'],
  },
  {
    what: 'a file where none belongs',
    files: { 'questions/pages.md': question, 'round/x.md': round, 'stars.yml': 'a: 1' },
    says: [
      'questions/pages.md:1: is no file of a pack; rounds stand in rounds/, red flags in red-flags/, companies in companies/, questions in questions/<round>/.',
      'round/x.md:1: is no file of a pack; rounds stand in rounds/, red flags in red-flags/, companies in companies/, questions in questions/<round>/.',
      'stars.yml:1: is no file of a pack; rounds stand in rounds/, red flags in red-flags/, companies in companies/, questions in questions/<round>/.',
    ],
  },
  {
    what: 'no rounds',
    files: { 'rounds/design.md': null, 'questions/design/pages.md': null, 'companies/acme.md': null },
    says: ['rounds:1: holds no round; a pack needs at least one.'],
  },
  {
    what: 'an id that is not the file name',
    files: inQuestion('id: pages', 'id: page'),
    says: [
      'questions/design/pages.md:2: the front matter has id "page"; it must be "pages", the name of the file.',
    ],
  },
  {
    what: 'an id in capitals',
    files: inQuestion('id: pages', 'id: Pages'),
    says: [
      'questions/design/pages.md:2: the front matter has id "Pages"; it must be lower-case words joined by dashes.',
    ],
  },
  {
    what: 'an id used twice',
    files: { 'questions/other/pages.md': question },
    says: ['questions/other/pages.md:1: the id "pages" is also that of questions/design/pages.md.'],
  },
  {
    what: 'no front matter',
    files: inQuestion('---\nid', 'id'),
    says: [
      'questions/design/pages.md:1: the front matter is missing; begin the file with "---", lines "label: value" and "---".',
    ],
  },
  {
    what: 'front matter without an end',
    files: inQuestion('minutes: 20\n---\n', 'minutes: 20\n'),
    says: [
      'questions/design/pages.md:1: the front matter is missing; begin the file with "---", lines "label: value" and "---".',
    ],
  },
  {
    what: 'a tab in the front matter',
    files: inRound('  - id: main', '\t- id: main'),
    says: ['rounds/design.md:7: the YAML is broken: the line begins with a tab; use spaces.'],
  },
  {
    what: 'a label twice in the front matter',
    files: inQuestion('level: mid', 'level: mid\nlevel: mid'),
    says: ['questions/design/pages.md:4: the YAML is broken: this label is there twice.'],
  },
  {
    what: 'a YAML list in brackets',
    files: inRound('    questions:\n      - pages', '    questions: [pages]'),
    says: [
      'rounds/design.md:11: the YAML uses {} or []; write one entry per line, and leave out what is empty.',
    ],
  },
  {
    what: 'a YAML map in braces',
    files: inCompany('weights:\n  cost: 2', 'weights: {cost: 2,}'),
    says: [
      'companies/acme.md:7: the YAML uses {} or []; write one entry per line, and leave out what is empty.',
    ],
  },
  {
    what: 'an open quote',
    files: inQuestion('level: mid', 'level: "mid'),
    says: ['questions/design/pages.md:4: the YAML is broken: a quote or a colon is missing.'],
  },
  {
    what: 'a colon in a value',
    files: inRound('title: System design', 'title: Design: systems'),
    says: [
      'rounds/design.md:3: the YAML is broken: there is a second colon in the line; put the text after the first into quotes.',
    ],
  },
  {
    what: 'an alias',
    files: inRound('minutes: 45', 'minutes: &m 45\nmore: *m'),
    says: ['rounds/design.md:5: the YAML uses "*", which repeats another value; write the value itself.'],
  },
  {
    what: 'a tag',
    files: inRound('minutes: 45', 'minutes: !!binary 45'),
    says: ['rounds/design.md:4: the YAML uses "!"; write the value alone, in quotes if it begins with "!".'],
  },
  {
    what: 'a list as front matter',
    files: inQuestion('id: pages\nlevel: mid\nminutes: 20', '- id'),
    says: ['questions/design/pages.md:2: the YAML must be lines of the form "label: value".'],
  },
  {
    what: 'an unknown label in the front matter',
    files: inQuestion('minutes: 20', 'minutes: 20\nlevle: mid'),
    says: [
      'questions/design/pages.md:5: the front matter has the unknown label "levle"; known are id, level, minutes, story and rounds.',
    ],
  },
  {
    what: 'a missing label in the front matter',
    files: inQuestion('level: mid\n', ''),
    says: [
      'questions/design/pages.md:1: the front matter has no level; it must be junior, mid, senior or staff.',
    ],
  },
  {
    what: 'a label with nothing after it',
    files: inQuestion('level: mid', 'level:'),
    says: [
      'questions/design/pages.md:3: the front matter has no level; it must be junior, mid, senior or staff.',
    ],
  },
  {
    what: 'minutes that are no number',
    files: inQuestion('minutes: 20', 'minutes: twenty'),
    says: [
      'questions/design/pages.md:4: the front matter has minutes "twenty"; it must be a number above 0.',
    ],
  },
  {
    what: 'zero minutes',
    files: inRound('    minutes: 40', '    minutes: 0'),
    says: [
      'rounds/design.md:9: the front matter has minutes 0 in stages, entry 1; it must be a number above 0.',
    ],
  },
  {
    what: 'no question text',
    files: inQuestion('# How would you answer questions about our handbook?\n', ''),
    says: [
      'questions/design/pages.md:1: the file has no "# ..." heading; it must hold the text of the question.',
    ],
  },
  {
    what: 'two titles',
    files: inQuestion('## Brief', '# And another?\n## Brief'),
    says: [
      'questions/design/pages.md:8: "# And another?" must be the first heading, and the only one with one "#".',
    ],
  },
  {
    what: 'text before the first heading',
    files: inQuestion('## Brief', 'Some text.\n\n## Brief'),
    says: ['questions/design/pages.md:8: text stands before the first "##" heading; nobody reads it there.'],
  },
  {
    what: 'an unknown heading',
    files: inQuestion('## Narrower', '## Smaller'),
    says: [
      'questions/design/pages.md:1: the file has no "## Narrower"; it must hold some text.',
      'questions/design/pages.md:55: the file has the unknown heading "## Smaller"; known are brief, facts, key points, mistakes, narrower, strong answer and answers.',
    ],
  },
  {
    what: 'a heading twice',
    files: inQuestion('## Narrower', '## Brief\nx\n## Narrower'),
    says: ['questions/design/pages.md:55: "## Brief" is there twice; the first is on line 8.'],
  },
  {
    what: 'a heading by accident',
    files: inQuestion('First I would ask how many people use it.\n', 'First I would ask.\n---\n'),
    says: [
      'questions/design/pages.md:59: the line of dashes or equal signs under "First I would ask." makes it a heading; put an empty line between.',
    ],
  },
  {
    what: 'a heading inside a text',
    files: inQuestion('- Then I', '### Then\n- Then I'),
    says: [
      'questions/design/pages.md:61: "## Strong answer" has the heading "### Then"; it may not have headings of its own.',
    ],
  },
  {
    what: 'an empty section',
    files: inQuestion('How would you find the right page?', ''),
    says: ['questions/design/pages.md:55: the file has an empty "## Narrower"; it must hold some text.'],
  },
  {
    what: 'an unknown letter',
    files: inQuestion('letter: R', 'letter: Q'),
    says: ['questions/design/pages.md:29: key point "cost" has letter "Q"; it must be S, T, A or R.'],
  },
  {
    what: 'an unknown label',
    files: inQuestion('letter: R', 'letter: R\nwieght: 2'),
    says: [
      'questions/design/pages.md:30: key point "cost" has the unknown label "wieght"; known are says, letter, weight, from, aliases, open, named, hint, flag and deep.',
    ],
  },
  {
    what: 'a missing label',
    files: inQuestion('hint: Think about tokens.\n', ''),
    says: ['questions/design/pages.md:27: key point "cost" has no hint; it must be some text.'],
  },
  {
    what: 'an empty label',
    files: inQuestion('hint: Think about tokens.', 'hint:'),
    says: ['questions/design/pages.md:35: key point "cost" has an empty hint; it must be some text.'],
  },
  {
    what: 'a label twice',
    files: inQuestion('letter: R', 'letter: R\nletter: S'),
    says: ['questions/design/pages.md:30: key point "cost" has letter twice; the first is on line 29.'],
  },
  {
    what: 'a line without a label',
    files: inQuestion('letter: R', 'letter: R\nand so on'),
    says: [
      'questions/design/pages.md:30: key point "cost" has the line "and so on" without a label; write "label: text", or two spaces to continue the line above.',
    ],
  },
  {
    what: 'a list among plain lines',
    files: inQuestion('letter: R', 'letter: R\n- a\n- b'),
    says: [
      'questions/design/pages.md:30: key point "cost" has the line "- a" without a label; write "label: text", or two spaces to continue the line above.',
    ],
  },
  {
    what: 'text before the first part',
    files: inQuestion('## Facts\n', '## Facts\nsays: x\n'),
    says: [
      'questions/design/pages.md:12: text stands before the first "###" heading; nobody reads it there.',
    ],
  },
  {
    what: 'a weight of nothing',
    files: inQuestion('weight: 1.5', 'weight: 0'),
    says: ['questions/design/pages.md:30: key point "cost" has weight "0"; it must be a number above 0.'],
  },
  {
    what: 'a weight that is no number',
    files: inQuestion('weight: 1.5', 'weight: much'),
    says: ['questions/design/pages.md:30: key point "cost" has weight "much"; it must be a number above 0.'],
  },
  {
    what: 'a key point twice',
    files: inQuestion('### cost', '### scale'),
    says: [
      'questions/design/pages.md:27: "### scale" is there twice; the first is on line 17.',
      'questions/design/pages.md:50: mistake "free" has point "cost"; it must be a key point of this question: scale.',
    ],
  },
  {
    what: 'a key point with a bad id',
    files: inQuestion('### cost', '### The cost'),
    says: [
      'questions/design/pages.md:27: key point "The cost" has id "The cost"; it must be lower-case words joined by dashes.',
      'questions/design/pages.md:50: mistake "free" has point "cost"; it must be a key point of this question: scale or The cost.',
    ],
  },
  {
    what: 'no aliases',
    files: inQuestion('aliases: cost, price', 'aliases: ,'),
    says: [
      'questions/design/pages.md:32: key point "cost" has aliases ","; it must be texts with "," between them.',
    ],
  },
  {
    what: 'a mistake on no key point',
    files: inQuestion('point: scale', 'point: speed'),
    says: [
      'questions/design/pages.md:43: mistake "huge-chunks" has point "speed"; it must be a key point of this question: scale or cost.',
    ],
  },
  {
    what: 'one mistake only',
    files: inQuestion(question.slice(question.indexOf('### free'), question.indexOf('## Narrower')), ''),
    says: [
      'questions/design/pages.md:39: the file has "## Mistakes" with 1 entry; it must hold 2 to 5 mistakes.',
    ],
  },
  {
    what: 'six mistakes',
    files: inQuestion('## Narrower', `${['c', 'd', 'e', 'f'].map(mistake).join('')}\n## Narrower`),
    says: [
      'questions/design/pages.md:39: the file has "## Mistakes" with 6 entries; it must hold 2 to 5 mistakes.',
    ],
  },
  {
    what: 'a flag that is not there',
    files: inQuestion('flag: ignores-cost', 'flag: ignores-speed'),
    says: [
      'questions/design/pages.md:36: key point "cost" has flag "ignores-speed"; it must be a red flag of this pack.',
    ],
  },
  {
    what: 'a round that is not there',
    files: inQuestion('minutes: 20', 'minutes: 20\nrounds:\n  - design\n  - chess'),
    says: [
      'questions/design/pages.md:7: the front matter has entry 2 "chess" in rounds; it must be a round of this pack.',
    ],
  },
  {
    what: 'a folder that is no round',
    files: { 'questions/design/pages.md': null, 'questions/chess/pages.md': question },
    says: [
      'questions/chess/pages.md:1: the folder "chess" is not named after a round of this pack.',
      'rounds/design.md:12: the front matter has entry 1 "pages" in stages, entry 1, questions; it must be a question of this round; that one is for chess.',
    ],
  },
  {
    what: 'a stage question that is not there',
    files: inRound('      - pages', '      - pages\n      - books'),
    says: [
      'rounds/design.md:13: the front matter has entry 2 "books" in stages, entry 1, questions; it must be a question of this pack.',
    ],
  },
  {
    what: 'a stage question of another round',
    files: {
      ...inQuestion('minutes: 20', 'minutes: 20\nrounds:\n  - talk'),
      'rounds/talk.md': round.replace('id: design', 'id: talk'),
    },
    says: [
      'rounds/design.md:12: the front matter has entry 1 "pages" in stages, entry 1, questions; it must be a question of this round; that one is for talk.',
    ],
  },
  {
    what: 'a stage without a question',
    files: {
      'rounds/talk.md': round
        .replace('id: design', 'id: talk')
        .replace('    questions:\n      - pages\n', ''),
    },
    says: ['rounds/talk.md:7: stage "main" has nothing to ask; no question is for this round.'],
  },
  {
    what: 'a question that no stage asks',
    files: { 'questions/design/books.md': question.replace('id: pages', 'id: books') },
    says: ['questions/design/books.md:1: no stage of design asks this question.'],
  },
  {
    what: 'two stages with one id',
    files: inRound('id: end', 'id: main'),
    says: [
      'rounds/design.md:14: the front matter has id "main" in stages, entry 2; it must differ from that of entry 1.',
    ],
  },
  {
    what: 'a stage without a count',
    files: inRound('    count: 1\n', ''),
    says: [
      'rounds/design.md:7: the front matter has no count in stages, entry 1; it must be 1 or more where questions are asked.',
    ],
  },
  {
    what: 'a stage of an unknown kind',
    files: inRound('kind: yours', 'kind: theirs'),
    says: [
      'rounds/design.md:16: the front matter has kind "theirs" in stages, entry 2; it must be questions or yours.',
    ],
  },
  {
    what: 'a missing wait',
    files: inRound('  nudge: 480\n', ''),
    says: ['rounds/design.md:18: the front matter has no nudge in waits; it must be a number above 0.'],
  },
  {
    what: 'a missing template',
    files: inRound('## narrow\n- {{ ack }} {{ text }}\n- narrow: {{ text }}\n', ''),
    says: ['rounds/design.md:1: the file has no "## Narrow"; it must hold at least 1 wording.'],
  },
  {
    what: 'a template without a wording',
    files: inRound('- {{ ack }} {{ text }}\n- narrow: {{ text }}\n', ''),
    says: ['rounds/design.md:45: the file has "## narrow" with 0 entries; it must hold at least 1 wording.'],
  },
  {
    what: 'a template that is no list',
    files: inRound('- narrow: {{ text }}', '\nnarrow: {{ text }}'),
    says: ['rounds/design.md:48: "## narrow" has text that is no list entry; begin each entry with "- ".'],
  },
  {
    what: 'an unknown template',
    files: inRound('## note', '## notes\n- x\n\n## note'),
    says: [
      'rounds/design.md:77: the file has the unknown heading "## notes"; known are open, ask, probe, flag, mistake, narrow, clarify, hint, deep, yours, yours-reply, transition, close, ack, criteria and note.',
    ],
  },
  {
    what: 'an unknown variable',
    files: inRound('- probe: {{ text }}', '- probe:\n  {{ txt }}'),
    says: [
      'rounds/design.md:36: template "probe" uses the unknown variable "txt"; it may use ack, text, question, brief, round, level, company, number, of, minutes.',
    ],
  },
  {
    what: 'an unknown variable where no sample goes',
    files: inRound('- probe: {{ text }}', '- probe{% if number == 9 %}{{ txt }}{% endif %}'),
    says: [
      'rounds/design.md:35: template "probe" uses the unknown variable "txt"; it may use ack, text, question, brief, round, level, company, number, of, minutes.',
    ],
  },
  {
    what: 'an unknown filter',
    files: inRound('- probe: {{ text }}', '- probe: {{ text | shout }}'),
    says: ['rounds/design.md:35: template "probe" is broken: undefined filter: shout.'],
  },
  {
    what: 'a property that a variable has not',
    files: inRound('- probe: {{ text }}', '- probe: {{ text.first }}'),
    says: ['rounds/design.md:35: template "probe" is broken: undefined variable: text.first.'],
  },
  {
    what: 'a tag without an end',
    files: inRound('- probe: {{ text }}', '- probe: {% if text %}'),
    says: ['rounds/design.md:35: template "probe" is broken: tag {% if text %} not closed.'],
  },
  {
    what: 'braces without an end',
    files: inRound('- probe: {{ text }}', '- probe: {{ text'),
    says: ['rounds/design.md:35: template "probe" is broken: output "{{ text" not closed.'],
  },
  {
    what: 'another file in a template',
    files: inRound('- probe: {{ text }}', '- probe: {% include "/etc/passwd" %}'),
    says: ['rounds/design.md:35: template "probe" is broken: tag "include" not found.'],
  },
  {
    what: 'a text evaluated as an expression',
    files: inRound('- probe: {{ text }}', '- probe: {{ text | where_exp: "x", text }}'),
    says: ['rounds/design.md:35: template "probe" is broken: undefined filter: where_exp.'],
  },
  {
    what: 'a template that never ends',
    files: inRound('- probe: {{ text }}', '- probe: {% for i in (1..99999999) %}{{ text }}{% endfor %}'),
    says: ['rounds/design.md:35: template "probe" is broken: memory alloc limit exceeded.'],
  },
  {
    what: 'a long acknowledgement',
    files: inRound('## note', '## ack\n- I see what you mean by that.\n\n## note'),
    says: [
      'rounds/design.md:78: the file has entry 1 "I see what you mean by that." in "## ack"; it must be at most 5 words.',
    ],
  },
  {
    what: 'a criterion without a hint',
    files: inRound('hint: Begin with the goal.\n', ''),
    says: ['rounds/design.md:81: criterion "speaks-first" has no hint; it must be some text.'],
  },
  {
    what: 'a criterion that is also a key point',
    files: inRound('### speaks-first', '### cost'),
    says: [
      'rounds/design.md:81: criterion "cost" has id "cost"; it must differ from the key points of its questions; pages has one of that name.',
    ],
  },
  {
    what: 'a loop that holds itself and an unknown round',
    files: inRound('max_probes: 6', 'max_probes: 6\nrounds:\n  - design\n  - chess'),
    says: [
      'rounds/design.md:7: the front matter has entry 1 "design" in rounds; it must be another round of this pack.',
      'rounds/design.md:8: the front matter has entry 2 "chess" in rounds; it must be another round of this pack.',
    ],
  },
  {
    what: 'an example answer that names what the question does not have',
    files: inQuestion(
      'partial: scale\nmistakes: free\nflags: ignores-cost',
      'partial: size\nmistakes: price\nflags: laziness',
    ),
    says: [
      'questions/design/pages.md:67: answer "thin" has partial "size"; it must name key points of this question: scale or cost.',
      'questions/design/pages.md:68: answer "thin" has mistakes "price"; it must name mistakes of this question: huge-chunks or free.',
      'questions/design/pages.md:69: answer "thin" has flags "laziness"; it must name red flags of this pack.',
    ],
  },
  {
    what: 'an example answer that expects a point twice',
    files: inQuestion('partial: scale\n', 'yes: scale\npartial: scale\n'),
    says: [
      'questions/design/pages.md:68: answer "thin" has partial "scale"; it must name nothing that stands under "yes" as well.',
    ],
  },
  {
    what: 'an example answer without words',
    files: inQuestion('### strong\nyes: scale', '### better\nyes: scale'),
    says: [
      'questions/design/pages.md:64: answer "better" has no text; it must follow after an empty line; only "strong" may do without.',
    ],
  },
  {
    what: 'an example answer without labels',
    files: inQuestion('### strong\nyes: scale', '### strong\nI would ask.'),
    says: [
      'questions/design/pages.md:65: answer "strong" has the line "I would ask." without a label; write "label: text", or two spaces to continue the line above.',
    ],
  },
  {
    what: 'a study plan whose weeks are out of order',
    files: inStudyPlan('week: 1', 'week: 2'),
    says: ['study-plan.yaml:2: the file has week 2 in weeks, entry 1; it must be 1: weeks stand in order.'],
  },
  {
    what: 'a study plan with two entries of one name',
    files: inStudyPlan('id: read', 'id: two-designs'),
    says: [
      'study-plan.yaml:12: the file has id "two-designs" in weeks, entry 1, items, entry 2; it must differ from all others: results are kept by it.',
    ],
  },
  {
    what: 'a study plan that names an unknown round and question',
    files: inStudyPlan(
      'round: design\n        questions:\n          - pages',
      'round: chess\n        questions:\n          - rooks',
    ),
    says: [
      'study-plan.yaml:8: the file has round "chess" in weeks, entry 1, items, entry 1; it must be a round of this pack.',
      'study-plan.yaml:10: the file has entry 1 "rooks" in weeks, entry 1, items, entry 1, questions; it must be a question of this pack.',
    ],
  },
  {
    what: 'an entry of the study plan that nothing can count',
    files: inStudyPlan('        by_hand: true\n', ''),
    says: [
      'study-plan.yaml:12: the file has no round in weeks, entry 1, items, entry 2; it must be a round, unless the entry has "by_hand: true".',
    ],
  },
  {
    what: 'an entry of the study plan with no web address',
    files: inStudyPlan('https://www.nist.gov/itl/ai-risk-management-framework', 'nist.gov'),
    says: [
      'study-plan.yaml:17: the file has url "nist.gov" in weeks, entry 1, items, entry 2, resources, entry 1; it must be a web address that begins with https://.',
    ],
  },
  {
    what: 'a study plan without weeks',
    files: { 'study-plan.yaml': 'title: Eight weeks\n' },
    says: [
      'study-plan.yaml:1: the file has no weeks; it must be a list, one entry a line.',
      'study-plan.yaml:1: the file has the unknown label "title"; known are weeks.',
    ],
  },
  {
    what: 'a red flag without examples',
    files: inRedFlag('- Cost does not matter.\n', ''),
    says: [
      'red-flags/ignores-cost.md:11: the file has "## Raises" with 0 entries; it must hold at least 1 example.',
    ],
  },
  {
    what: 'an empty example',
    files: inRedFlag('- Cost first.', '-'),
    says: [
      'red-flags/ignores-cost.md:15: the file has an empty entry 2 in "## Passes"; it must be some text.',
    ],
  },
  {
    what: 'a gap that is neither true nor false',
    files: inRedFlag('title: Ignores cost', 'title: Ignores cost\ngap: yes'),
    says: ['red-flags/ignores-cost.md:4: the front matter has gap "yes"; it must be true or false.'],
  },
  {
    what: 'a company without a name',
    files: inCompany('names:\n  - acme\n  - acme inc\n', ''),
    says: ['companies/acme.md:1: the front matter has no names; it must be a list, one entry a line.'],
  },
  {
    what: 'a weight for a key point that is not there',
    files: inCompany('  cost: 2', '  costs: 2\n  scale: -1'),
    says: ['companies/acme.md:9: the front matter has scale -1 in weights; it must be a number above 0.'],
  },
  {
    what: 'a weight for a key point that no question has',
    files: inCompany('  cost: 2', '  costs: 2'),
    says: [
      'companies/acme.md:8: the front matter has costs 2 in weights; it must stand beside the id of a key point.',
    ],
  },
  {
    what: 'an extra question that is not there',
    files: inCompany('  - pages', '  - books'),
    says: [
      'companies/acme.md:10: the front matter has entry 1 "books" in extra_questions; it must be a question of this pack.',
    ],
  },
  {
    what: 'an answer without words',
    files: inCompany('says: We are six.\n', ''),
    says: ['companies/acme.md:15: answer "team" has no says; it must be some text.'],
  },
  {
    what: 'an unknown action',
    files: inSideTalk('action: wait', 'action: dance'),
    says: [
      'side-talk.md:10: side talk "later" has action "dance"; it must be none, start, repeat, rephrase, wait, skip, pause, hint, stop, done or resume.',
    ],
  },
  {
    what: 'side talk without a reply',
    files: inSideTalk('reply: Take your time.\n', ''),
    says: ['side-talk.md:8: side talk "later" has no reply; it must be a sentence, or empty.'],
  },
  {
    what: 'a missing notice',
    files: edited('notices.md', notices, `## ${first}`, '## other'),
    says: [`notices.md:1: the notice "${first}" is missing; write it under "## ${first}".`],
  },
  {
    what: 'an unknown variable in a notice',
    files: edited('notices.md', notices, `## ${first}\n\n`, `## ${first}\n\nHello,\n{{ nobody }}.`),
    says: [
      `notices.md:16: notice "${first}" uses the unknown variable "nobody"; it may use ${firstVars.join(', ')}.`,
    ],
  },
  {
    what: 'a broken notice',
    files: edited('notices.md', notices, '{% endif %}', ''),
    says: ['notices.md:5: notice "quoted" is broken: tag {% if more %} not closed.'],
  },
  {
    what: 'an empty notice',
    files: { 'notices.md': `## empty\n\n${notices}` },
    says: ['notices.md:1: the file has an empty "## empty"; it must hold some text.'],
  },
  {
    what: 'an unknown variable in the report',
    files: { 'reporter.md': `${report}\n{{ score }}\n` },
    says: [`reporter.md:8: the report uses the unknown variable "score"; it may use ${reportNames}.`],
  },
  {
    what: 'an unknown field in the report',
    files: { 'reporter.md': report.replace('best.quote', 'best.qoute') },
    says: ['reporter.md:3: the report is broken: undefined variable: best.qoute.'],
  },
  {
    what: 'an id among the labels',
    files: inQuestion('letter: R', 'id: price\nletter: R'),
    says: ['questions/design/pages.md:29: key point "cost" has the label "id"; its heading is its id.'],
  },
  {
    what: 'a heading that looks like front matter',
    files: inQuestion('## Narrower', '## Front\nx\n## Narrower'),
    says: [
      'questions/design/pages.md:55: the file has the unknown heading "## Front"; known are brief, facts, key points, mistakes, narrower, strong answer and answers.',
    ],
  },
  {
    what: 'three dashes that end no front matter in notices',
    files: edited('notices.md', notices, 'That is all.', 'That is all.\n---\nReally.'),
    says: [
      'notices.md:11: the line of dashes or equal signs under "That is all." makes it a heading; put an empty line between.',
    ],
  },
  {
    what: 'a heading in a notice',
    files: edited('notices.md', notices, 'That is all.', '### That is all.'),
    says: [
      'notices.md:11: "## quoted" has the heading "### That is all."; it may not have headings of its own.',
    ],
  },
  {
    what: 'several faults in one file',
    files: {
      'questions/design/pages.md': question
        .replace('letter: R', 'letter: Q')
        .replace('flag: ignores-cost', 'flag: ignores-speed')
        .replace('point: scale', 'point: speed')
        .replace('level: mid\n', ''),
    },
    says: [
      'questions/design/pages.md:1: the front matter has no level; it must be junior, mid, senior or staff.',
      'questions/design/pages.md:28: key point "cost" has letter "Q"; it must be S, T, A or R.',
      'questions/design/pages.md:35: key point "cost" has flag "ignores-speed"; it must be a red flag of this pack.',
      'questions/design/pages.md:42: mistake "huge-chunks" has point "speed"; it must be a key point of this question: scale or cost.',
    ],
  },
  {
    what: 'a price above 1',
    files: inStar('hint: 0.4', 'hint: 1.4'),
    says: ['star.yaml:20: the file has hint 1.4 in prices; it must be a number from 0 to 1.'],
  },
  {
    what: 'bands in the wrong order',
    files: inStar('from: 3.2', 'from: 4.4'),
    says: [
      'star.yaml:21: the file has bands with 4 entries; it must hold the four bands from the best to the worst, each from a lower mean than the one before.',
    ],
  },
  {
    what: 'no gloss for the other rounds',
    files: inStar('  default:', '  design:'),
    says: ['star.yaml:6: the file has no default in gloss; it must be lines of the form "label: value".'],
  },
  {
    what: 'an unknown label in star.yaml',
    files: inStar('most_flag_steps: 2', 'most_flag_steps: 2\nmost: 2'),
    says: [
      'star.yaml:31: the file has the unknown label "most"; known are words, gloss, degrees, prices, bands, most_flag_steps and enough_evidence.',
    ],
  },
  {
    what: 'two documents in star.yaml',
    files: { 'star.yaml': `${star}---\na: 1\n` },
    says: ['star.yaml:32: the YAML is broken: a line "---" begins a second document; delete it.'],
  },
]

async function problemsOf(files: Files): Promise<string[]> {
  const dir = await folderOf(files)
  const error: unknown = await loadPack([dir]).catch((reason: unknown) => reason)
  if (!(error instanceof PackError)) throw new Error(`Not refused: ${String(error)}`)
  return error.message.replaceAll(`${dir}/`, '').split('\n')
}

test.each(rows)('refuses $what', async ({ files, says }) => {
  expect(await problemsOf(goodWith(files))).toEqual(says)
})

test('refuses a folder in the place of a file', async () => {
  const dir = await folderOf(goodWith({ 'assessor.md': null }))
  await mkdir(join(dir, 'assessor.md'))
  await expect(loadPack([dir])).rejects.toThrow(
    `${dir}/assessor.md:1: cannot be read: illegal operation on a directory.`,
  )
})

test('refuses a pack that is not there', async () => {
  const dir = join(await folderOf({}), 'nowhere')
  await expect(loadPack([dir])).rejects.toThrow(`${dir}:1: cannot be read: no such file or directory.`)
})

test('refuses a pack of no folders', async () => {
  await expect(loadPack([])).rejects.toThrow(PackError)
})

test('names the overlay when the mistake is in it', async () => {
  const base = await folderOf(goodWith({}))
  const over = await folderOf(inQuestion('letter: R', 'letter: Q'))
  await expect(loadPack([base, over])).rejects.toThrow(
    `${over}/questions/design/pages.md:29: key point "cost" has letter "Q"; it must be S, T, A or R.`,
  )
})
