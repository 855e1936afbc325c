/**
 * Certainty that no system and no person has. A single "always" proves nothing: a third of strong answers hold one, so
 * every family needs an outcome (it cannot fail) or the whole of a field (I know all of it).
 */
import { type Family, firstWith, gap, near, phrase, type Rule, stated } from './rule.ts'

const will = `(?:can|could|will|would)(?:n'?t| not| never|not)|(?:can|wo|ca)n'?t|won't|never`
const surely = '(?:simply |just |literally |absolutely |physically |possibly |ever |really |completely )*'
const failing =
  '(?:fail|break|go wrong|be wrong|be beaten|be broken|be bypassed|be fooled|be hacked|be tricked|be jailbroken|crash|hallucinates?|slip through|get (?:past|around|through)|make (?:a |any )?mistakes?|leak|lose|mess up|go down)'
const harm =
  '(?:hallucinations?|errors?|bugs?|failures?|mistakes?|injections?|jailbreaks?|attacks?|leaks?|bias|edge cases?|risks?|problems?|drift|cases?|inputs?|fraud|abuse|scenarios?)'
const hedge = phrase`\b(?:probably|maybe|might|may|i think|roughly|almost|nearly|close to|near|as long as|assuming|in theory|on paper|hope|goal|target|aim|try|tries|should|ideally|suspicious|suspect|who(?:ever)? (?:says|claims)|so that|in my tests?|test set)\b`

const certain = phrase`\b(?:no exceptions?|without exception|full stop|period|end of (?:story|discussion)|mark my words|(?:i'd|i would|i'll|i|you can|would) (?:\S+ )?(?:bet|stake|swear|wager) (?:my|on|anything|the|everything|by|a|your)|take my word|trust me|believe me|i promise you|not up for debate|in my sleep|blindfolded|eyes (?:closed|shut)|no doubt (?:about|in my))\b`
const absolute = phrase`\b(?:never|always|any|every|all|can't|cannot|won't|none|nothing|nobody|impossible|whatever|stopped|perfect\w*|correct|right|certain|flawless|solve\w*|everything)\b`

const outcomes: Family[] = [
  {
    says: phrase`\byou (?:won't|will not|can't|cannot|couldn't|will never|could never) (?:find|name|show me|catch|come up with|trip|surprise|break|beat|fool|stump)\b|\bi (?:challenge|dare|defy) (?:you|anyone|anybody|everyone)\b`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:nothing|not a thing)(?: is|'s)? (?:missing|left to (?:improve|chance|add|fix|do))\b|\b(?:can't|cannot|couldn't|could not) (?:possibly )?be (?:better|improved|beaten|topped|faulted|outperformed|wrong)\b|\b(?:no|zero) (?:room|margin|space|possibility) (?:for|of) (?:error|doubt|mistakes?|failure)`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:bullet-?proof|fool-?proof|unbreakable|infallible|unhackable|flawless(?:ly)?|hallucination-?free|bug-?free|watertight|unbeatable|jailbreak-?proof|idiot-?proof|rock[- ]solid|ironclad|unassailable|unquestionably|indisputably|undeniably|infallibly|mathematically impossible|fail-?proof|hack-?proof|error-?free|never ever|with (?:absolute|complete|full|total|100 ?%|one hundred percent) (?:certainty|confidence)|(?:10|ten) (?:times )?out of (?:10|ten)|(?:a )?hundred out of (?:a )?hundred|can be (?:completely |safely |fully )?ruled out)\b`,
    unless: phrase`${hedge.source}|\b(?:deploy|ship|log|store|friday)\b`,
  },
  {
    says: phrase`\b(?:answers?|outputs?|results?|predictions?|classifier|bot|model|system|agent|it) (?:is|are|will be|comes? out|gets?|stays?|remains?) (?:it )?(?:always|every (?:single )?time|in every case|each time) (?:\S+ )?(?:right|correct|accurate|true|safe|grounded|perfect|good)\b|\b(?:right|correct|accurate|perfect|grounded) (?:every (?:single )?time|each time|all the time|in (?:every|all|any) cases?)\b`,
    unless: hedge,
  },

  {
    says: phrase`\b(?:${harm}|hallucinating|problem|issue|issues|topic|lying|leaking|it|that)(?:'s| is| are|s are)? (?:(?:just|simply|completely|totally|then|now) )*(?:gone|solved|fixed|dealt with|safe|aligned|secure|closed|over)(?: (?:for good|forever|permanently|once and for all|completely|entirely)|, i'm (?:sure|positive|certain))`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:aligned|safe|secure|solved|fixed|correct|stable|robust|clean) (?:for good|forever|for all time|permanently|once and for all|no matter what)\b`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:zero|0 ?%|not the slightest|absolutely no|exactly zero) (?:chance|risk|probability|possibility|doubts?)\b`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:there is|there's|theres|with|has|have) (?:simply |just |really |literally )?no (?:chance|risk|possibility|doubt) (?:that |of |for |at all|any|it|whatsoever)`,
    unless: hedge,
  },
  {
    says: phrase`\bno way (?:that |for )?${gap(2)}(?:can|could|will|would|to (?:fail|break|fool|trick|bypass|beat)|fails|breaks|goes wrong|gets (?:through|past|around))\b`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:${will}) ${surely}${failing}\b(?! (?:silently|twice|for long|fast|open|closed|over|sight|track|any more))`,
    unless: phrase`${hedge.source}|\b(?:must|if|when|because|since|even|so)\b`,
  },
  {
    says: phrase`\b(?:nothing|nobody|no one|no (?:attacker|user|hacker|input|prompt|query|document|message|model|edge case)) (?:can|could|will|would|ever|gets|slips|goes|breaks|escapes|is able to) ${surely}(?:${failing}|surprise|beat|bypass|fool|trick|throw|stop|escape|touch|past|through|around|by|it)\b`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:(?:100|hundred|one hundred) ?(?:%|percent|per cent)) (?:of the time|certain|sure|accurate|accuracy|reliable|reliability|safe|secure|correct|confident|success|guaranteed?|right|watertight|precision|recall|of the time|robust|bug-?free)`,
    unless: phrase`${hedge.source}|\b(?:train\w*|overfit\w*)\b`,
  },
  {
    says: phrase`\b(?:i|we) (?:can |could |would |will |'ll |'d |do )?(?:personally |fully |absolutely )?(?:guarantee|promise)\b(?!d)(?! (?:at least|at most|less|under))`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:is|are|be|'s|comes?|success|results?|quality|accuracy|it|that) (?:absolutely |fully |always |completely |basically )?guaranteed\b|\bguaranteed (?:to|not to|never to|zero|no|success|results?)\b|\bguarantees (?:that (?:nothing|it|every)|(?:zero|no|perfect|success|correct)\b)`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:impossible|not possible) (?:for ${gap(4)})?to (?:break|fail|fool|bypass|beat|hack|jailbreak|trick|leak|get (?:around|past|through)|go wrong|make|be wrong|crash|hallucinate|game|defeat)\b`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:it|model|system|agent|bot|pipeline|approach|setup|design|architecture|rag|classifier|that|this|which) (?:just |simply |will |would )?always (?:works?|be right|be correct|gets? it right|finds? the right|gives? the right|is (?:right|correct)|knows?)\b|\balways (?:right|correct|accurate|perfect)\b`,
    unless: hedge,
  },
  {
    says: phrase`\bworks? (?:perfectly|flawlessly|without fail|every (?:single )?time|for every(?:thing|body| case| input))\b|\b(?:every|each) (?:single )?time,? without (?:fail|exception)`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:completely|totally|fully|entirely|100 ?%|once and for all|permanently) (?:eliminat\w+|solv\w+|remov\w+|prevent\w+|stop\w*|kill\w*|rul\w+ out) (?:all |every |any |the )?(?:\S+ )?${harm}`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:eliminat\w+|solv\w+|prevent\w*|catch\w*|stop\w*|block\w*|handl\w+|cover\w*) (?:literally |really |absolutely |simply )?(?:every single|every possible|all possible|absolutely (?:all|every)|any possible|100 ?% of) (?:the )?(?:\S+ )?${harm}`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:${harm}) (?:is|are|becomes?) (?:simply |completely |totally |basically |now )?(?:impossible|eliminated|a solved problem|completely solved|gone for good|a thing of the past|history)\b`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:it|that|this|they|model|system|which|we|i)(?: will|'ll| would|'d| is going to| are going to) (?:definitely|certainly|absolutely|undoubtedly|100 ?%|surely) (?:work|succeed|pass|solve|scale|win|be (?:right|correct|fine|perfect|accurate))\b`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:no|zero|without(?: any)?) (?:failure modes?|weaknesses|weak spots?|blind spots?|flaws)\b|\bcovered,? (?:whatever|no matter)|\bno matter what (?:they|users?|people|anyone|attackers?) (?:throws?|tr(?:y|ies)|comes? up|sends?|types?|does?)\b`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:there(?: is|'s|s| are|'re| isn't| aren't)|show me|name me) (?:(?:honestly|really|literally|basically|simply) )*(?:no|nothing|not a|not one|not any|a single|any|a|one)\b(?! (?:reason|idea|way|point|need|guarantee))(?: (?!so|and|because|where)[^\s,.;]+){0,8} (?:i|it|we|this|that|he|model|system|i'd) (?:(?:(?:ca|could|do|does|did|would|wo|have|has|is)(?:n't|nt|nnot| not))|miss)\b`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:there(?: is|'s|s| are| isn't| aren't)|no|not) (?:\S+ ){0,3}?(?:no|a|any|nothing|single|one)? ?(?:questions?|inputs?|prompts?|attacks?|topics?|tricks?|papers?|cases?|bugs?|problems?|nothing) (?:that )?(?:you|anyone|anybody|they|users?|attackers?|people) (?:can|could|would|will|might) (?:ask|throw|find|name|give|send|show|come up|bring|feed|think of|invent|try)\b`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:nothing|nobody|no one|not a thing|no \S+)(?: left| else| here| out there)?(?: that| which| who)? (?:could|can|will|would|is going to) (?:(?:ever|possibly|really|still) )*(?:crash|break|stop|beat|surprise|kill|bring down|confuse|fool|hurt|harm|defeat|trip|shake|touch|outperform)\b`,
    unless: hedge,
  },
  {
    says: near(certain, absolute, 70),
    unless: phrase`${hedge.source}|\b(?:polic\w+|rules?|required|agree\w*|must|measured|because|better|best|choice|option|way)\b`,
  },
  {
    says: phrase`\b(?:feed|throw|give|send|ask|show) (?:it|me|us|anything|whatever|everything)(?: at)? ?(?:it|me|us|whatever|anything|any \S+|everything)?(?: that)?(?: you| they| people| users)(?: like| want| can| have| please)\b`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:has|have|it|we|they|bot|model|assistant|system)(?: has| have|'ve|'s)?(?: completely| totally| entirely| simply)? (?:stopped|ended|cured|solved|fixed|killed|eliminated)(?: all| the| any)? ${harm}(?: completely| entirely| for good| forever| once and for all|,? full stop|,? period)`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:hallucinat\w+|errors?|error rate|failures?|failure rate|mistakes?|false positives?|leaks?)\b[^,.;]{0,25}? (?:is|are|down to|at|of|to) (?:exactly |literally |a flat )?(?:zero|0 ?%|none|nil|nonexistent|non-existent)\b|\b(?:zero|absolutely no) (?:hallucinations?|bugs|failures|mistakes|errors|false positives|leaks)\b`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:works?|correct|right|holds?|runs?|scales?|performs?|survives?|handles?) (?:\S+ ){0,2}?(?:on|in|for|with|across|under|to|at) (?:any|whatever|every (?:single|possible|conceivable)|all possible) \S+`,
    unless: phrase`${hedge.source}|\b(?:not|n't|no|never|if|does it|whether|that)\b`,
  },
]

const experts: Family[] = [
  {
    says: phrase`\bi(?:'ve| have) (?:already |pretty much |basically )?seen it all\b|\bi(?:'m| am) (?:probably |easily |simply |arguably )?(?:one of )?the (?:best|top|strongest|leading|most \S+) (?:\S+ ){0,3}?(?:in|at|on|you|around|here|engineers?|out there)\b|\bi (?:never|don't|do not) (?:\S+ )?(?:get|have|am|be) (?:surprised|stumped|stuck|wrong|any weak\w+|weak\w+)\b|\bi know (?:it )?for a fact\b|\bi (?:know|understand) (?:\S+ ){0,4}?(?:better|more about \S+) than (?:anyone|anybody|everyone|most of its authors|its authors|the authors|the people)\b`,
    unless: hedge,
  },

  {
    says: phrase`\b(?:trivial|easy|solved|child's play|piece of cake|a joke|simple)\b[^.;]{0,40}\bi(?: can|'d| could| would| will|'ll) (?:\S+ ){0,3}?(?:completely|fully|in (?:an?|one) (?:afternoon|day|hour|weekend|evening)|over a weekend|alone|my sleep|blindfolded)\b`,
    unless: hedge,
  },
  {
    says: phrase`\bi(?:'m| am)(?: just| simply)? (?:100 ?%|absolutely|completely|totally|dead|entirely|perfectly) (?:sure|certain|positive|confident)\b|\bi(?:'m| am) (?:certain|positive)\b|\bi (?:don't|do not|never) (?:\S+ )?(?:make mistakes|need a second opinion|have (?:any )?doubts?|doubt)\b`,
    unless: phrase`${hedge.source}|\b(?:not certain|not sure|because|measured|should)\b`,
  },
  {
    says: phrase`\bi(?:'ve| have)?(?: basically| already| literally| honestly)? (?:read|seen|used|tried|built|know|mastered) (?:(?:absolutely|literally|basically|nearly) )*(?:every|all|any)(?: single| possible| of)?(?: the)? (?:papers?|tools?|models?|frameworks?|techniques?|failure\S*|books?|databases?|edge cases?)\b`,
    unless: phrase`\b(?:almost|nearly|not|n't|never|on our|for this|in the (?:set|sample))\b`,
  },
  {
    says: phrase`\bi (?:basically |pretty much |really |already |honestly |literally )?(?:know|understand|have mastered|'ve mastered|mastered|have seen|'ve seen) (?:absolutely |literally |really )?(?:everything|it all|all there is|every (?:single )?(?:detail|part|aspect|trick|corner|paper|model|tool|bug|failure|framework|algorithm|line)|all of (?:it|them|this))\b`,
    // "Everything I need" is about the task, and "I think" leaves room.
    unless: phrase`\bif\b|\bdon't\b|\bi (?:think|believe|guess|suppose)\b|\bprobably\b|\b(?:everything|all|it all) (?:that )?(?:i|we) (?:\S+ )?(?:need\w*|want\w*|have to|asked)\b|\b(?:for now|so far)\b`,
  },
  {
    says: phrase`\bi (?:\S+ ){0,3}(?:know|knew|understand|learned) ${gap(5)}(?:inside ?-?(?:and )?-?out|by heart|like the back of)\b`,
  },
  {
    says: phrase`\bi(?: am|'m|m| consider myself| would call myself|'d call myself) (?:\S+ ){0,3}(?:expert|authority|master|specialist|guru) (?:in|on|at|of|for) (?:all|every|everything|anything|any|the whole|everyone)|\b(?:world'?s|leading|foremost|world-class|best) (?:\S+ )?(?:expert|authority|engineer)s?\b`,
    unless: phrase`\b(?:we|hire|hired|ask(?:ed)?|talk(?:ed)?|follow|with|by|from)\b`,
  },
  {
    says: phrase`\b(?:nobody|no one|no other (?:engineer|person|candidate|team)) (?:\S+ ){0,3}(?:knows|understands|does|builds|can|could|is|has) ${gap(5)}(?:than (?:me|i|we|us|mine)|like (?:me|i do|i can)|as (?:well|good) as (?:me|i))\b|\bbetter than (?:any|every) (?:other )?(?:engineer|person|candidate|developer|expert|team|human)\b`,
  },
  {
    says: phrase`\b(?:nothing|not (?:much|anything)|no one|nobody|no (?:question|topic|interviewer|problem|challenge)) (?:\S+ ){0,4}(?:(?:left|more|new) (?:for me )?to learn|(?:can|could|would|will) (?:\S+ )?(?:surprise|teach|stump|catch|beat|trip) me|i (?:ca|could|do)n'?t (?:\S+ )?(?:know|solve|answer|explain|build|fix|handle|do))\b`,
  },
  {
    says: phrase`\b(?:my|our) (?:own )?(?:gut|intuition|instincts?|judge?ment|estimates?|predictions?|guess(?:es)?|feeling|nose|designs?|models?|systems?|code|deploys?) ${gap(7)}(?:(?:always|every time) (?:right|correct|works?|spot on)|(?:never|not|n't|not once) (?:\S+ )?(?:been |once |ever )*(?:wrong|off|failed|fails?|fooled|let me down|missed|broken|a single))\b`,
  },
  {
    says: phrase`\bi(?: have|'ve| am|'m)? (?:simply |just |really |literally )?(?:never|do not|don't|dont) (?:once |ever |really )*(?:been wrong|am wrong|be wrong|wrong|made? (?:a |any )?(?:\S+ )?mistakes?|fail(?:ed)?|get (?:it|things) wrong|got it wrong|had to (?:redo|fix|roll back))\b`,
    unless: phrase`\b(?:from scratch|yet)\b`,
  },
  {
    says: phrase`\b(?:never|not once|not a single time|has(?:n't| not| never) (?:once )?) ?(?:\S+ ){0,2}(?:been |was |be |proven |proved )?(?:wrong|off|incorrect|fooled|failed me)(?:\b.{0,20}\b(?:in|over|for|since) (?:\S+ )?(?:years?|career|life|decade|\d))`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:ask|test|quiz|try) me (?:on |about )?(?:anything|whatever|any (?:paper|topic|model|tool))\b|\bi can (?:easily |always |literally )?(?:answer|explain|solve|fix|build|debug|handle|take) (?:absolutely |literally )?(?:anything|everything|any (?:question|problem|bug|paper|system)|every (?:question|problem|bug|paper))\b`,
  },
]

const limits = phrase`\b(?:fail(?:s|ed|ure|ures)?|limits?|limitations?|wrong|miss(?:es|ed)?|broke|breaks?|weak(?:ness|nesses|er|est)?|uncertain\w*|unsure|not sure|don't know|didn't know|can't (?:know|promise|guarantee|say)|cannot (?:know|promise|guarantee|say)|exaggerat\w+|overstat\w+|too strong|too much|depends?|edge cases?|false (?:positives?|negatives?)|worst|risk\w*|except|unless|struggl\w+|slips?|slipped|hallucinat\w+|residual|fair point|i take (?:it|that) back|confidence interval|error rate|incident|outage|gap|blind spots?|adversarial|drift\w*|degrad\w+|honestly no)\b`
const insists = phrase`\b(?:still|again|as i said|like i said|really)\b ${gap(4)}(?:zero|never|impossible|100 ?%|guaranteed?|cannot|can't fail|no (?:limits?|risks?|failures?|weakness\w*))|\b(?:no|zero|without(?: any)?|n't (?:have|see) any) (?:failures?|limits?|limitations?|weakness\w*|risks?|edge cases?|uncertainty)|\b(?:never|cannot|can't|won't|does not|doesn't) (?:fails?|breaks?|miss(?:es)?|go wrong|hallucinates?)\b`

export const overconfidence: Rule = {
  id: 'overconfidence',
  sentence:
    'Says that something cannot fail, or that nothing in a field is unknown to the speaker, without any limit.',
  find: (text) => stated(text, [...outcomes, ...experts]),
  clears: (text) => (insists.test(text) ? null : firstWith(text, limits)),
}
