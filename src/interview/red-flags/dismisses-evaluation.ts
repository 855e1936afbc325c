/** Saying that measuring is not needed. Not mentioning it is no flag: half of all strong answers do not. */
import { dismissal, type Family, firstWith, gap, near, not, phrase, type Rule, stated } from './rule.ts'

const really =
  '(?:really |honestly |simply |just |actually |even |ever |going to |gonna |personally |ever again )*'
const measure = String.raw`(?:tests?|testing|testsets?|test[ -]sets?|test suites?|evals?|evaluat\w+|metrics?|measur\w+|benchmarks?|benchmarking|monitor\w*|scores?|scored?|scoring|a\/?b|ab[ -]tests?|experiments?|kpis?|golden (?:set|data)\S*|validation|tracking|track|numbers|dashboards?|ground truth|labell?ed|statistics|stats|spreadsheets? of)`
// "We do not need a huge test set" asks for a small one.
const modest = phrase`\b(?:huge|big|large|larger|full|perfect|separate|another|expensive|fancy|more|extra|second|manual|complete|elaborate|only|alone|without|until|before|yet|human|single|unit|load|new|vanity|same|enough|cannot skip|can't skip)\b`
const measured = phrase`\b(?:recall|precision|labell?ed|golden|held-?out|per week|weekly|every (?:week|release|day)|in addition|plus|also|besides|on top|thumbs|rate|sample of|percent|\d+ ?%)\b`

const subject = phrase`\b(?:${measure}|scorecards?|numbers|stats|compar(?:e|ed|ing) (?:values|outputs|answers|results|models|settings|versions)|check(?:ing)?|verify(?:ing)?|validat\w+|error (?:rates?|analysis)|accuracy|correctness|quality (?:control|gates?|assurance)|how (?:many|often|much) (?:\S+ ){0,4}(?:wrong|right|fails?|misses|correct|good)|whether (?:\S+ ){0,4}(?:right|wrong|correct|better|worse|works)|spreadsheets?|annotat\w+|sampling|experiments?)\b`
const answersInstead = phrase`\b(?:that's|that is|that was|is|was|are|my|our|the) (?:\S+ )?(?:the |my |our |your )(?:scorecards?|metrics?|tests?|evals?|evaluation|benchmarks?|kpis?|test set)\b`

const families: Family[] = [
  {
    says: phrase`\b(?:an? (?:few|couple|handful)(?: of)?|some|one or two|two or three|three|five|ten|\d+) (?:\S+ ){0,3}?(?:prompts|questions|examples|queries|chats|tries|outputs|answers|samples|clicks|runs)\b[^.;]{0,40}\b(?:is enough|are enough|was enough|is plenty|are plenty|plenty|will do|would do|suffices?|that's it|is all|and done|good to go|and ship|and we ship)\b`,
    unless: phrase`${measured.source}|\b(?:start|first|not|then)\b`,
  },
  {
    says: phrase`\bno news is good news\b|\b(?:if |as long as |when )?(?:nobody|no one|no customer|no user) (?:complains?|complained|shouts?|screams?|screamed|notices?|noticed|objects?)\b[^.;]{0,40}\b(?:fine|good|works?|ok|okay|right|enough|happy|done|well|proof)\b|\bsilence (?:is|means)\b`,
    unless: measured,
  },
  {
    says: phrase`\b(?:sniff|smell|squint|vibe|eye) tests?\b|\bship it and (?:see|watch|hope|wait)\b|\b(?:production|prod|live traffic|the launch|the market|launch|reality|real life) (?:is|will be|was) (?:my|our|the) (?:(?:only|real|best) )*(?:test|eval\w*|benchmark|judge|qa|metric)\b|\btake (?:the vendor's|their|openai's|anthropic's|the provider's) word\b`,
    unless: measured,
  },
  {
    says: phrase`\b(?:i|we|you)(?:'d| would|'ll| will| can)? (?:just |simply |surely |usually )?(?:know|notice|feel|hear|tell|sense|smell) (?:it |that |a good \S+ )?(?:if|when) (?:it|it's|i|you|we|something|the \S+) (?:\S+ ){0,3}?(?:good|bad|off|wrong|works?|right|broken|see it|see one|works)\b`,
    unless: phrase`${measured.source}|\b(?:alert\w*|because|how|would not|want to)\b`,
  },
  {
    says: phrase`\b(?:demo|pilot|launch|it) (?:went|was|looked|worked) (?:\S+ )?(?:well|great|good|fine|convincing)\b[^.;]{0,40}\b(?:settles|settled|good enough|enough for|proof enough|all the proof|is proof|needed no|no need)\b|\b(?:sounds?|reads?|looks?|feels?|seems?) (?:good|fine|right|natural|fluent|great|convincing) (?:enough )?to (?:me|us)\b[^.;]{0,40}\b(?:enough|done|ship\w*|fine|that's|out it goes|merged?)\b`,
    unless: measured,
  },

  {
    says: near(subject, dismissal),
    unless: phrase`${modest.source}|${measured.source}|\b(?:so (?:i|we)|then|because|since)\b`,
  },
  {
    says: near(
      answersInstead,
      phrase`\b(?:gut|eyes?|feel\w*|vibes?|use it|users?|demo|boss|smil\w+|liked|happy|complain\w*|applause|nose)\b`,
    ),
    unless: measured,
  },
  {
    says: phrase`\b(?:i|we) (?:never|haven't|have not|didn't|did not|don't|do not|won't|wouldn't) (?:(?:really|ever|even|actually|once|formally|once ever) )*(?:measured?|test(?:ed)?|compared?|evaluated?|benchmark(?:ed)?|check(?:ed)?|verified|tracked?|validated?|monitor(?:ed)?|count(?:ed)?)\b[^.;]{0,60}\b(?:and|because) (?:i |we |it |that |there |nobody |no one |you )(?:\S+ ){0,2}?(?:don't|never|no|fine|works?|enough|again|won't|wouldn't|can see|is good|was good|miss(?:ed)?)\b`,
    unless: measured,
  },
  {
    says: phrase`\b(?:the )?(?:vendors?|providers?|openai|anthropic|google|authors|labs?|they)\b[^.;]{0,25}\b(?:have|has|'ve|already|did)\b (?:\S+ ){0,2}?(?:tested|evaluated|benchmarked|measured|validated|checked|done (?:the|that|it))\b`,
    unless: phrase`${measured.source}|\b(?:but|own|not|n't|our)\b`,
  },
  {
    says: phrase`\b(?:team|we|everyone|everybody|colleagues|boss|all of us|they|people|i)(?: all| just| really)* (?:liked|loved|were happy|was happy|was impressed|were impressed|found it (?:good|great|useful))\b[^.;]{0,40}\b(?:enough|that's it|good enough|so (?:it|we) (?:shipped|ships|went|launched)|is all|was all|done)\b`,
    unless: measured,
  },
  {
    says: phrase`\b(?:i|we|you|one|they|i'd|we'd|nobody|no one|this|it|there|that|rag|llms?|model|demo)(?: would| will|'d|'ll| really| honestly)* (?:${not}|'d not|dont|wouldnt|no longer|hardly|barely) ${really}(?:need(?:s|ed)?|bother(?:ed|ing)?|have to|want|waste (?:any )?time|spend (?:any )?time|see (?:the|a|any|much) (?:point|need|reason|value|use)|believe in|care (?:about|for)|require|set up|invest in|feel the need|worth)\b(?: ?(?:to|with|about|on|of|in|for|any|a|an|the|such|building|build|writing|write|making|make|setting up|set up|having|have|run|running|do|doing|collect|collecting|formal|proper|offline|automated|systematic|fixed|real|sort|kind|\S+ing))*? (?:\S+ ){0,2}?${measure}\b`,
    unless: modest,
  },
  {
    says: phrase`\bno (?:real |actual |point |need |reason |sense |use |value |necessity )+(?:in |to |for |of |having |any |a |an |such |building |writing |doing |run |running |do |build |set up |\S+ing )*(?:\S+ ){0,2}?${measure}\b`,
    unless: modest,
  },
  {
    says: phrase`\b(?:no|zero|not any) (?:formal |offline |real |fancy |special |such |\S+ )?${measure}(?: \S+){0,4}? (?:is |are |was |were |'s )?(?:needed|necessary|required|wanted|called for|worth it)\b|\bwithout (?:any )?(?:\S+ )?${measure}(?: is|'s)? (?:fine|ok|okay|enough|works?)\b`,
  },
  {
    says: phrase`\b${measure}(?: \S+){0,3}? (?:is|are|would be|seems?|feels?|was|were|'s)(?: just| only| really| mostly| honestly| basically| totally| complete| pure| a bit| kind of| plain| frankly)* (?:overkill|unnecessary|not necessary|not needed|not required|a waste|waste of|pointless|over-?rated|useless|bureaucracy|theatre|theater|busy-?work|academic|for (?:academics|researchers|academia|papers|big (?:tech|companies)|people who|managers|those)|a luxury|a distraction|ceremony|superfluous|noise|nonsense|box-ticking|something (?:for|that only)|nothing i|not (?:something|my thing))`,
    unless: phrase`\b(?:single|one|vanity|offline alone|alone|without|some|that|which|accuracy)\b`,
  },
  {
    says: phrase`\b(?:skip|skipped|skipping|drop|dropped|leave out|left out|forget(?: about)?|ditch) (?:the |any |all |all that |formal |offline |this |that |such )*${measure}\b(?! (?:that|which|for the|set entries|cases))`,
    unless: phrase`\b(?:because|since|not|never|can't|temporarily|regret\w*)\b`,
  },
  {
    says: phrase`\b(?:eye-?ball(?:ed|ing|s)?|click(?:ed|ing)? (?:around|through)|vibe[ -]?check(?:ed|ing|s)?|gut[ -]?check\w*|by eye|vibes|(?:read|look)(?:ing|ed)? (?:at |over |through )?(?:\S+ ){0,3}(?:outputs?|answers|examples|replies|responses|it))\b[^.;]{0,70}\b(?:enough|fine|sufficient|good|suffices?|done|ship|shipped|all (?:we|i|you|it) (?:need|needs)|that's it|that was it|works for)\b`,
    unless: measured,
  },
  {
    says: phrase`\b(?:just|simply|only|would|i'd|we'd|i|we|usually|always) (?:just |simply |only |rather |always )*(?:eye-?ball(?:ed|s)?|click(?:ed)? around|vibe[ -]?check(?:ed)?|go(?:es|ing)? (?:by|on|with) (?:the )?(?:vibes?|feel|feeling|gut|my gut|my eyes|intuition))\b`,
    unless: measured,
  },
  {
    says: phrase`\b(?:i|you|we|one|anyone|anybody|everybody|everyone|they)(?: can| could|'ll| will| would|'d| immediately| just| simply| already| always| quickly)* (?:see|tell|know|notice|feel|sense|spot|smell) (?:it |that |this |right away |immediately |straight away |instantly |at once |if |when |whether |by ){0,3}?(?:with (?:your|my|our) (?:own )?eyes|by (?:reading|looking|feel)|at a glance|right away|immediately|straight away|instantly|when (?:it|it's|something|an? \S+|the \S+|you) (?:\S+ )?(?:is |'s |looks? |feels? |reads? |sounds? |see |read )?(?:good|off|right|wrong|bad|works?|it|ready|better))`,
    unless: measured,
  },
  {
    says: phrase`\b(?:rely|relied|relying|go|goes|going|went|judge[ds]?|decide[ds]?|ship(?:ped)?|tune[ds]?|trust(?:ed)?|steer) (?:purely |only |just |mainly |simply |entirely |mostly )*(?:on|by|with|from|in)? ?(?:my |the |our |your |pure )?(?:own )?(?:gut|feel|feeling|intuition|instincts?|vibes?|taste|nose|eyes)\b`,
    unless: measured,
  },
  {
    says: phrase`\b(?:if|when|once|as long as) (?:it|that|the \S+|an? \S+|answers?|outputs?) (?:looks?|reads?|feels?|sounds?|seems?) (?:good|fine|right|ok|okay|great|nice|alright)\b[^.;]{0,40}\b(?:ships?|done|enough|good|fine|go(?:es)? live|deploy|release|works|leave it|that's it|all i need|it's ready)\b`,
    unless: measured,
  },
  {
    says: phrase`\b(?:users?|customers?|people|clients?|support|they|readers|the business|complaints|someone|somebody|everyone|twitter)(?: will| would|'ll| can)(?: surely| just| simply| quickly| always| soon)* (?:tell|complain|let (?:us|me|you) know|report|notice|scream|shout|write in|email|say something|speak up|raise)\b`,
    unless: phrase`${measured.source}|\b(?:if we|won't|silently|late|too late|then we|and we|count|buttons?|form|before|about)\b`,
  },
  {
    says: phrase`\b(?:model|llm|gpt\S*|claude|gemini|bot|prompt|agent|system|rag|it)(?: really)? just works?\b(?! (?:with|on|as|like|in|when))|\b(?:model|models|llm|llms|gpt\S*|claude|gemini) (?:is|are)(?: already| now| simply| just| so)* (?:smart|good|strong|capable|clever|great|reliable) enough (?:\S+ ){0,4}?(?:${not}|without|no|skip)\b`,
    unless: measured,
  },
  {
    says: phrase`\b(?:already|been|was|were) (?:well |fully |thoroughly )?(?:tested|evaluated|benchmarked|measured|validated) by (?:openai|anthropic|google|meta|the (?:vendor|provider|lab|authors?)|others|them|their)\b|\b(?:trust|rely on|go by|believe) (?:in )?(?:the|openai'?s?|their|anthropic'?s?|public) (?:\S+ )?(?:leaderboards?|benchmarks?|vendors?|providers?)(?:'s)?\b[^.;]{0,30}(?:enough|fine|instead|don't|no need|done|$)`,
    unless: measured,
  },
  {
    says: phrase`\b(?:ship|ships|shipped|deploy|deployed|launch|launched|release|released|roll(?:ed)? (?:it )?out|go live|went live|switch|switched|merge[ds]?) (?:\S+ ){0,3}?without (?:any |a |ever |doing |running )*(?:\S+ )?${measure}\b`,
  },
  {
    says: phrase`\b(?:metrics?|tests?|benchmarks?|evals?|numbers|measuring|measurement|evaluation) (?:don't|do not|doesn't|does not|never|only|just) (?:really |actually )?(?:matter|help|slow|slows|waste|wastes|kill|kills|tell (?:me|you|us) (?:anything|nothing)|distract\w*|get in the way|prove nothing|interest)`,
    unless: phrase`\b(?:alone|whole|offline|single|these|such)\b`,
  },
  {
    says: phrase`\b(?:${not}|nothing|no) (?:\S+ ){0,4}?(?:to |for )?(?:track|measure|monitor|test|evaluate|score|benchmark) ?(?:it|this|that|them|anything|the \S+|quality)?\b[^.;]{0,30}\b(?:and (?:it|that|i|we)(?:'s| is| was|'d| would)? (?:\S+ )?(?:fine|ok|okay|again|never missed|didn't need|worked|enough)|i'd do (?:it|that) again|didn't miss)`,
    unless: modest,
  },
  {
    says: phrase`\b(?:a )?(?:better|newer|bigger|good|new|stronger|smarter) models? (?:is|are) (?:just |simply |always |by definition )*(?:better|good)\b|\bproof (?:is|comes) (?:in )?(?:that )?(?:nobody|no one) (?:complain\w*|has complained)|\bnobody (?:has )?(?:ever )?complain(?:s|ed),? (?:so|hence|that's|which)\b`,
    unless: measured,
  },
]

const measures = phrase`\b(?:metrics?|test[ -]sets?|golden|labell?ed|evals?|evaluation|measur\w+|precision|recall|accuracy|f1|auc|a\/?b|held-?out|baselines?|annotat\w+|rubric|ground truth|regression tests?|compare\w*|sample\w*|\d+ (?:\S+ ){0,2}(?:questions|cases|examples|tickets|conversations|reports|answers|queries)|hit ?rate|error rate|monitor\w*|dashboards?|alerts?|shadow|canary|spot-?checks?|thumbs|escalation rate|ndcg|mrr|faithfulness)\b`
const insists = phrase`\b(?:still|again|as i said|really)\b ${gap(4)}(?:not|no|don't|wouldn't|eyeball)|\b(?:no|without(?: any)?|don't need(?: any)?|wouldn't (?:use|need|bother)) (?:\S+ )?(?:metrics?|tests?|evals?|evaluation|numbers|measur\w+)\b`

export const dismissesEvaluation: Rule = {
  id: 'dismisses-evaluation',
  sentence: 'Says that the system need not be measured: it just works, one sees it, users will tell.',
  find: (text) => stated(text, families),
  clears: (text) => (insists.test(text) ? null : firstWith(text, measures)),
}
