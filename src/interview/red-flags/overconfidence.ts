/**
 * Certainty that no system and no person has. A single "always" proves nothing: a third of strong answers hold one, so
 * every family needs an outcome (it cannot fail) or the whole of a field (I know all of it).
 */
import { clearedBy, type Family, type Rule, stated } from './rule.ts'
import { gap, near, phrase, softly } from './wording.ts'

const cannot = `(?:(?:can|could|will|would|does|do|is going to)(?:n'?t| not| never|not)|(?:can|wo)n'?t|cannot|never|(?:is|are)(?:n't| not) (?:able|going|capable of|possible)(?: to)?|unable to|incapable of|impossible (?:for \\S+ )?to)`
const failing =
  '(?:fail(?:s|ing)?|break(?:s|ing)?|go(?:es|ing)? (?:wrong|down)|be (?:wrong|beaten|broken|bypassed|fooled|hacked|tricked|jailbroken|better|improved|faulted|topped|outperformed)|crash(?:es)?|hallucinat(?:es?|ing)|slip(?:s)? (?:through|by)|get(?:s)? (?:past|around|through|by|(?:it|things|this|anything|an? \\S+) wrong)|makes? (?:a |any )?(?:mistakes?|errors?|things up|anything up|stuff up)|leak(?:s|ing)?|(?:return|give|produce|say|show|output)s? (?:an? |any )?(?:\\S+ )?(?:wrong|stale|false|harmful|toxic|bad|made-up|hallucinated)|mess(?:es)? up|let(?:s)? (?:you|us|me|anyone) down|disappoints?|(?:take|pick|choose|make|see|get|have|contain|cause|produce)s? (?:an? |any )(?:\\S+ )?(?:wrong \\S+|bad decision|hallucinations?|errors?|false (?:positives?|negatives?)|mistakes?)|come out|misses? (?:anything|any|a single))'
const harm =
  '(?:hallucinations?|hallucinating|errors?|bugs?|failures?|failing|mistakes?|(?:prompt )?injections?|jailbreaks?|attacks?|attackers?|leaks?|bias|edge cases?|weaknesses|weak spots?|blind spots?|flaws?|failure modes?|risks?|drift|fraud|abuse|(?:wrong|false|bad|harmful|toxic|stale|made-up) (?:answers?|outputs?|content|replies|statements?|results?)|something harmful|data loss|pii)'
const trouble = `(?:${harm}|questions?|inputs?|prompts?|topics?|tricks?|papers?|cases?|problems?|languages?|scenarios?|situations?)`
const hedge = phrase`\b(?:(?:one|you|they|people|anyone)(?:'d| would| might| may) (?:think|say|believe|expect|hope)|probably|maybe|might|may|i think|roughly|almost|nearly|close to|near|as long as|assuming|in theory|on paper|hope|goal|target|aim|try|tries|should|must|ideally|suspicious|suspect|suspicion|wants?|wanted|who(?:ever)? (?:says|claims|tells)|so that|make sure|made sure|ensure[sd]?|in my tests?|test set|in my sample|on the (?:set|sample)|nobody can|i can't think of|no \S+ is|less sure|rule of three|honest|in the (?:trace|logs?)|far from)\b`
// A lock, a key or a grammar does guarantee what it guarantees.
const mechanism = phrase`\b(?:locks?|transactions?|idempoten\w+|constraints?|foreign|primary|unique|schema|decoding|rows?|database|permissions?|checksums?|grammars?|tokenizers?|exactly-once|parses|json|charged|cold|until|as long as|only if|\d+ ?(?:months?|calls|samples|cases)|above version|per \S+)\b`
const spared = phrase`${hedge.source}|${mechanism.source}`
const gone = String.raw`(?:impossible|excluded|ruled out|eliminated|gone|zero|nil|none|out of the question|off the table|a solved problem|solved|history|over|a thing of the past|no longer (?:possible|an? \S+)|not (?:possible|an option|on the table|an? (?:issue|problem|risk|topic))|n't (?:possible|an option|on the table|an? (?:issue|problem|risk|topic))|a non-?issue|non-?existent|closed for good)`
const forGood =
  '(?:completely|entirely|fully|totally|for good|forever|once and for all|100 ?%|altogether|all|every|each|any)'

const boundless =
  '(?:any|every|whatever) \\S+ (?:\\S+ )?(?:(?:that )?(?:you|anyone|one|they|people|users) (?:can|could|might|throw|like|want|care)|imaginable|possible|conceivable|on earth|in the world|there is)'

const outcomes: Family[] = [
  {
    says: phrase`\b(?:works?|scales?|handles?|holds?|survives?|runs?|right|correct|solves?|answers?|copes?|fits?|understands?) (?:\S+ ){0,2}?(?:(?:on|in|for|with|to|at|up to) )?${boundless}\b`,
    unless: phrase`${spared.source}|\b(?:not|never|no|if|whether)\b|n't\b`,
  },
  {
    // it cannot fail
    says: phrase`\b${cannot} ${softly}(?:possibly |physically )?${failing}\b`,
    unless: phrase`${spared.source}|\b(?:you can't be|on (?:short|small|old)|deploy|tests?|merge|claim|trust|alone|if)\b`,
  },
  {
    says: phrase`\b(?:has|have|did|'s|'ve) never (?:once )?(?:failed|broken|been wrong|missed|gone down)\b[^.;]{0,20}\b(?:never will|will not|won't|never does)\b|\bthe answer is always right\b|\b(?:is|are|'s) always (?:right|correct|accurate)\b|\balways (?:finds?|gives?|returns?|picks?|gets?|answers?|knows?|does|makes?) (?:it |the |exactly the )?(?:right|correct|perfect)|\bimpossible (?:that|for)\b[^.;]{0,40}\b(?:wrong|false|incorrect|fails?|harmful|breaks?|mistakes?|errors?)\b|\b(?:nobody|no one|nothing) can\b[^.;]{0,60}\b(?:no matter (?:what|how)|whatever (?:they|you))|\b(?:no way|not a chance)\b[^.;]{0,25}\b(?:this|it|that|the \S+) (?:\S+ )?(?:${failing}|loses?|slips?)\b`,
    unless: spared,
  },
  {
    // harm is gone
    says: phrase`\b${harm} ${gap(5, 'on|in|of|for')}(?:is|are|be|get|gets|'s|can be|will be|has been|have been|down to|rate is) ${softly}(?:safely |fully )?${gone}\b|\bmakes? ${gap(4)}${harm} ${softly}(?:impossible|history)|\b(?:safety|security|hallucination|injection|bias|that (?:problem|risk)|moderation|\S+ safety) (?:is|are|has been) ${softly}(?:a )?(?:solved|closed|done|trivial)\b|\bsolved safety\b`,
    unless: phrase`${spared.source}|\b(?:to a (?:person|human)|by (?:hand|a person)|with a|logged|same table|how|if)\b`,
  },
  {
    says: phrase`\b(?:eliminat|solv|remov|prevent|rul|kill|stop|cur|end|fix|exclud|catch|block|get|got)\w* (?:rid of )?(?:${forGood} )?(?:the |our )?${harm} ?(?:out )?${gap(1)}${forGood}\b|\b(?:completely|entirely|fully|totally) (?:eliminat|solv|remov|prevent|stop|cur|end|fix|exclud)\w* ${gap(2)}${harm}\b|\b(?:eliminated|stopped|solved|cured|ended|killed) (?:all |the |any )?(?:hallucinations?|prompt injections?|jailbreaks?|bias)\b`,
    unless: spared,
  },
  {
    // nothing gets past it
    says: phrase`\b(?:no|not a|not one|not a single|zero|nobody|no one|nothing|not a thing)\b ${gap(5, 'so|and|because|where|test|tests|metric|eval')}(?:can|could|will|would|is (?:ever )?going to|(?:ever )?(?:gets?|slips?|goes|comes|breaks?|passes)) ${softly}(?:possibly |get |go |come |ever ){0,4}(?:past|through|around|by us|get \S+|slip|pass|jailbreak|break\w*|beat|fool|trick|crash|bypass|hack|surprise|stop|go wrong|wrong|reach|harm|hurt|defeat|see a wrong|outperform|confuse|bring down|kill|touch|shake)\b`,
    unless: phrase`${spared.source}|\b(?:without|review|sign-off|i would never|because)\b`,
  },
  {
    says: phrase`\b(?:no|zero|without(?: any)?|not a single|(?:there(?:'s| is| are|s)|has|have) ${softly}(?:no|zero|not a|not any)) (?:kind of |single |real |more |possible )?${harm}s?\b(?=\W*$|,| (?:left|at all|whatsoever|remaining|any ?more|possible|worth|to (?:speak of|worry)|in (?:production|this design|there)|that (?:could|can|gets)|after|slips|thr))|\b(?:no|zero|not a|absolutely no|not the slightest) (?:chance|possibility|way|risk) (?:that |of |for |\S+ ){0,3}(?:${harm}|fail\w*|attack\w*|wrong|something|anything|anyone|mistake|slip|the attacker|users?)\b|\b(?:no|zero) (?:room|margin|space|possibility) (?:for|of) (?:error|doubt|mistakes?|failure)\b`,
    unless: phrase`${spared.source}|\b(?:were|was|had|so far|quarter|week|month|around|target|until|between)\b|^\W*(?:if|when|suppose)\b`,
  },
  {
    says: phrase`\b(?:there(?: is|'s|s| are|'re| isn't| aren't)|show me|name me|can't imagine|don't see|won't find|can't find|couldn't find|find) ${softly}(?:no|nothing|not a|not one|not any|any|a|one|an)\b(?! (?:reason|idea|way|point|need|guarantee|single failing|metric))(?: (?!so|and|because|but)[^\s,.;]+){0,8}? (?:(?:where|that|which|i|it|we|this) (?:this |it |model |system |bot |could |can |would |will |ever ){0,4}(?:${failing}|goes|breaks?|fails?|crash\w*|wrong|stop\w*)|(?:i|i'd|it|the model) (?:haven't|can't|couldn't|don't|wouldn't|could not|cannot|did not|would miss|miss|would have to|hasn't|never|not))\b`,
    unless: phrase`${spared.source}|\b(?:right now|haven't looked|until|so far)\b`,
  },
  {
    says: phrase`\b(?:there(?: is|'s|s| are| isn't| aren't)|no|not) (?:\S+ ){0,3}?${trouble} (?:that )?(?:you|anyone|anybody|they|users?|attackers?|people) (?:can|could|would|will|might) (?:ask|throw|find|name|give|send|show|come up|bring|feed|think of|invent|try)\b|\b(?:feed|throw|give|send|show|ask) (?:it|anything|whatever|everything)(?: at)? ?(?:it|me|us|whatever|anything|any \S+|everything)?(?: that)?(?: you| they| people| users)(?: like| want| can| have| please)\b|\b(?:whatever|no matter what|anything) (?:the |a )?(?:they|users?|people|anyone|attackers?|you|user) (?:could |can |possibly ){0,4}(?:asks?|throws?|tr(?:y|ies)|sends?|types?|does?|inputs?)\b[^.;]{0,40}\b(?:has|right|answer|correct|handles?|works?|safe|holds?|knows?|fine|survives?)\b`,
    unless: phrase`${spared.source}|\b(?:is data|never an|logged|stored|treated)\b`,
  },
  {
    // all of it is caught
    says: phrase`\b(?:all|every|each|any|(?:100 ?(?:%|percent)|(?:a |one )?hundred percent)(?: of)?|everything|each and every)\b (?:the |possible |single |conceivable ){0,4}${trouble} ?(?:\S+ )?(?:is|are|gets?|will be|being) ${softly}(?:caught|correct|right|handled|covered|blocked|solved|detected|filtered|prevented|excluded|accounted)\b|\b(?:catch(?:es)?|blocks?|handles?|finds?|detects?|covers?|solves?|understands?|answers?|stops?|filters?|survives?) ${softly}(?:every|all|each|any|everything|100 ?%|whatever)(?: (?:single|possible|of the|conceivable|kind of)){0,4} ?(?:${trouble}|jailbreak|attack|everything|case)?s?\b(?=\W*$|[,.!]| (?:there is|there are|a user|you|anyone|people|correctly|perfectly|thrown|imaginable|possible))`,
    unless: phrase`${spared.source}|\b(?:should|return|recall at|logs?|manual\w*|by hand|except|that matches|if)\b`,
  },
  {
    // guaranteed, safe, perfect
    says: phrase`\bguarantee[ds]? (?:\S+ ){0,6}?(?:right|correct|accurate\w*|safe|never|always|100|zero|no (?:hallucin|error|mistake|fail|harm)\w*|success|work|same|every)\b|, guaranteed\b|\bguaranteed (?:correct|safe|accurate|to)\b|\b(?:completely|totally|perfectly|absolutely|entirely|fully|100 ?(?:%|percent)|one hundred percent|a hundred percent) (?:safe|secure|reliable|accurate|immune|correct|protected|covered|bullet\S*|of the time|solved)\b|\b(?:safe|secure|immune|protected) (?:against|from|to) (?:everything|anything|all|any|every)\b|\b100 ?% right\b|\bcovered for (?:any|every|all)\b|\b(?:right|correct|accurate) 100 ?(?:%|percent)\b|\b(?:accuracy|recall|precision|quality|reliability|uptime)\b (?:\S+ ){0,3}?(?:is|be|at|of) ${softly}(?:perfect|100 ?(?:%|percent)|flawless)(?! (?:on|in my|for the \d))`,
    unless: phrase`${spared.source}|\b(?:certain about one|ever|lies|at the price|easy|only means|if)\b`,
  },
  {
    says: phrase`\b(?:bullet-?proof|fool-?proof|unbreakable|infallible|unhackable|flawless(?:ly)?|hallucination-?free|bug-?free|watertight|unbeatable|jailbreak-?proof|idiot[- ]?proof|rock[- ]solid|ironclad|unassailable|unquestionably|indisputably|undeniably|infallibly|mathematically (?:impossible|certain)|fail-?proof|hack-?proof|error-?free|never ever|future-?proof|with (?:absolute|complete|full|total|100 ?%|one hundred percent) (?:certainty|confidence)|(?:10|ten) (?:times )?out of (?:10|ten)|can be (?:completely |safely |fully )?ruled out|run smooth\w*,? (?:100 ?%|always)|(?:is|be|are|works?) (?:simply |just )?perfect(?:ly)? (?:on the first|every|each|always|from day)|nothing (?:is )?(?:missing|left to (?:improve|chance|add|fix)))(?=\W|$)`,
    unless: phrase`${hedge.source}|\b(?:compared to|not|isn't|aren't|until|i (?:never|don't) deploy)\b`,
  },
  {
    // my hand in the fire
    says: near(
      phrase`\b(?:no exceptions?|without exception|full stop|period|end of (?:story|discussion)|mark my words|(?:i'd|i would|i'll|i|you can|would) (?:\S+ )?(?:bet|stake|swear|wager|put) (?:my|everything|by) \S+|take my word|trust me|believe me|i promise you|no discussion|eyes (?:closed|shut)|(?:each and )?every(?: single)? time,? guaranteed|each and every time|every single time|i (?:just )?know it)\b`,
      phrase`\b(?:never|any|every|each|all|can't|cannot|won't|none|nothing|nobody|impossible|whatever|perfect\w*|correct|right|certain|flawless|solve\w*|will work|unit vectors|no (?:kind|sort|input|way)|hundred percent)\b`,
      70,
    ),
    unless: phrase`${spared.source}|\b(?:polic\w+|rules?|required|agree\w*|audit|gateway|better|best|choice|option|way|bigger|because|goes through|deploy|alert|first|signs?|approv\w+|review\w*|human|person)\b`,
  },
  {
    says: phrase`\b(?:zero|no|not the slightest|not a) doubts?(?: \S+)?(?: about| that| it| whatsoever| here|\W*$)|\bi(?:'m| am)(?: just| simply)? (?:100 ?%|absolutely|completely|totally|dead|entirely|perfectly|a hundred percent) (?:sure|certain|positive|confident)\b|\bi(?:'m| am) (?:certain|positive) (?:that|it|this)\b|\b(?:it's|it is) (?:absolutely |simply |100 ?% |a hundred percent |hundred percent |completely )?certain (?:that|it|this)\b|\bi'd bet my\b|\bi know (?:it )?for a fact\b|\b(?:anyone|everyone|whoever|people|those)(?: who)? (?:disagrees?|doubts?|says otherwise|objects?)\b[^.;]{0,30}\b(?:doesn't|don't|hasn't|haven't|not|is|are|simply)\b|\byou (?:won't|will not|can't|cannot|couldn't|will never|could never) (?:name|show me|catch|trip|surprise|break|beat|fool|stump) (?:me|it|this|one|a|any)\b|\bi (?:challenge|dare|defy) (?:you|anyone|anybody|everyone)\b`,
    unless: phrase`${spared.source}|\b(?:not certain|not sure|because|measured|one thing)\b`,
  },
]

const field =
  '(?:everything|it all|all there is|all of (?:it|them|this|those)|every (?:single )?(?:\\S+ )?(?:detail|part|aspect|trick|corner|paper|model|tool|bug|failure|framework|algorithm|line|library|technique|one|problem|question|llm|topic)s?|any (?:\\S+ )?(?:paper|model|tool|topic|question|problem|bug)s?|anything)'
const talent =
  '(?:gut(?: feel\\w*)?|intuition|instincts?|judge?ment|estimates?|predictions?|guess(?:es)?|feeling|nose|designs?|models?|systems?|code|deploys?|architectures?|choices?|solutions?|stuff)'
const experts: Family[] = [
  {
    // I know all of it
    says: phrase`\bi(?:'ve| have|'m| am| can|'d| could| will|'ll)? ${softly}(?:easily |exactly )?(?:know|understand|master(?:ed)?|seen|read|used|tried|built|answer|explain|solve[ds]?|fix|debug|recite|expert in|expert on) ${softly}(?:how |about )?${field}\b`,
    unless: phrase`\b(?:if|don't|can't|cannot|not|n't|think|believe|guess|suppose|probably|almost|nearly|never|for now|so far|for this|in the (?:set|sample)|on our|(?:everything|anything|all|it all) (?:that )?(?:i|we) (?:\S+ )?(?:need\w*|want\w*|have to|asked)|about (?:the|our|this|that))\b`,
  },
  {
    says: phrase`\bi (?:\S+ ){0,3}(?:know|knew|understand|learned) ${gap(5)}(?:inside ?-?(?:and )?-?out|by heart|like the back of)\b|\bseen it all\b|\bi(?: have|'ve)? (?:the|an|always an) answer (?:to|for) (?:everything|any|every|all)\b|\bi (?:know|understand) (?:\S+ ){0,4}?(?:better|more about \S+|more) than (?:anyone|anybody|everyone|most of its authors|its authors|the (?:authors|people)|those who)\b`,
    unless: phrase`\b(?:much less|less|but|not|n't)\b`,
  },
  {
    // I am never wrong
    says: phrase`\b(?:i|i've|i'm|me)(?: have|'ve| am|'m| do)? ${softly}(?:never|not|don't|dont|haven't|yet to|have yet to|had yet to|cannot|can't) (?:once |ever |really |have |to |get |got |be |been |make |made ){0,4}(?:wrong|mistaken|mistakes?|errors?|an? \S+ wrong|(?:it|things|this|that) wrong|surprised|stumped|fail(?:ed)?|any weakness\w*|weakness\w*|need a second opinion|a bug|bugs)\b|\bi was right every (?:single )?time\b|\bi(?:'m| am|'ve been| was)? ${softly}always (?:been )?(?:right|correct)\b|\bi ${softly}always (?:pick|choose|make|get|find|know|have) (?:it right|the (?:right|best|correct|perfect))\b`,
    unless: phrase`\b(?:from scratch|yet\W*$|sure|about everything|until|if)\b`,
  },
  {
    says: phrase`\b(?:my|our) (?:own )?${talent}s? ${gap(7)}(?:(?:always|every (?:single )?time|never) (?:been )?(?:right|correct|works?|spot on|wrong|off|fails?|failed|broken)|(?:right|correct|spot on) (?:always|every (?:single )?time)|(?:never|not|n't|not once) (?:\S+ )?(?:been |once |ever |have |has ){0,4}(?:wrong|off|failed|fails?|fooled|let me down|missed|broken|a single|bugs?|errors?|mistakes?|flaws?))\b|\bas always with my\b|\bif i (?:design|build|write|make) it,? it works\b`,
    unless: hedge,
  },
  {
    // nobody knows it better
    says: phrase`\b(?:nobody|no one|no other (?:engineer|person|candidate|team)|nothing|no (?:question|topic|interviewer|problem|challenge)|not anyone|(?:don't|do not) (?:think|know|believe) (?:that )?(?:anyone|anybody)|how anybody|how anyone) (?:\S+ ){0,6}?(?:than (?:me|i|we|us|mine)|like (?:me|i do|i can)|as (?:well|good) as (?:me|i)|(?:teach|surprise|stump|catch|beat|trip|challenge|scare) (?:me|us))\b|\bbetter than (?:any|every) (?:other )?(?:engineer|person|candidate|developer|expert|team|human)\b|\b(?:nothing|not (?:much|anything)|little) (?:left |more |new ){0,4}(?:for me )?(?:left )?to learn\b|\btells me something i don't know\b`,
    unless: hedge,
  },
  {
    says: phrase`\bi(?: am|'m|m| consider myself| would call myself|'d call myself) (?:\S+ ){0,3}?(?:best|expert|authority|master|specialist|guru|genius|strongest|top|leading|smartest)\b (?:\S+ ){0,4}?(?:in (?:all|every|the (?:room|world|country|field|whole|company|industry))|on (?:all|every|it|this)|of (?:all|them)|at (?:all|every|any)|you(?:'ll| will| can)?|ever|around|out there|here|everyone|worldwide)\b|\b(?:world'?s|foremost|world-class) (?:\S+ )?(?:expert|authority|engineer)s?\b`,
    unless: phrase`\b(?:we|hire|hired|ask(?:ed)?|talk(?:ed)?|follow|not|never)\b`,
  },
  {
    // ask me anything
    says: phrase`\b(?:ask|test|quiz|try|name|give|tell) me (?:on |about )?(?:anything(?! (?:unclear|else))|any (?:paper|topic|model|tool|question)|one (?:paper|topic|model|tool|thing|question))\b|\b(?:name|pick) any (?:paper|topic|model|tool)\b|\bi(?: can|'d| could| would| will|'ll) (?:\S+ ){0,4}?(?:completely|fully|flawless\w*|perfect\w*|in (?:an?|one) (?:afternoon|day|hour|weekend|evening|night)|over a weekend|in my sleep|blindfolded)\b[^.;]{0,40}$`,
    unless: phrase`${hedge.source}|\b(?:asked|demo|prototype|mvp|version|sketch|rough|first|draft|not|never|hardly)\b`,
  },
]

const limits = phrase`\b(?:fail(?:s|ed|ure|ures)?|limits?|limitations?|wrong|miss(?:es|ed)?|broke|breaks?|weak(?:ness|nesses|er|est)?|uncertain\w*|unsure|not sure|don't know|didn't know|can't (?:know|promise|guarantee|say)|cannot (?:know|promise|guarantee|say)|exaggerat\w+|overstat\w+|too strong|too much|depends?|edge cases?|false (?:positives?|negatives?)|worst|risk\w*|except|unless|struggl\w+|slips?|slipped|hallucinat\w+|residual|fair point|i take (?:it|that) back|confidence interval|error rate|incident|outage|gap|blind spots?|adversarial|drift\w*|degrad\w+|honestly no)\b`
const insists = phrase`\b(?:still|again|as i said|like i said|really)\b ${gap(4)}(?:zero|never|impossible|100 ?%|guaranteed?|cannot|can't fail|no (?:limits?|risks?|failures?|weakness\w*))|\b(?:no|zero|without(?: any)?|n't (?:have|see) any) (?:failures?|limits?|limitations?|weakness\w*|risks?|edge cases?|uncertainty)|\b(?:never|cannot|can't|won't|does not|doesn't) (?:fails?|breaks?|miss(?:es)?|go wrong|hallucinates?)\b`

export const overconfidence: Rule = {
  id: 'overconfidence',
  sentence:
    'Says that something cannot fail, or that nothing in a field is unknown to the speaker, without any limit.',
  find: (text) => stated(text, [...outcomes, ...experts]),
  clears: (text) => clearedBy(text, limits, insists),
}
