/** What a story is made of: cues for situation, task, action, result and learning, and for weighing one way against another. */
import type { KeyPoint, Question } from '../../interview/pack.ts'
import type { Evidence } from './evidence.ts'
import type { Sentence } from './text.ts'

const month =
  'january|february|march|april|june|july|august|september|october|november|december|christmas|summer|spring|winter|autumn'
const irregular =
  'built|wrote|rewrote|ran|led|made|took|put|set|cut|found|chose|told|went|dug|drew|split|kept|brought|spoke|sent|gave|met|taught|did|got|sat|began|drove|held|sold|shut|spent|bought|threw|broke|pulled'
// Verbs of state and of learning are no deeds.
const noDeed =
  '(?!(?:learn|want|need|work|own|believ|lik|hop|notic|us|fail|miss|lov|turn|expect|decided not)\\w*ed\\b)'

type Cue = { strong: RegExp; weak: RegExp }

const cues: Record<string, Cue> = {
  situation: {
    strong: new RegExp(
      String.raw`\b(?:(?:last|this|that|the previous|a few|two|three|four|five) (?:years?|${month}|quarter|months?|weeks?)(?: ago)?|in (?:19|20)\d\d|(?:${month}),? (?:of )?20\d\d|^20[12]\d|at (?:my|our) (?:last|previous|current|old|first|former|then) (?:job|company|place|employer|team|startup|client)|last job|when (?:i|we) (?:was|were|worked|joined|launched)|while (?:i|we) (?:was|were)|in my (?:last|previous|current|first) (?:job|role|company|team|project)|(?:we|i) (?:had|were|was|launched|ran|built|shipped|released|needed) (?:an?|the|building|running|launching|facing|using)|\d+ ?[km]? ?(?:users|customers|orders|people|listings|companies|policy|patients|requests|documents|engineers))\b`,
      'i',
    ),
    weak: /\b(?:our (?:team|product|customers?|system|company|app|vendor|platform|users|model|manager)|(?:the|my|our|a|an) (?:team|product|startup|company|bank|shop|project|client|bootcamp|university|hospital|app)|context|situation|startup|fintech|insurance|e-?commerce|marketplace)\b/i,
  },
  task: {
    strong:
      /\b(?:my (?:responsibility|role|job|task|goal|call|decision|part|assignment|mandate)|i (?:was|am|'m) (?:\w+ )?(?:responsible|in charge|asked|tasked|assigned|the (?:\w+ )?(?:lead|owner|one|only)|tech lead|on call|accountable|named|made)|i(?:'ve)? (?:owned?|own|led|lead|headed|managed|ran|run) (?:the|that|this|our|all) \w+|i(?:'ve)? (?:owned?|led|headed|managed) \w+|(?:was|am|were|been) (?:named|made|put) (?:\w+ )?(?:responsible|in charge|lead|owner)|i (?:had|needed|was supposed) to (?:call|decide|choose|pick|make|fix|find|deliver|get|set)|i set the|as (?:the|a|an) (?:\w+ )?(?:lead|owner|manager|engineer)|(?:it|that|this|decision|problem|feature)(?: was| is|'s) (?:mine|on me|up to me|my)|responsible for|mine to)\b/i,
    weak: /\b(?:i (?:had|have|needed|need|must|wanted) to|my (?:team|manager|lead|boss) (?:asked|wanted|told|decides?)|for my (?:work|job|team|projects?)|we (?:had|needed|were asked) to|deadline|target was|goal was)\b/i,
  },
  action: {
    strong: new RegExp(
      String.raw`\bi (?:(?:also|then|first|personally|quickly|just|even|finally|therefore|instead) )*(?:${noDeed}[a-z]{3,}ed|${irregular})\b`,
      'i',
    ),
    weak: new RegExp(
      String.raw`\b(?:we (?:(?:also|then|first|just) )*(?:[a-z]{3,}ed|${irregular})|i (?:try|test|read|run|build|measure|check|compare|ask|write|follow|use|look|clone|play|present|do|go)|then i|i'd|so i)\b`,
      'i',
    ),
  },
  result: {
    strong:
      /(?:\d[\d.,]*\s?(?:%|percent|k\b|ms\b|s\b|x\b|€|hours?|days?|points?)?\s*(?:→|->|to|vs\.?|instead of|down to|up to)\s*\$?\d|\b(?:reduced|improved|increased|dropped|fell|rose|went|grew|saved|cut|halved|doubled|gained|gave|ended|lowered|raised|up|down|outcome|result|later|blocked|caught|kept|won|lost|renewed|shipped)\b[^.;]{0,40}\d|[−+-]\d+(?:\.\d+)?\s?%|\d[^.;]{0,25}\b(?:less|fewer|more|faster|lower|higher|cheaper|better)\b)/i,
    weak: /\b(?:as a result|in the end|outcome|result(?:ed)?|turned out|led to|reduced|improved|dropped|saved|shipped|halved|doubled|it went|went (?:ok|well|fine|badly|wrong)|worked|stopped|solved|renewed|kept up|felt (?:a lot )?better|no (?:customer|one|complaints?)|made our|customers? (?:were|was|stayed|came)|(?:closed|resolved|approved))\b/i,
  },
  learning: {
    strong:
      /\b(?:(?:i|we)(?:'ve)? (?:also )?(?:learn(?:ed|t)|understood then)|lessons?|taught me|since then|ever since|from then on|next time|in hindsight|in retrospect|looking back|would(?:'ve| have)? (?:do|done|have done) (?:it |that )?differently|i would do differently|what stuck|takeaway|made it a (?:rule|habit)|changed (?:how|the way)|(?:and )?now (?:i|we) (?:\w+ )?(?:always|never|ask|check|keep|start|write|make|do|have)|today i|should(?:'ve| have)|since that|for (?:each|every) \w+ since|i now|my mistake was|that's on me|was wrong about|i stopped|i don't \w+ \w+ (?:any ?more|any longer)|dropped it)\b/i,
    weak: /\b(?:i'd (?:call|say)|mistake|regret|too (?:late|early|long|harsh|much)|realis(?:ed|e)|realiz(?:ed|e)|anymore|any more|not worth)\b/i,
  },
}

// Two key points that every design shares have a form of their own: asking before building, and counting afterwards.
const general: Record<string, Cue> = {
  requirements: {
    strong:
      /\b(?:(?:i'll|i will|i'd|let me|let's|we|i) (?:assume|take|suppose)|assum(?:e|ing|ptions?)|clarif\w+)\b[^.;]{0,120}\d|\bhow (?:many|much|fast|fresh|big|often|long)\b[^.;]{0,80}(?:,|\bor\b|\band\b)/i,
    weak: /\b(?:(?:i'll|i will|i'd|let me) (?:assume|suppose)|assuming|assumptions?|clarif(?:y|ying|iers?|ications?)|how (?:many|fast|fresh|often) )/i,
  },
  evaluation: {
    strong:
      /\b\d+ (?:\w+ ){0,3}(?:questions?|tickets?|cases?|examples?|reports?|answers?|topics?|conversations?|chats?|queries|samples?|posts?|items?|pairs?)\b[^.;]{0,80}\b(?:label\w*|agreed|expected|expert|by hand|run on|checked?|scored?|compare\w*|regression|ci|weekly|daily|recall|hit|precision|correct|every)\b|\b(?:sample|label(?:l?ed)?|check(?:ed)?|rated?|review(?:ed)?) \d+\b|\b(?:recall|precision|hit|ndcg|mrr) ?@ ?\d/i,
    weak: /\b(?<!\b(?:no|without|any|not an?) )(?:labell?ed|test set|held-?out|golden|ground truth|hand-?labell?ed|a\/b test|thumbs)\b/i,
  },
}

// In code a guard or an assertion says what a sentence would.
const coded: Record<string, RegExp> = {
  'edge-cases':
    /^\s*(?:(?:el)?if not \w|(?:el)?if\b.*(?:\bis None\b|(?:[=<]=|<) ?0\b|=== ?(?:0|null)|! *\w)|raise \w|throw\b|except\b|catch\b)/,
  tests: /^\s*(?:assert\b|print\(\w+\(|console\.log\(\w+\(|expect\()/,
}

const pseudo =
  /\b(?:in theory|usually|generally|typically|hypothetically|ideally|it depends|i would|i'd(?! (?:had|been|(?!need|proceed|succeed)\w+ed)\b)|one (?:should|has to|must)|you should|if i(?:'d| were| was)? )\b/i

const dated = /\b(?:in (?:19|20)\d\d|last (?:year|quarter|month|week)|ago)\b/i

/** True if a sentence tells what one would do, with no date and no deed beside it. */
export const isHypothetical = ({ text }: Sentence): boolean =>
  pseudo.test(text) &&
  !dated.test(text) &&
  cues['action']?.strong.test(text.replace(/\bi (?:would|'d) have \w+/gi, ' ')) !== true

const explicit =
  /\b(?:trade-?offs?|trading|down-?sides?|draw-?backs?|disadvantages?|at the (?:cost|expense|price) of|the price (?:is|of)|you pay|we pay|pays? for|give(?:s|n)? up|gave up|in return|buys? (?:us|you|me)|versus|vs|rather than|instead of|compared (?:to|with)|pros and cons|on the other hand|alternative(?:ly)?|depends on|over-?block|eat the|worth it|went with \w+(?: \w+){0,3} over|adds? (?:a )?(?:failure|latency|cost|complexity)|(?:we|you|i)(?: would| will| may| might|'d|'ll)? lose|loses? (?:some|a (?:bit|little|few)|information|info|money|time|recall|precision|accuracy|quality|speed|control|context|detail)|the opposite)\b/gi
const loose = /\b(?:but|however|while|whereas|although|though|yet|unless|except)\b/i
const priced = /\b(?:slower|costs?|worse|harder|expensive|loses?|fewer|less|riskier)\b/i
const scale =
  /\b(?:slower|faster|cheaper|dearer|costlier|simpler|harder|easier|worse|better|more|less|fewer|higher|lower|larger|bigger|smaller|safer|riskier|stricter|costs?|expensive|precision|recall|false (?:positives?|negatives?))\b|\d/i

/** Cues beyond the aliases: for the five parts of a story, and for `tradeoffs`. */
export function byCues(question: Question, point: KeyPoint, sentence: Sentence): Evidence | null {
  if (point.id === 'tradeoffs') return weighing(sentence)
  const line = sentence.code
    ? coded[point.id]?.exec(sentence.message.slice(sentence.start, sentence.end))
    : null
  if (line) return found(sentence, [line[0].trim()], line[0].trim(), point.id === 'tests')
  const cue = question.story ? cues[point.id] : general[point.id]
  if (cue === undefined || (sentence.question && point.letter !== 'S')) return null
  const { text } = sentence
  if (question.story && pseudo.test(text) && point.id !== 'learning') return null
  const strong = cue.strong.exec(text)
  const match = strong ?? cue.weak.exec(text)
  // One name for all, so that many weak cues ("we tried", "we built") do not add up to a strong one.
  return match === null
    ? null
    : found(sentence, [point.id], match[0], strong !== null && sentence.words.length > 3)
}

function weighing(sentence: Sentence): Evidence | null {
  const { text } = sentence
  const said = [...text.matchAll(explicit)].map(([mark]) => mark.toLowerCase())
  const [first] = said
  const scaled = scale.test(text)
  if (first !== undefined) {
    return found(sentence, said, first, scaled && !sentence.question && sentence.words.length > 7)
  }
  const contrast = loose.exec(text)?.[0]
  return contrast !== undefined && priced.test(text) ? found(sentence, [contrast], contrast, false) : null
}

function found(sentence: Sentence, said: string[], words: string, cue: boolean): Evidence {
  const at = sentence.message.toLowerCase().indexOf(words.toLowerCase(), sentence.start)
  const known = at >= 0 && at + words.length <= sentence.end
  return {
    sentence,
    start: known ? at : sentence.start,
    end: known ? at + words.length : sentence.end,
    said,
    near: 0,
    cue,
  }
}
