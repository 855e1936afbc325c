/** A pack with one of everything, as small as it can be, and a way to write it to a folder with some files changed. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { requiredNotices, templateNames } from '../../src/templates.ts'

/** Paths inside the pack to their content. */
export type Files = Record<string, string | Uint8Array>

export const question = `---
id: pages
level: mid
minutes: 20
---
# How would you answer questions about our handbook?

## Brief
It has a few thousand pages.

## Facts
### scale
cues: how many users, volume
says: About 5,000 pages: and 20,000 questions a day.

## Key points
### scale
says: asks for scale before designing
letter: S
weight: 3
from: junior
aliases: how many users, p95
open: What would you want to know before you start?
named: Which numbers would you design for?
hint: Think about who uses it
  and how fast it has to be.
### cost
says: works out what an answer costs
letter: R
weight: 1.5
from: senior
aliases: cost, price
open: What worries you once this is live?
named: What does one answer cost?
hint: Think about tokens.
flag: ignores-cost
deep: Let us go deep on cost.

## Mistakes
### huge-chunks
says: larger chunks are always better
because: they blur what is found
point: scale
phrases: larger chunks are always better | one big chunk, always
probe: What happens to retrieval then?
corrected: smaller chunks | depends
### free
says: answers are free
because: tokens are paid for
point: cost
phrases: it is free
probe: Who pays for the tokens?
corrected: tokens cost

## Narrower
How would you find the right page?

## Strong answer
First I would ask how many people use it.

- Then I would **measure**.

## Answers
### strong
yes: scale
### thin
partial: scale
mistakes: free
flags: ignores-cost

Some users, and it is free.

\`\`\`python
# not a heading
\`\`\`
`

export const round = `---
id: design
title: System design
minutes: 45
max_probes: 6
stages:
  - id: main
    title: The design
    minutes: 40
    count: 1
    questions:
      - pages
    deep: true
  - id: end
    title: Your questions
    kind: yours
    minutes: 5
waits:
  answer: 45
  probe: 15
  nudge: 480
  pause: 1200
  close: 1209600
---
${templateNames.map((name) => `## ${name}\n- {{ ack }} {{ text }}\n- ${name}: {{ text }}\n`).join('\n')}
## note
Watch for numbers.

## criteria
### speaks-first
says: speaks before building
letter: A
weight: 1
from: junior
aliases: first of all, let me think
open: How did you get there?
named: Say aloud what you think.
hint: Begin with the goal.
`

export const redFlag = `---
id: ignores-cost
title: Ignores cost
---
## Definition
Never speaks of money.
## Probe
What does it cost?
## Advice
Name a price.
## Raises
- Cost does not matter.
## Passes
- It costs two cents.
- Cost first.
`

export const company = `---
id: acme
title: Acme
names:
  - acme
  - acme inc
weights:
  cost: 2
extra_questions:
  - pages
---
## Tone
Dry.
## Answers
### team
cues: team, people
says: We are six.
`

export const sideTalk = `# Side talk
What people say beside their answers.

## repeat
cues: repeat, say again
action: repeat
reply:
## later
cues: one moment
action: wait
reply: Take your time.
`

export const studyPlan = `weeks:
  - week: 1
    title: First designs
    aim: You speak about numbers first.
    items:
      - id: two-designs
        says: Hold two design rounds.
        round: design
        questions:
          - pages
        times: 2
      - id: read
        says: Read about risk.
        by_hand: true
        resources:
          - title: NIST AI RMF
            url: https://www.nist.gov/itl/ai-risk-management-framework
`

export const star = `words:
  S: Situation
  T: Task
  A: Action
  R: Result
gloss:
  default:
    S: clarified
    T: set goals
    A: designed
    R: measured
degrees:
  yes: 1
  partial: 0.5
  no: 0
prices:
  unprompted: 1
  open: 0.9
  named: 0.7
  hint: 0.4
bands:
  - band: strong hire
    from: 4.2
  - band: leaning hire
    from: 3.2
  - band: leaning no hire
    from: 2
  - band: strong no hire
    from: 0
most_flag_steps: 2
enough_evidence: 0.5
`

const required = Object.entries(requiredNotices).map(
  ([name, vars]) => `## ${name}\n\n${vars.map((variable) => `{{ ${variable} }}`).join(' ') || 'Hello.'}\n`,
)

export const notices = `## quoted

You said: {{ quote }}

{% if more %}

And more.

{% endif %}

That is all.

${required.join('\n')}`

export const report = `{{ headline }}

{% if best %}Best: "{{ best.quote }}"{% endif %}

{% for letter in letters %}- {{ letter.word }}: {{ letter.text }}
{% endfor %}
`

export const good: Files = {
  'questions/design/pages.md': question,
  'rounds/design.md': round,
  'red-flags/ignores-cost.md': redFlag,
  'companies/acme.md': company,
  'side-talk.md': sideTalk,
  'notices.md': notices,
  'star.yaml': star,
  'study-plan.yaml': studyPlan,
  'reporter.md': report,
  'interviewer.md': 'You are calm.\n',
  'assessor.md': 'Quote first.\n',
}

/** Writes files to a new folder that is gone after the test, and returns where it is. */
export async function folderOf(files: Files): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'pack-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  await writeFiles(dir, files)
  return dir
}

/** Writes files below a folder. */
export async function writeFiles(dir: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), content)
  }
}

/** The good pack with files changed; null takes one away. */
export function goodWith(changes: Record<string, string | Uint8Array | null>): Files {
  const files: Files = { ...good }
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) delete files[path]
    else files[path] = content
  }
  return files
}
