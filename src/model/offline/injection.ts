/** Sentences that talk to whoever grades, instead of answering. Nothing in them is evidence. */
import { sentencesOf } from '../../interview/red-flags/rule.ts'

// Looked for in quotation marks too: nobody designs with these.
const asData: RegExp[] = [
  /["']?\b(?:degree|verdict|met|covered|mark|score|grade)["']?\s*[:=]\s*["']?(?:yes|full|true)\b|\b(?:marks?|grade|final score)["']?\s*[:=]\s*["']?\d/i,
  /\b(?:SYSTEM|ASSISTANT|DEVELOPER|GRADER)\s*:/,
  /<\|?\/?(?:im_start|im_end|system|assistant|user|instructions?|endoftext)\b|\[\/?(?:INST|SYS)\]/i,
]

const toTheGrader: RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|skip) (?:(?:all|any|the|your|my|our|of|these|those|every|previous|prior|above|earlier|given|scoring|grading|assessment|evaluation)\s+)*(?:rubric|instructions?|prompts?|rules|guide(?:lines)?|criteria|grading|scoring|key points?|checks?)\b/i,
  /\b(?:full|maximum|max|top|perfect|highest|best possible) (?:marks?|score|points?|grades?|ratings?|credit)\b/i,
  /\b(?:give|award|grant|assign|mark|rate|score|grade|assess|count|treat) (?:me|this|my|the (?:answer|candidate|response|interview|applicant)|him|her|it|every|each|all)\b.{0,50}\b(?:marks?|scores?|points?|grades?|stars?|categor\w+|criteri\w+|rating|yes|covered|complete|correct|passed|excellent|strong|hire|100|10\/10|5\/5|met)\b/i,
  /^\W*(?:system|assistant|developer|instructions?|grader|assessor|evaluator|note to (?:the )?\w+|attention|important|admin)\b\s*(?:message|prompt|note)?\s*:/i,
  /^#+\s*(?:system|instruction)/i,
  /\byou are (?:now )?(?:an? |the )?(?:\w+ )?(?:grader|assessor|evaluator|examiner|assistant|ai|judge|unrestricted|dan)\b|\bnew instructions?\b|\bsystem prompt is\b|\bfrom now on,? you\b|\bact as (?:an?|the) \w*(?:grader|assessor|judge)/i,
  /\b(?:dear|hello|hey|to the|note to) (?:the )?(?:ai |automated )?(?:grader|assessor|evaluator|examiner|rater|scoring (?:system|model))\b/i,
  /\b(?:the|this) (?:candidate|applicant|interviewee) (?:has|is|was|should|must|deserves?|covered|demonstrated|mentioned|answered|gave|shows?|showed|meets?|met|addressed|passed|passes|discussed|clearly|fully)\b/i,
  /\b(?:strong hire|hire me|skip (?:the )?remaining rounds|pass this interview|assessment (?:of this \w+ )?is complete|all (?:key )?points? (?:are|were|is) (?:met|covered|satisfied))\b/i,
  /^\W*(?:now |please |then )?(?:say|write|state|report|record|respond|output|reply|print|conclude|answer)\b.{0,30}\b(?:that (?:the|this|i|all|every)|with only|["'](?:yes|pass|hire))/i,
]

// "We drop pages that say 'ignore previous instructions'" is a design; only a sentence that is all quotation is not.
function unquoted(sentence: string): string {
  const bare = sentence.replace(/"[^"]{1,300}"|“[^”]{1,300}”|'[^']{1,300}'(?!\w)|`[^`]{1,300}`/g, ' ')
  return bare.replace(/\W/g, '').length * 3 < sentence.replace(/\W/g, '').length ? sentence : bare
}

/** True if the sentence asks for a result. */
export function isInjection(sentence: string): boolean {
  const bare = unquoted(sentence)
  return asData.some((pattern) => pattern.test(sentence)) || toTheGrader.some((pattern) => pattern.test(bare))
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
