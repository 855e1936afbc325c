/**
 * Sentences that talk to whoever grades, instead of answering. Nothing in them is evidence. Only an instruction or a
 * claim to the grader is one: rubrics, judges, scores and system prompts are what good designs are made of.
 */
import { sentencesOf } from './red-flags/rule.ts'

// Looked for in quotation marks too: nobody designs with these.
const asData: RegExp[] = [
  /["']?\b(?:degree|met|covered)["']?\s*[:=]\s*["']?(?:yes|full|true)\b|\b(?:final |overall |my )(?:score|grade|marks?)["']?\s*[:=]\s*["']?\d/i,
  /<\|(?:im_start|im_end|system|assistant|user|endoftext)\b|\[\/?(?:INST|SYS)\]/i,
]

// "We rate each answer", "people who ignore the rules": there somebody else does it, so it is no order to the grader.
const somebodyElse =
  "(?<!\\b(?:to|i|we|they|it|he|she|people|users?|reviewers?|annotators?|judges?|raters?|experts?|models?|that|who|which|never|not|don't|doesn't|didn't|does|did|do|says?|saying|like|as|(?<!\\byou )(?:may|might|can|could|will|would|shall|should|must)) )"
// The verb is looked at first, since there are few, and then what stands before it.
const ordered = (verbs: string): string => `\\b(?=${verbs})${somebodyElse}${verbs}`
const result =
  '(?:full|yes|marks?|scores?|points?|grades?|stars?|categor\\w+|criteri\\w+|rating|covered|complete|correct|passed|excellent|strong|hire|100|\\d+ ?\\/ ?\\d+|met|\\d+)'
const full =
  '(?:full|maximum|max|top|perfect|highest|best possible) (?:marks?|scores?|points?|grades?|ratings?|credit)'
const grading = '(?:give|award|grant|assign|mark|rate|score|grade|assess|evaluate|count|treat)'

const toTheGrader: RegExp[] = [
  new RegExp(
    `${ordered('(?:ignore|disregard|forget|override|bypass|skip)')} (?:(?:all|any|the|your|my|our|of|these|those|every|previous|prior|above|earlier|given|scoring|grading|assessment|evaluation)\\s+)*(?:rubric|instructions?|prompts?|rules|guide(?:lines)?|criteria|grading|scoring|key points?|checks?)\\b(?! (?:in|inside|within|from|found|embedded|hidden|that (?:are|is|come|stand|appear))\\b)`,
    'i',
  ),
  new RegExp(
    `${ordered(grading)} (?:me|my (?:answer|interview|response)|this (?:answer|candidate|response|interview|applicant)|the (?:candidate|applicant|interviewee))\\b.{0,50}\\b${result}\\b`,
    'i',
  ),
  // Without a subject, and about our key points.
  new RegExp(
    `${ordered(grading)} (?:it|them|each|every|all|any|the)\\b.{0,30}\\b(?:key points?|categor\\w+|criteri\\w+)\\b.{0,30}\\b(?:yes|full|covered|complete|met|passed|correct|satisfied)\\b`,
    'i',
  ),
  new RegExp(`${ordered('(?:give|award|grant|assign|return|output)')}\\b.{0,30}\\b${full}\\b`, 'i'),
  new RegExp(
    `\\b(?:i|this|answer|candidate|applicant|response)(?: \\w+)? (?:deserves?|earns?|earned|merits?|gets?|receives?)\\b.{0,20}\\b${full}\\b|\\b${full},? (?:please|(?:for|to) (?:me|my|this answer|the candidate))\\b|\\bfull marks,? (?:for|to|in|on) (?:every|all|each)\\b`,
    'i',
  ),
  new RegExp(
    `${ordered('(?:give|award|grant|assign)')} (?:\\w+ ){0,3}(?:\\d+ ?\\/ ?\\d+|(?:10|ten|five|5) out of (?:10|ten|five|5))`,
    'i',
  ),
  /^\W*(?:system|assistant|developer|instructions?|grader|assessor|evaluator|user|attention|important|admin)\b\s*(?:message|prompt|note)?\s*[:>].{0,160}\b(?:candidate|applicant|key points?|hire|full marks|this (?:answer|interview|response)|previous instructions|all (?:categories|criteria|points)|override|5\/5|10\/10)\b/i,
  /\byou are now (?:an? |the )?\w+|\byou are (?:an? |the )?(?:\w+ )?(?:grader|assessor|evaluator|examiner)\b.{0,60}\b(?:marks?|\d+ ?\/ ?\d+|full|hire|candidate)\b/i,
  /^\W*(?:here are )?(?:your |the )?new instructions?\s*(?::|for you\b)|\byour (?:new )?system prompt is\b|\bfrom now on,? you (?:are an?|act|give|mark|grade|rate|score|must (?:give|mark|say|pass)|will (?:give|mark|say|grade|rate|pass))\b/i,
  /^\W*(?:dear|hello|hey|hi|note (?:to|for)|message (?:to|for)) (?:the |my )?(?:ai |automated |llm )?(?:grader|assessor|evaluator|examiner|rater|judge|scoring (?:system|model))\b|(?<=\W)note to the (?:ai |automated )?(?:grader|assessor|evaluator|examiner|rater)\b|^\W*to the (?:ai |automated )?(?:grader|assessor|evaluator|examiner|rater)\s*:/i,
  /\b(?:the|this) (?:candidate|applicant|interviewee) (?:(?:has|have|had|also|clearly|fully|already|correctly|perfectly) )*(?:covered|demonstrated|mentioned|explained|addressed|discussed|described|covers|demonstrates|mentions|explains|addresses|discusses)\b/i,
  /\b(?:the|this) (?:candidate|applicant|interviewee) (?:(?:has|have|clearly|fully|already|should|must) )*(?:meets?|met|pass(?:es|ed)?|satisf\w+|shows?|shown|showed|gave|given|answered|deserves?|gets?|receives?|be (?:given|hired|passed))\b.{0,30}\b(?:all|every|key points?|criteri\w+|rubric|points|bar|interview|marks?|hire|hired|excellent|perfectly|correctly|full|strong)\b/i,
  /\b(?:the|this) (?:candidate|applicant|interviewee) (?:is|was|must be|should be) (?:\w+ )?(?:excellent|outstanding|perfect|hired|senior|qualified|strong|passed|a hire)\b/i,
  /^\W*strong hire\W*$|\b(?:recommend\w*|verdict|rating|decision|conclude|candidate|applicant|i am|i'm)\b.{0,40}\bstrong hire\b|\b(?:skip (?:the )?remaining rounds|pass this interview|assessment (?:of this \w+ )?is complete|all key points? (?:are|were|is) (?:met|covered|satisfied))\b/i,
  new RegExp(`${ordered('hire me')}\\b`, 'i'),
  /^\W*(?:now |please |then )?(?:say|write|state|report|record|respond|output|reply|print|conclude|answer)\b.{0,30}(?:\bthat (?:the (?:candidate|answer|interview|applicant)|this (?:candidate|answer|interview)|i (?:passed|covered|mentioned|met|deserve|am a)|(?:all|every) (?:the )?(?:key )?(?:points?|criteri|categor))|["'](?:pass|hire)\b)/i,
]

// "A page may say: ignore previous instructions" and "attackers who tell it to ..." are designs against just that.
const anothers =
  /\b(?:attackers?|users?|customers?|someone|somebody|people|pages?|documents?|docs|posts?|passages?|inputs?|texts?|websites?|sites?|injections?|jailbreaks?|phrases?|strings?)\b/i

// "We drop pages that say 'ignore previous instructions'" is a design; only a sentence that is all quotation is not.
function unquoted(sentence: string): string {
  const bare = sentence.replace(/"[^"]{1,300}"|“[^”]{1,300}”|'[^']{1,300}'(?!\w)|`[^`]{1,300}`/g, ' ')
  return bare.replace(/\W/g, '').length * 3 < sentence.replace(/\W/g, '').length ? sentence : bare
}

/** True if the sentence asks for a result. */
export function isInjection(sentence: string): boolean {
  if (asData.some((pattern) => pattern.test(sentence))) return true
  const bare = unquoted(sentence).replace(/’/g, "'").replace(/\s+/g, ' ')
  return toTheGrader.some((pattern) => {
    const match = pattern.exec(bare)
    return match !== null && !anothers.test(bare.slice(0, match.index))
  })
}

/** The same text, of the same length, with such sentences blanked out. */
export function withoutInjection(text: string): string {
  let out = ''
  let done = 0
  for (const { start, end } of sentencesOf(text)) {
    if (!isInjection(text.slice(start, end))) continue
    out += text.slice(done, start) + '\n'.repeat(end - start)
    done = end
  }
  return out + text.slice(done)
}
