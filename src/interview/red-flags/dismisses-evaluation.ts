/** Saying that measuring is not needed. Not mentioning it is no flag: half of all strong answers do not. */
import { clearedBy, type Family, type Rule, stated } from './rule.ts'
import { wavesAway } from './waving-away.ts'
import { gap, phrase, softly } from './wording.ts'

const measuring = String.raw`(?:tests?|testing|testsets?|test[ -](?:sets?|suites?|data|cases)|evals?|evaluat(?:e|ing|ions?)|metrics?|measur(?:e|ing|ements?)|benchmarks?|benchmarking|monitoring|monitor|scores?|scoring|scorecards?|a\/b \S+|kpis?|golden (?:set|data\w*|answers)|validat\w+|dashboards?|ground truth|label(?:l?ing|led \S+)|annotat\w+|precision|recall|f1|accuracy|error rates?|hallucination rate|numbers|figures|statistics|stats|spreadsheets?|quality (?:control|assurance|gates?)|checks|verify(?:ing)?|verification|compar(?:e|ing) (?:values|outputs|answers|versions|settings))`
// "We do not need a huge test set" asks for a small one.
const modest =
  'huge|big|large|larger|full|perfect|separate|another|expensive|fancy|more|extra|second|manual|complete|elaborate|only|alone|single|load|new|vanity|same|enough|public|average|every|all|human|latency|exact|trust|skip|wait|proper|whole|perplexity|overall|without|until|before|tuning|tune'
const measured = phrase`\b(?:golden|held-?out|per week|weekly|every (?:week|release|day|night)|in addition|report (?:precision|recall|the)|also|besides|on top|thumbs|sample of|percent|proxy|\d+ ?%|\d+ (?:labell?ed|real|cases|questions|tickets|conversations)|rate of|we count|i count)\b`
const judge = String.raw`(?:gut(?: feel\w*)?|feel(?:ing)?s?|intuition|instincts?|vibes?|taste|nose|eyes?|eye-?ball\w*|common sense|experience|demos?|smell test|sniff test)`
const fine =
  "(?:enough|plenty|fine|ok|okay|good|great|sufficient|suffices?|will do|does it|that's it|all (?:i|we|you|it) needs?|done|ship(?:s|ped|ping)?|merge[ds]?|deploy(?:ed)?|(?:goes?|go|went) (?:live|out)|no need|works for|all the (?:proof|evaluation|testing)|settle[ds]?)"
const glance = String.raw`(?:eye-?ball(?:ed|ing|s)?|(?:click|play|chat)(?:ed|ing|s)? (?:around|through|with)|(?:spot|vibe|gut)[ -]?check(?:ed|ing|s)?|by eye|by hand|at a glance|(?:read|look|glance|test|check|tr(?:y|ied|ying)|type?)(?:ing|ed|s)? (?:\S+ )?(?:at |over |through |out |by )?(?:an? (?:few|couple|handful)|one|two|three|four|five|six|ten|\d+|some|it|the (?:outputs?|answers?)|yourself)\b|(?:an? (?:few|couple|handful)(?: of)?|one or two|two or three|three|five|ten) (?:\S+ )?(?:prompts|questions|examples|queries|chats|tries|outputs|answers|samples|friends|colleagues))`
const watchers =
  '(?:users?|customers?|people|clients?|support(?: team)?|they|readers|the (?:business|community|support team)|complaints|someone|somebody|everyone|everybody|twitter|reddit|colleagues)'
const answersInstead = String.raw`(?:that(?:'s| is| was)|is|are|was|be) (?:\S+ )?(?:all )?(?:the |my |our |your )?(?:only |real |best |whole ){0,4}(?:scorecards?|metrics?|tests?|evals?|evaluation|benchmarks?|kpis?|test set|monitoring|testers?|qa)(?: enough)?(?=\W*$|[,.;:!]| (?:for|i|we|that))`
const inThePast = String.raw`(?:i|we|i've|we've|and|^\W*)? ?(?:never|haven't|have not|hadn't|didn't|did not|didnt) ${softly}`

const mentions = phrase`\b(?:${measuring}|testers?|qa)\b`

const families: Family[] = [
  ...wavesAway(measuring, modest, measured),
  {
    // a look is enough
    about: phrase`\b${fine}\b`,
    says: phrase`\b${glance}[^.:;]{0,70}?\b${fine}\b|\b(?:enough|plenty) (?:\S+ ){0,3}?${glance}`,
    unless: phrase`${measured.source}|\b(?:first|then|start|not|n't|isn't|never|before|fine-?tun\w*|why|because|labell?ed|script|cases)\b`,
  },
  {
    says: phrase`\b(?:i'd|we'd|i would|i'll|i|we|just|simply) ${softly}(?:eye-?ball(?:ed)?|vibe[ -]?check|go(?:es)? (?:by|on|with) (?:the |my |what )?(?:${judge}|reads|looks|feels))\b`,
    unless: measured,
  },
  {
    // gut instead of numbers
    about: phrase`\b${judge}\b`,
    says: phrase`\b(?:rely|relied|relying|go|goes|going|went|judge[ds]?|judging|decide[ds]?|ship(?:ped)?|tune[ds]?|trust(?:ed)?|steer) ${softly}(?:it |that |this )?(?:on|by|with|from)? ?(?:my |the |our |your |pure )?(?:own )?${judge}\b|\b(?:my|our|your) (?:own )?${judge} (?:tells?|knows?|decides?)\b|\b${judge} (?:is|are|beats?|does|do|says?) (?:enough|all|more|any|the (?:best|only)|every|good enough|it)\b`,
    unless: phrase`${measured.source}|\b(?:not|n't|never|got us)\b`,
  },
  {
    // one just knows
    says: phrase`\b(?:i|you|we|one|anyone|everybody|everyone)(?: can| could|'ll| will| would|'d)? ${softly}(?:immediately |quickly |instantly )?(?:see|tell|know|knew|notice|feel|sense|spot|smell|judge|hear) (?:it |that |this |right away |immediately |straight away |instantly |at once )?(?:if |when |whether |by |with |from )(?:(?:your|my|our) (?:own )?(?:eyes|experience)|typing|reading|looking|feel|it|it's|i|you|we|something|an? (?:answer|output|prompt|model)|the (?:answer|output|prompt|model|bot)s?) ?(?:\S+ )?(?:is|'s|was|looks?|feels?|reads?|sounds?|see|works?|good|bad|off|wrong|right|experience|queries|questions)\b`,
    unless: phrase`${measured.source}|\b(?:alert\w*|because|how|would not|want to|can't|cannot|n't|not|never|so that|trace|logs?|dashboards?)\b(?! need)`,
  },
  {
    says: phrase`\b(?:quality|good answers?|tone|it|that) (?:is something )?(?:you|one|i|we) (?:\S+ )?(?:feel|sense|see|notice|smell|know),? (?:you |one |i )?(?:don't|not|never|can't|no)\b|\b(?:after|by) (?:\S+ )?(?:playing|chatting|trying|reading|clicking)\b[^.;]{0,40}\byou (?:just )?know\b`,
  },
  {
    // looks good, so it ships
    says: phrase`\b(?:if|when|once|as long as) (?:it|they|they're|it's|that|the \S+|an? \S+|answers?|outputs?) ?(?:answer |answers |demo |output |outputs )?(?:is|are|looks?|reads?|feels?|sounds?|seems?|goes|go|went)? ?(?:good|fine|right|ok|okay|great|nice|well|alright|convincing)\b[^.;]{0,40}\b(?:${fine})\b`,
    unless: phrase`${measured.source}|\b(?:still|check|script|not|n't)\b`,
  },
  {
    says: phrase`\bnothing (?:more |left |else )to (?:test|measure|evaluate|check)\b|\b(?:sounds?|reads?|looks?|looked|feels?|seems?|is) (?:good|fine|right|natural|fluent|great|convincing) (?:enough )?to (?:me|us)\b[^.;]{0,40}\b${fine}\b|\bi look at (?:it|the answers|the output) and (?:it's|i know)\b|\b(?:tell|know|see|judge) (?:in|within|after) [^.,;]{1,40} (?:if|whether) (?:it|it's|something|the \S+)\b|\b(?:demo|pilot|launch) (?:went|was|looked|worked) (?:\S+ )?(?:well|great|good|fine|convincing)\b[^.;]{0,40}\b(?:settle[ds]|enough|done|proof|no need)\b`,
    unless: measured,
  },
  {
    // others liked it
    says: phrase`\b(?:i|my|our|the|we|everyone|everybody|all of us|whether)\b[^.;]{0,30}\b(?:liked|likes|like it|loved|happy|impressed|applau\w+|smil\w+)\b[^.;]{0,40}\b(?:enough|that's it|that does it|is all|was all|done|${answersInstead})`,
    unless: measured,
  },
  {
    // users will tell
    about: phrase`\b(?:will|would|can|going|gets?|is|are|leave|left)\b|'(?:ll|d)\b`,
    says: phrase`\b(?:if [^.,;]{1,40},? )?${watchers}(?:'ll| will| would|'d| can| is going to| are going to) (?:surely |just |simply |quickly |always |soon |certainly ){0,4}(?:tell(?= (?:us|me|you)\b|\W*$|[,.])|complain|let (?:us|me|you) know|report|notice|scream|shout|write in|email|call|say (?:something|so)|speak up|raise|find (?:it|the|any|out))\b|\b(?:gets?|is|are) reported by ${watchers}\b|\b(?:leave|left) (?:the )?(?:testing|checking|judging|it|that) to (?:the |our )?${watchers}`,
    unless: phrase`${measured.source}|\b(?:if we|won't|silently|late|too late|then we|and we|count|buttons?|form|before|about|only)\b`,
  },
  {
    // no news is good news
    says: phrase`\bno news is good news\b|\b(?:if|as long as|when|since) (?:nobody|no one|no customer|no user)(?: has)? (?:complain\w*|shout\w*|scream\w*|notice\w*|object\w*)\b[^.;]{0,40}\b(?:fine|good|works?|ok|okay|right|correct|enough|happy|done|well|proof)\b|\bsilence (?:is|means)\b|\bno complaints\b[^.;]{0,25}\b(?:so|good|fine|enough)\b|\bproof is that (?:nobody|no one)\b|\bif (?:it|something) (?:was|were|is|goes|went|breaks?) (?:\S+ )?(?:bad|wrong|broken|off)?,? ?(?:we|i|someone|somebody|they)(?:'d|'ll| would| will) (?:have |already )?(?:hear|heard|know|known|notice|call)\b|\bnobody (?:has )?(?:ever )?complain(?:s|ed),? (?:so|hence|that's|which)\b`,
    unless: phrase`${measured.source}|\b(?:doesn't|does not) mean\b`,
  },
  {
    // the users are the test
    about: mentions,
    says: phrase`\b(?:users?|customers?|production|prod|live traffic|the launch|the market|launch|reality|real life|colleagues?|boss|demo|gut|eyes?|go use it|applause|nobody)\b[^.;]{0,40}\b${answersInstead}|\bmy (?:only )?(?:metric|test|benchmark|eval) is (?:whether|if|me|my|that)\b`,
    unless: phrase`${measured.source}|\b(?:not|n't|never)\b`,
  },
  {
    // it just works
    about: phrase`\b(?:works?|by itself|smart|good|strong|capable|clever|great|reliable|better|trust|believe)\b`,
    says: phrase`\b(?:model|llm|gpt\S*|claude|gemini|bot|prompt|agent|system|rag|it|thing)(?: really)? (?:just works?|runs? by itself)\b(?! (?:with|on|as|like|in|when))|\b(?:model|models|llm|llms|gpt\S*|claude|gemini) (?:is|are)(?: already| now| simply| just| so){0,4} (?:smart|good|strong|capable|clever|great|reliable|better) (?:enough|anyway)\b[^.;]{0,40}(?:\b(?:no|not|without|skip|trust)\b|n't\b)|\b(?:trust|believe in) the model\b[^.;]{0,40}\b(?:no|not|without|n't)\b|\b(?:better|newer|bigger|new|stronger) models? (?:is|are) (?:just |simply |always |by definition ){0,4}(?:better|good)\b`,
    unless: phrase`${measured.source}|\bif (?:it|the|a|your|our)\b`,
  },
  {
    says: phrase`\bit works,? (?:so )?why\b|\b(?:obviously|clearly) (?:better|good|works?)\b[^.;]{0,40}\b(?:no|not|n't|without)\b[^.;]{0,30}\b(?:prove|proof|${measuring})\b`,
  },
  {
    // somebody else measured
    about: phrase`\b(?:test|evaluat|benchmark|measur|validat|check|leaderboard|numbers|word)`,
    says: phrase`\b(?:vendors?|providers?|openai|anthropic|google|microsoft|authors|labs?|model makers?)\b[^.;]{0,25}\b(?:(?:have|has|'ve|already|did)\b (?:\S+ ){0,2}?(?:tested|evaluated|benchmarked|measured|validated|checked|done (?:the|that|it))|(?:already )?(?:does|do|tests?|evaluates?) (?:all )?(?:the |that |it |this )?(?:testing|evaluation|benchmark\w*|evals?|for us|already))\b|\b(?:tested|evaluated|benchmarked|measured|validated) by (?:openai|anthropic|google|meta|the (?:vendor|provider|lab|authors?)|others|them)\b|\b(?:trust|rely on|go by|believe|take) (?:in )?(?:the |their |public )?(?:leaderboards?|benchmarks?|vendor|provider|openai|anthropic)(?:'s|s)? ?(?:word|benchmarks?|numbers|tests?)?(?=\W*$|[,.;:!]| (?:and|for|enough|here))|\b(?:benchmarks?|leaderboards?)\b[^.;]{0,15} tells? me (?:all|everything|enough)\b`,
    unless: phrase`${measured.source}|\b(?:but|own|not|n't)\b(?! need)`,
  },
  {
    // never done and never missed
    about: phrase`\bnever\b|n'?t\b|\bnot\b`,
    says: phrase`\b${inThePast}(?:measured?|test(?:ed)?|compared?|evaluated?|benchmark(?:ed)?|checked|verified|tracked?|validated?|monitor(?:ed)?|count(?:ed)?|had|have|did|do|run|ran|set up|wrote|write|written|built) ${gap(4)}(?:(?:an? |any |it |that |anything )?\b${measuring}\b|it|anything|that)?[^.;]{0,60}\b(?:and|because|but|yet) (?:i |we |it |that |there |nobody |no one |you |my \S+ |never |they )(?:\S+ ){0,2}?(?:don't see|never missed|missed|no problem|wasn't (?:an? )?(?:problem|issue)|(?:is|are|was|were|'s|runs?|went|worked|works) (?:all )?(?:fine|good|great|ok|well|anyway)|do (?:it|that) again|miss (?:them|it|any)|works?|can see|don't (?:think|need|miss)|need one)`,
    unless: measured,
  },
  {
    says: phrase`\b(?:ship|ships|deploy|launch|release|roll out|go live|switch|merge)(?: \S+){0,3}? without (?:any |a |ever |doing |running ){0,4}(?:\S+ )?(?:${measuring}|check)\b|\b(?:ship|deploy|launch|release) (?:it )?(?:first|and (?:see|watch|hope|wait))\b|\bhope for the best\b`,
    unless: phrase`\b(?:never|not|n't|cannot|wanted|canary|shadow|flag|percent|%)\b`,
  },
  {
    says: phrase`\b(?:can't|cannot|not|impossible to|no (?:real )?way to|nothing to) (?:really |even )?(?:be )?(?:measured?|evaluated?|test(?:ed)?|scored?)\b[^.;]{0,40}(?:\bso (?:i|we|don't|why)\b|\b(?:not|n't) (?:have|need|try)|\b(?:really|here|anyway)\W*$)`,
  },
  {
    says: phrase`\b(?:no|without(?: any)?) (?:further |more )?(?:check|proof|test|verification|validation|measurement) (?:\S+ )?(?:is |are )?(?:required|needed|necessary)\b|\b(?:don't|not|n't) (?:think|believe|see why|feel) (?:that )?(?:\S+ )?(?:need|have to|should|must) ${gap(4, modest)}\b${measuring}\b|\bproof (?:is|comes) (?:in )?(?:that )?nobody\b`,
    unless: measured,
  },
]

const measures = phrase`\b(?:metrics?|test[ -]sets?|golden|labell?ed|evals?|evaluation|measur\w+|precision|recall|accuracy|f1|auc|a\/?b|held-?out|baselines?|annotat\w+|rubric|ground truth|regression tests?|compare\w*|sample\w*|\d+ (?:\S+ ){0,2}(?:questions|cases|examples|tickets|conversations|reports|answers|queries)|hit ?rate|error rate|monitor\w*|dashboards?|alerts?|shadow|canary|spot-?checks?|thumbs|escalation rate|ndcg|mrr|faithfulness)\b`
const insists = phrase`\b(?:still|again|as i said|really)\b ${gap(4)}(?:not|no|don't|wouldn't|eyeball)|\b(?:no|without(?: any)?|don't need(?: any)?|wouldn't (?:use|need|bother)) (?:\S+ )?(?:metrics?|tests?|evals?|evaluation|numbers|measur\w+)\b`

export const dismissesEvaluation: Rule = {
  id: 'dismisses-evaluation',
  sentence: 'Says that the system need not be measured: it just works, one sees it, users will tell.',
  find: (text) => stated(text, families),
  clears: (text) => clearedBy(text, measures, insists),
}
