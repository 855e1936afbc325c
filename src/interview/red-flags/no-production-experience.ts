/** Open admissions only. Whoever merely leaves production out has admitted nothing, and is asked. */
import { type Family, firstWith, gap, phrase, type Rule, stated } from './rule.ts'

const live = String.raw`(?:(?:production|prod|live)(?! (?:records|data|samples?|logs|labels|examples|tickets|sets?))|real (?:users?|customers?|traffic|people|data|life|product)|actual (?:users?|customers?|traffic|product)|paying (?:users?|customers?)|the public|the real world|the wild|industry|a (?:live|real|actual) (?:\S+ )?(?:system|product|service|user|customer|app))`
const school = String.raw`(?:notebooks?|courses?|coursework|tutorials?|bootcamps?|kaggle|colabs?|demos?|toys?|toy (?:project|example|data)\S*|hackathons?|side[ -]?projects?|hobby|school|university|uni|thesis|college|class(?:es|room)?|capstone|homework|assignments?|proofs? of concepts?|pocs?|prototypes?|certificates?|youtube|videos?|blog posts?|reading|books?|papers?|laptop|localhost|playground|sandbox|streamlit|personal projects?|theory|my own machine)`
const never = `(?:never|have not|haven't|havent|hasn't|has not|did not|didn't|not)`
const done =
  '(?:shipped|ship|deployed|deploy|launched|launch|released|release|productioni[sz]ed|run|ran|put|operated|maintained|brought|taken|took|pushed|worked|built|had|owned|done|got|gotten|made|been|touched|seen|used|served|gone|supported)'
// The admission is about something else where the sentence goes on to real use.
const laterLive = phrase`\b(?:but|then|before|until|since|later|eventually|now|after that|today)\b[^.;]{0,80}\b(?:shipped|deployed|launched|rolled (?:it )?out|in prod(?:uction)?|went live|is live|live with|real users)\b`
const ofOthers = phrase`\b(?:that (?:version|one|branch|variant|model)|this (?:version|variant|one)|the (?:second|other|first|old|new) (?:one|version|model|variant)|without|friday|directly|straight|blindly|untested)\b`

const released = String.raw`(?:shipped|deployed|launched|released|hosted|productioni[sz]ed|published|rolled out|put (?:\S+ ){0,4}?(?:in front|in production|live|out)|served|gone live|operated)`
const anything = '(?:anything|any|an?|one|something|models?|llms?|agents?|bots?|code|mine|things?|work)'
const own = String.raw`(?:(?:my|our) (?:own )?(?:\S+ ){0,2}?(?:projects?|models?|work|apps?|stuff|systems?|things?|code|agents?|bots?|builds?)|mine|(?:i|i've|i have|we|we've) (?:have )?(?:ever )?(?:made|built|wrote|written|did|done|trained|coded|created|finished|tried|know|learned|learnt|seen))`
const outside = `(?:${live}|deployed|shipped|released|launched|hosted|outside|users?|customers?|clients?|traffic|public|used|queried|lab|laptop|machine|cluster|notebooks?|in front of)`

const families: Family[] = [
  {
    says: phrase`\b(?:haven't|have not|havent|never|not)(?: yet| really)? (?:had|got|gotten) (?:the|a|any) (?:chance|opportunity|occasion|luck)\b[^.;]{0,60}\b(?:ship|deploy|launch|release|production|live|real|users|operate)`,
    unless: laterLive,
  },
  {
    says: phrase`\bi(?:'ve| have)?(?: honestly| actually)? (?:never|not|haven't)(?: yet| ever)* (?:been on[ -]call|served (?:a|any|one)|seen (?:a )?(?:prod\w*|real|live)|(?:had|seen|met) (?:an? |any )?(?:real )?(?:users?|customers?|incident|outage|pager))\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:no|zero|0|without) (?:real |actual |external |paying )?(?:users?|customers?|traffic|deployments?)(?: so far| yet| ever| on it| at all| outside| but me| besides me)\b`,
    unless: phrase`${laterLive.source}|\b(?:if|impact|affected|lost|complain\w*|noticed)\b`,
  },
  {
    says: phrase`\b(?:all|everything|mine|it|they|those|these|projects?|stuff|work|model|app|bot|that)(?: \S+){0,3}? (?:sits?|sat|lives?|lived|is stuck|stuck|stayed|stays|remains?|remained|gathers? dust|gathering dust|ended up|never left) (?:only |just |all )*(?:on|in)? ?(?:my |a |the )?(?:own )?(?:github|laptop|colab|drawer|notebooks?|localhost|repo|machine|lab|pc|desktop|computer)\b`,
    unless: phrase`${laterLive.source}|${ofOthers.source}|\b(?:logs?|data|keys?|because)\b`,
  },
  {
    says: phrase`\b(?:fresh out of|straight out of|just (?:finished|graduated|left)|still (?:in|at|a student|studying))\b[^.;]{0,80}\b(?:no|not|never|only|nothing|n't|haven't|none)\b[^.;]{0,40}\b(?:production|prod|live|users?|deployed|real|shipped|job|work(?:ed)?|company)\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:only|just|purely|all|mostly) (?:know\w* |it |this |done )?(?:in theory|on paper|from (?:reading|papers|books|courses|videos|tutorials|talks|blogs?|blog posts|lectures|youtube))\b`,
    unless: phrase`${laterLive.source}|\b(?:looks?|works?|good|better|numbers)\b`,
  },
  {
    says: phrase`\b(?:exercises?|assignments?|homework|lectures?|seminars?|workshops?|hackathons?|thesis|capstone|bootcamps?|kaggle|tutorials?|walkthroughs?)\b[^.;]{0,60}\b(?:never|not|nobody|no one|nothing|no|haven't|hasn't|isn't|wasn't)\b[^.;]{0,30}\b(?:production|live|users?|customers?|deployed|real people|anywhere|shipped|launched)\b`,
    unless: laterLive,
  },

  {
    says: phrase`\ball of (?:it|this|that|them|these) (?:was|were|is|are|stayed|ran|happened)\b[^.;]{0,25}\b${school}\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:none|nothing|not one|not a single one|no part|neither) (?:of )?${gap(2)}?${own}\b[^.;]{0,50}?\b${outside}\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:i've|i have|i|we've|we have|have|but)(?: \S+){0,2}? (?:not|never|haven't|havent) (?:(?:yet|really|actually|ever|personally|myself|once) )*${released}\b (?:${anything}\b)?[^.;,]{0,40}`,
    unless: phrase`${laterLive.source}|${ofOthers.source}|\b(?:it|that|because|so we|lost|we|they|yet,? we|canary)\b`,
  },
  {
    says: phrase`\b(?:haven't|have not|havent|never|not) (?:(?:yet|really|actually|ever|personally|myself) )*(?:had|put|run|ran|built|made|seen|operated|shipped|owned|supported)\b[^.,;]{0,60}?\b(?:for|by|to|in front of|with) (?:real|actual|paying|live|other|any|outside) ?(?:people|users?|customers?|persons?|strangers|traffic|load|production|clients?)?\b`,
    unless: phrase`${laterLive.source}|${ofOthers.source}|\b(?:should|would|data)\b`,
  },
  {
    says: phrase`\b(?:didn't|did not|never|wasn't|was not|weren't|isn't|hasn't|not) (?:(?:get|got|been|be|was|ever|even) )*(?:deployed|shipped|released|launched|hosted|used|run|published|opened|put) (?:anywhere|by any(?:one|body)|to any(?:one|body)|for any(?:one|body)|outside|for real|publicly|online|in anger|by (?:real|actual|other))\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:nobody|no one|no (?:company|team|customer|user|stranger|business|client|person|firm)|not a soul|not a single (?:user|person|customer|company))(?: outside| else| but me| besides me| at all| in the world)?(?: \S+){0,3}? (?:has |have |had |ever |'s )+(?:\S+ )?(?:used?|queried|run|touched|seen|opened|relied|called|tried|paid|depended)\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:things?|stuff|projects?|everything|all|what|anything|models?|systems?|apps?) (?:that )?(?:i|i've|i have|we|we've)\b[^.;,]{0,30}?\b(?:is|are|were|was|comes? from|came from|lives?|sits?|stayed?|stays|ran|runs)\b[^.;]{0,50}?\b${school}\b`,
    unless: phrase`${laterLive.source}|\b(?:use|read|recommend|like|except|besides|follow)\b`,
  },
  {
    says: phrase`\bi(?:'ve| have)? (?:only |just |mostly )?(?:done|did|tried|built|wrote|used|seen|implemented|trained|played with|coded) (?:this|it|that|such|these|something|one|things|stuff|rag|agents?|llms?)\b[^.;]{0,25}?\b(?:in|for|at|during|as) (?:an?|one|my|the|two|some)(?: \S+){0,3}? ${school}\b[^.;]{0,60}?\b(?:not|n't|never|nobody|no one|only|nothing|no)\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:i|we|i've|we've|i have) (?:\S+ ){0,2}?${never} (?:yet |really |actually |ever |personally |myself |had to |honestly |once )*${done}\b[^.,;]{0,60}?\b(?:in|to|into|for|by|with|at|on|a|any|had|of)? ?${live}\b`,
    unless: phrase`${laterLive.source}|${ofOthers.source}|\b(?:because|so we)\b`,
  },
  {
    says: phrase`\b(?:i|i've|we've) (?:have |honestly |actually )?(?:never|not|haven't|have not|havent) (?:yet |really |actually |ever |personally )*(?:shipped|deployed|launched|released|productioni[sz]ed) (?:anything|any|a (?:real |single |proper )?(?:model|system|product|feature|llm|agent|bot|thing|one)|one|something|code|an? (?:ai|ml|llm) \S+|models?|llms?|it anywhere)\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:haven't|have not|havent|never) (?:yet |really |actually |ever )*(?:been|worked|had a job) (?:anywhere|somewhere|at (?:a|any) (?:company|place)|on a team|in a (?:company|team)|with a team) (?:that|where|which|with|who|running)\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:nothing|none|not one|no (?:project|model|system|app|thing|code)s?)\b(?: (?:that )?(?:i|we|of|i've|in)\b[^.,;]{0,40}?)? (?:ever |actually |has |have |is|are|was|were|went|got|made it|reached|saw|runs?|ended up|(?:has|have) (?:ever )?(?:been|gone|seen|reached|made it|run)) ?(?:\S+ ){0,3}?(?:${live}|shipped|deployed|released|used by anyone)\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:no|zero|not any|without(?: any)?|lack(?:ing)?|don't (?:really |yet )?have(?: any)?|do not have(?: any)?|haven't got(?: any)?|not (?:much|had)) (?:real |actual |proper |hands-on |true )*(?:production|prod|industry|real[- ]world|professional|on-call|deployment|commercial|hands-on)(?: \S+)? ?(?:experience|exposure|background|work|deployments?|users?|stories|story)\b`,
    unless: phrase`${laterLive.source}|\b(?:team|hire|candidates?|company)\b`,
  },
  {
    says: phrase`\b(?:i've|i have|we've|i'd|i) (?:honestly |really |so far |mostly |basically |ever )*(?:only|just|purely|exclusively|mostly)(?: ever| really| so far)* (?:built|done|did|worked|used|tried|made|played|seen|touched|trained|run|ran|had|known?|learned|been|experimented|finished|completed|written|done it|dealt|coded|prototyped)\b[^.;]{0,60}?\b${school}\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:my|all (?:of )?my|the only|most of my|everything|all|whatever)(?: (?:that )?(?:i|i've|i have|we've|we)\b)?[^.,;]{0,40}?\b(?:experience|projects?|work|built|done|know|made|knowledge|background|seen|exposure|models?|did)\b(?: (?:so far|until now|yet|today|here|with \S+|in \S+))*,? ?(?:is|are|was|were|has been|have been|comes?|came|'s|stays?|live|lives|ran|runs?|happened)\b[^.,;]{0,45}?\b${school}\b`,
    unless: phrase`${laterLive.source}|\b(?:prefer|favou?rite|open source)\b`,
  },
  {
    says: phrase`\b(?:limited to|restricted to|not beyond|nothing (?:beyond|more than|bigger than|outside|but)|never (?:got|went|made it|gone|moved) (?:past|beyond|further than|out of|outside)) (?:\S+ ){0,4}?${school}\b`,
    unless: phrase`${laterLive.source}|${ofOthers.source}|\b(?:access|scope|because)\b`,
  },
  {
    says: phrase`\b(?:it|this|mine|project|app|thing|bot|model|everything|all|they)(?: never left| never leaves| stayed on| stayed in| only (?:ever )?(?:ran|runs|lived|lives|worked|existed) (?:on|in)) (?:\S+ ){0,2}?(?:${school}|machine|computer|staging|group|classroom)\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:was|were|is|are|it's|been) (?:really |honestly |all |only |just |purely |basically |never more than |merely |strictly )*(?:a|an|for|from|part of|my|our|in) (?:(?:small|little|weekend|university|school|college|two-day|class|bootcamp|online|personal|student) )*(?:${school}) ?(?:\S+ )?(?:though|only|and (?:nobody|no one|never|nothing)|,? (?:so )?(?:nobody|no one|not|never|nothing))\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:only|just) (?:ever )?(?:used|seen|tested|run|tried|opened) by (?:me|myself|my|us|our|friends|the (?:two|three|four|five|other)|classmates|a few friends)\b|\b(?:only|sole) (?:real )?users? (?:\S+ )?(?:was|is|were|are|has been) (?:me|myself|my|us|our)\b|\b(?:nobody|no one|no user|not a single user) (?:but|except|besides|other than|outside|apart from) (?:of )?(?:me|myself|my|us|our)\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:nobody|no one|not a soul|no customer|no real user|no actual user|not a single (?:user|customer)) (?:\S+ )?(?:ever |really |actually )+(?:used|touched|saw|tried|relied|depended|ran|paid)\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:purely|strictly|entirely|solely|all|only|completely) (?:academic|theoretical|theory|hobby|self-taught|from books|from (?:courses|tutorials|youtube|blogs))\b|\b(?:can't|cannot|can not|couldn't) (?:really )?(?:speak|talk|say|answer|tell)\b[^.,;]{0,20} from (?:\S+ )?(?:experience|practice)\b|\bonly know (?:it|this|that|them|these) from\b`,
    unless: laterLive,
  },
  {
    says: phrase`\b(?:not|never|hasn't|haven't|isn't|aren't|wasn't) (?:yet |ever |really |actually |gone |been |got |had |seen |served |have |having )*(?:a |any |one |single )*(?:real|actual|paying|live) (?:users?|customers?|traffic|production)\b`,
    unless: phrase`${laterLive.source}|${ofOthers.source}|\b(?:data|should|would|representative|like)\b`,
  },
  {
    says: phrase`\bi(?: would|'d)? (?:${gap(2)})?(?:have|'ve) (?:only |just |mostly )?(?:${gap(1)})(?:certificates?|certifications?|${school})${gap(0)}\b[^.;]{0,30}\b(?:but|and) (?:nothing|no|not|never|none)\b[^.;]{0,30}\b(?:live|prod|production|shipped|deployed|users?|customers?|real)\b`,
  },
]

const nearest = phrase`\b(?:closest|nearest|learned|learnt|taught|showed me|internship|internal|colleagues?|teammates?|classmates?|friends|volunteers?|club|open[- ]source|users?|people used|deployed|hosted|on-call|logs?|monitor\w*|broke|crash\w*|bug reports?|pilot|beta|feedback|realised|realized|would do differently)\b`
const stillNothing = phrase`\b(?:nothing (?:comes|close|like|really|at all)|no idea|can't think|none of that|never had anything)\b`

export const noProductionExperience: Rule = {
  id: 'no-production-experience',
  sentence: 'Says openly that nothing of their own was ever used for real: only courses, notebooks, demos.',
  find: (text) => stated(text, families),
  clears: (text) => (stillNothing.test(text) ? null : firstWith(text, nearest, 8)),
}
