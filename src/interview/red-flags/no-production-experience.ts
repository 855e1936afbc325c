/** Open admissions only. Whoever merely leaves production out has admitted nothing, and is asked. */
import { clearedBy, type Family, type Rule, stated } from './rule.ts'
import { gap, phrase, softly } from './wording.ts'

const live =
  '(?:(?:production|prod|live)(?! (?:records|data|samples?|logs|labels|examples|tickets|sets?))|real (?:users?|customers?|traffic|people|life|products?|use|applications?)|actual (?:users?|customers?|traffic|products?|people)|other people|paying (?:users?|customers?)|the public|the real world|the wild|industry|for real|deployed|customers?|users|someone else|somebody else|strangers|the light of day|in front of (?:anyone|anybody|people|somebody))'
const school = String.raw`(?:notebooks?|courses?|coursework|tutorials?|bootcamps?|kaggle|colabs?|demos?|toys?|toy (?:project|example|data)\S*|hackathons?|side[ -]?projects?|hobby(?: projects?)?|school|university|uni|thesis|college|class|classroom|capstone|homework|assignments?|exercises?|proofs? of concepts?|pocs?|prototypes?|certificates?|youtube|my laptop|localhost|playground|sandbox|streamlit|personal projects?|private (?:projects?|experiments?)|my own machine|self[- ]study|jupyter|the lab|lectures?|at home)`
const released = String.raw`(?:shipped|deployed|launched|released|hosted|productioni[sz]ed|published|rolled out|operated|gone live|taken (?:\S+ )?live|took (?:\S+ )?live|served|delivered|maintained)`
const done =
  '(?:put|run|ran|built|had|seen|used|worked|brought|trained|been|owned|supported|made|pushed|gotten|got|done|touched|scaled|carried|kept|written|connected)'
const anything = String.raw`(?:anything|something|any(?: \S+)?|one(?: of my \S+)?|(?:an?|such an?|any|a single|the|my|our) (?:\S+ ){0,3}?(?:model|system|service|product|app|application|feature|agent|bot|chatbot|pipeline|project|thing|solution|llm|rag)s?|models?|systems?|it|this|that|mine|things?|stuff|code|ai|ml|llms?|rag|agents?|thing)`
const first = "(?:i|i've|we've|i have|we have|i'd)"
const never = "(?:never|not|haven't|have not|havent|have never|have yet to|yet to)"
const mine = String.raw`(?:(?:my|our) (?:own )?(?:\S+ ){0,3}?(?:projects?|models?|work|apps?|stuff|systems?|things?|code|agents?|bots?|builds?|experience|portfolio|resume|cv|knowledge)|mine|(?:the )?(?:stuff|things?|projects?|systems?|models?) (?:on my (?:resume|cv|github)|(?:that )?(?:i|i've|we|we've) (?:have )?(?:ever )?(?:\w+))|(?:that )?(?:i|i've|i have|we|we've) (?:have )?(?:ever )?(?:made|built|wrote|written|did|done|trained|coded|created|finished|tried|know|learned|learnt|seen))`
const nobody = String.raw`(?:nobody|no one|no (?:company|team|customer|user|stranger|business|client|person|firm|real user|actual user)|none|not a soul|not one (?:\S+)|not a single (?:user|person|customer|company))`

// The admission is about something else where the sentence or the next one goes on to real use.
const realUse = String.raw`(?:(?:shipped|deployed|launched|rolled (?:it )?out|went live|is live|been live|are live|in prod(?:uction)?|on[- ]call|got paged|paged|serves?|served|(?:\d\S*|thousands?|hundreds?|many|our|the|support) (?:\S+ )?(?:users|people|customers|chats|plants|schools|agents|requests)|at work|(?:i|we) (?:run|own|operate|maintain|owned|ran|operated|maintained)|six now run|had (?:\w+ )?(?:hundred|thousand)|carried the (?:pager|phone)|(?:been|was) paged|now runs?|runs? (?:at|in|for|on a))\b)`
const laterLive = String.raw`\b(?:but|whereas|while|then|before|until|since|later|eventually|now|after that|today|except|rest|what i have|what i did|first thing|next one|the next|instead|only (?:the|on|in)|by (?:march|then|now)|by \S+ it|became|in (?:19|20)\d\d|and (?:the|one|two|three)|where i|at \S+ then|though)\b[^.;]{0,80}${realUse}|\b(?:that|this) one (?:serves?|runs?|is)\b`
const takenBack = {
  after: new RegExp(laterLive, 'i'),
  next: new RegExp(
    String.raw`^[^.;]{0,90}(?:${laterLive})|^(?:that one|the first thing|what i have)\b|^[^.;]{0,40}\b(?:went live|been live|is live|in production|in prod)\b(?<!\b(?:never|not|nothing|none|no)\b.{0,40})`,
    'i',
  ),
}
const elsewhere = phrase`${laterLive}|\b(?:that (?:version|one|branch|variant)|this (?:version|variant|one)|the (?:second|other|first|old|new) (?:one|version|model|variant)|friday|fridays|directly|straight to|blindly|untested|kill switch|without|only deployed on|about half|still (?:uses?|used|runs?|running)|every day|not all of my|except the)\b|\b\d+ ?k? (?:weekly |daily |real )?(?:users|customers|people|schools)\b`

// "PPO I've never had in production" names one thing, not all of one's work.
const oneThing = String.raw`^\W*(?:and |but |though )?(?!(?:honestly|so|well|no|yes|sadly|yet|sorry|frankly|nothing|anything|models?|systems?|ml|ai|llms?|something|a|an|any))\S+(?: \S+){0,2} (?:i've|i have|we've|we have) (?:never|not)`

const families: Family[] = [
  {
    // I have never shipped anything
    says: phrase`\b${first} ${softly}${never} ${softly}(?:yet |myself |personally |had to ){0,4}${released}(?: ${anything}\b| (?:a|an) \S+ \S+ to)?(?=\W*$|[,.!:]| (?:in|to|for|live|yet|before|myself|so far|anywhere|to anyone|that (?:people|users|anyone))\b)`,
    unless: elsewhere,
  },
  {
    says: phrase`\b(?:i|we) (?:did not|didn't|didnt|never) ${softly}(?:ship|deploy|launch|release|operate|took|take|put)(?:ed)? (?:anything|something|any \S+|one)(?=\W*$|[,.!]| (?:in|to|live|into|out))`,
    unless: elsewhere,
  },
  {
    says: phrase`\b(?:${first}|^\W*)? ?${softly}${never} ${softly}(?:yet |myself |personally |had to |the luck to |see ){0,4}(?:${done}|${released})(?: (?:on|in|with|at|up|for|by|to|out|of))? ?(?:${anything}|anywhere|somewhere|exposed|involved)?(?: (?:in|to|into|for|by|with|at|on|a|any|of|that|which|go|went|was|out|had|from|the|front|inside|environment|used|run|running|goes|people|real|actual|somebody|someone|is|are)){0,6} ${live}\b`,
    unless: phrase`${elsewhere.source}|\b(?:would|should|could|customer data|numbers|temperature|we (?:never|not) (?:put|used) (?:customer|real))\b|${oneThing}`,
  },
  {
    says: phrase`\b(?:haven't|have not|never|not) (?:yet )?(?:had|got|gotten|have|get) (?:the|a|any) (?:chance|opportunity|occasion|luck|job)\b[^.;]{0,60}\b(?:ship|deploy|launch|release|production|live|real|users|operate|in this)|\b(?:i|i've) ${softly}(?:haven't|have not|never|didn't) ${softly}(?:done|did|built|run|used|do|tried) (?:it|this|that|any of (?:it|that)) (?:for real|in (?:practice|anger|a company|production)|professionally|at work|commercially)\b|\b(?:been|worked|was) (?:anywhere|somewhere) that had\b|\b(?:first|1st) time (?:running|deploying|shipping|putting|doing)\b[^.;]{0,40}${live}`,
    unless: elsewhere,
  },
  {
    says: phrase`\b(?:haven't|have not|havent|never|not) (?:\S+ ){0,3}?(?:been on[ -]call|an? (?:incident|outage|pager))\W*$|\b(?:decision|system) (?:\S+ ){0,8}haven't had to\b|\b(?:don't|do not) (?:really )?have (?:an? |any )?(?:shipped|deployed|live|real|production) (?:\S+ )?(?:project|system|product|model|thing|example|story|app)\b|\b(?:no|zero) war stories\b|\bcan't say (?:that )?(?:i|i've|i have) (?:have )?(?:run|shipped|deployed|put|operated)\b|\b(?:wasn't|was not|haven't been|never been|never) involved in (?:anything|something)\b[^.;]{0,20}\blive\b|\bneed to make (?:something|one|it) up\b`,
    unless: elsewhere,
  },
  {
    // nothing of mine is live
    says: phrase`\b(?:nothing|none|not one|not a single one|no part|neither|no (?:project|model|system|app|thing|code)s?)\b(?: (?:of|in))? ?${gap(2)}(?:${mine}|${school})? ?[^.;,]{0,40}?\b(?:ever |has |have |is|are|was|were|went|got|made it|reached|saw|seen|runs?|ran|ended up|been|had|on a|in) ?${gap(3)}(?:${live}|${released}|live|shipped|a server|anywhere|production|outside|used|in use|running anywhere|lab|server)\b|\b(?:isn't|not|never|aren't|wasn't) (?:running|used|deployed|hosted|live|online) anywhere\b|\bnothing (?:\S+ )?in (?:production|prod)\b`,
    unless: phrase`${elsewhere.source}|\b(?:goes live|shootout|baselines?|customers had|merged|changes?|substitute|no model goes|you have)\b`,
  },
  {
    says: phrase`\bthere(?:'s| is| are) no (?:\S+ )?(?:product|system|app|application|service|users?|deployment)s?\b[^.;]{0,40}\b(?:my|mine|i|i've|with real)\b|\b(?:outside of|apart from|beyond|besides|other than) (?:\S+ )?${school}\b[^.;]{0,30}\b(?:nothing|no|never|none)\b|\b(?:nothing|not) (?:yet )?(?:on a server|live|deployed|in production)(?: yet)?(?=\W*$|[,.!])|\bnone of (?:them|it|those|these|that) (?:is |are |was |were |ever |went |has been |have been |got ){0,4}(?:live|deployed|shipped|used|released|left|public|in use|made it|in production)\b`,
    unless: phrase`${elsewhere.source}|\b(?:if|should|nothing live changes)\b`,
  },
  {
    // nobody uses it
    about: phrase`\b(?:i|i've|my|mine|me|myself|we|our|us|${school}|sole|only|one|single)\b`,
    says: phrase`\b${nobody}(?: of \S+)?(?: outside| else| but me| besides me| at all| in the world)?(?: [^\s,;]+){0,3}? (?:has |have |had |ever |'s )+(?:ever |really |actually )?(?:used?|queried|run|ran|touched|saw|seen|opened|relied|called|tried|paid|depended) (?:it|them|that|any of|mine|something|anything|what|one|this|on it|on them)?\b|\b(?:by|used by) (?:me|myself) (?:only|alone|and)\b|\b(?:only|just) (?:ever )?(?:used|seen|tested|run|tried|opened) by (?:me|myself|my|us|our friends|friends|the (?:two|three|four|five|other)|classmates|a few friends)\b|\b(?:only|sole|one|exactly one|single)(?: real)? users?:? ?(?:\S+ )?(?:was|is|were|are|has been)?:? ?(?:me|myself|my mom|my mum)\b|\b${school}\b[^.;]{0,40}\b(?:that )?(?:nobody|no one)(?: ever| outside \S+ \S+)?(?: ever)? (?:used|saw|opened|touched)\b|\bsomething i \S+ was used\b`,
    unless: phrase`${elsewhere.source}|\b(?:not (?:only|just)|so we|noticed|before i|first version|if|would|(?:customers|users) ha[dv]e?|you have)\b`,
  },
  {
    says: phrase`(?:\b(?:no|zero|0|without(?: any)?|lack(?:ing)?(?: the)?|none|don't (?:really |yet )?have(?: any)?|do not have(?: any)?|haven't (?:had|got)(?: any)?|not had(?: any)?|never had(?: any)?)|^\W*) ${softly}(?:real |actual |proper |hands-on |true |external |paying |professional ){0,4}(?:(?:production|prod|industry|industrial|real[- ]world|professional|on-call|deployment|commercial|practical|work|job|live)(?: \S+)? (?:experience|exposure|background|deployments?|side|part)|(?:users?|customers?|traffic|visitors|deployments?|on-call))\b(?=\W*$|[.!]|, (?:no|just|only|zero|nothing|so|it|i|and|to be)| (?:so far|yet|ever|at all|on (?:it|them)|outside|to speak of|either|whatsoever|but me|besides me|completely|to show|with (?:this|that|it|llms?|ai|ml)))|\b(?:no|zero|don't have|do not have|haven't got|lack|without) ${softly}(?:any |the |real |hands-on |practical ){0,4}experience (?:with|in|of|on) ${gap(2)}(?:${live}|deploy\w*|real \S+|running)\b`,
    unless: phrase`${elsewhere.source}|\b(?:if|impact|affected|lost|complain\w*|noticed|team|hire|hiring|candidates?|company|little|mostly web|rust|we had no|would|need|assume)\b|^\W*(?:on-call|users?|customers?|traffic|production|live)\b`,
  },
  {
    says: phrase`\b(?:users|customers|deployments?|production|traffic|live)\b(?: \S+)?[:,]? (?:none|zero|no|nothing|never)(?: (?:yet|so far|at all))?(?=\W*$|, )|\b(?:production|prod|the (?:live|practical|production|deployment) (?:part|side)|the practice|hands-on|deploying them|shipping|deployment)\b[^.;]{0,40}\b(?:missing|zero|i never did|never (?:was )?(?:a )?part|wasn't (?:a )?part|i lack|i don't have|not my)\b|\byet to (?:ship|deploy|put|see|run|work|launch|bring|take)\b[^.;]{0,40}\b(?:live|anything|something|one|production|prod|real|users|system)\b`,
    unless: phrase`${elsewhere.source}|\b(?:temperature|lost|we had)\b`,
  },
  {
    // all of it is coursework
    says: phrase`\b(?:everything|all|whatever|what|things?|stuff|the (?:only|furthest|most|closest|rest)|(?:all (?:of )?)?(?:my|mine|those|these)|most of (?:it|my)|my own|(?:it|they|them)(?= (?:\S+ ){0,3}?(?:only|just|all|both|never)))\b(?: of)? ?[^.;,:]{0,45}?\b(?:is|are|was|were|has been|have been|comes?|came|'s|been|'re|stays?|stayed|lives?|lived|ran|runs?|happened|remains?|sits?|ended up|died|simulated|got was|have)\b ${softly}(?:from (?:blog posts|papers|books|videos|reading)\b|(?:from |in |on |a |an |as |for |the |my |some |part of |limited to |at |of |to |just |me and |one |weekend |small |little |full |github |half |finished |toy |class |course |school |university |student |online |private |purely |all |only |exactly |two |ms |marco |walkthrough |chat\\S+ |\\S+day ){0,4}(?:${school}))\b`,
    unless: phrase`${elsewhere.source}|\b(?:use|read|recommend|like|besides|follow|prefer|favou?rite|open source|at first|is only a|fine|until|enough|good|wrong|doesn't|don't|taught|candidate|students?'|the product)\b`,
  },
  {
    says: phrase`(?:\b(?:${first}|i'm|i am|we|i|honestly|nope|no|yes|sadly|just|so far|mostly|but)\b,? |^\W*|, )${softly}(?:have |been |am |so far |ever ){0,4}(?:only|just|purely|exclusively|mostly|nothing but|limited to) ${softly}(?:ever |built |done |did |worked |used |tried |made |played |know |seen |touched |trained |run |ran |had |known |learned |follow |do |doing |experimented |finished |completed |written |coded |prototyped |rebuild |scored |it |this |that |with |from |in |on |at |for |an? |the |my |around |and |some |my own |weekend |small |little |those |these |\S+ ){0,6}?${school}\b`,
    unless: phrase`${elsewhere.source}|\b(?:use[sd]? (?:the|a) (?:\S+ )?(?:notebook|prototype|demo|sandbox) for|for analysis|at first|at the time|back then|then|candidate|would|first|as a student|took|before)\b`,
  },
  {
    says: phrase`\b(?:limited to|restricted to|not beyond|nothing (?:beyond|more than|bigger than|outside|but|except)|never (?:got|went|made it|gone|moved|left) ?(?:past|beyond|further than|out of|outside)?|only (?:got|made it) (?:as far as|to)|at the stage of|(?:died|ended|stopped) (?:as|at|with|after)|stayed? (?:in|on)|got switched off|shut (?:it|them) down after|the end of it) ?(?:\S+ ){0,4}?(?:${school}|laptop|lab|machine|grading|evening|demo day|\W*$)`,
    unless: phrase`${elsewhere.source}|\b(?:access|scope|because|the first thing|first job|until|data|logs?|keys?)\b`,
  },
  {
    says: phrase`\b(?:it|this|that|they|mine|those|which|one|ones|the \S+ i (?:made|built|did|wrote)|my \S+|our \S+|the (?:project|bot|app|model|thing)|(?:the )?only (?:\S+ )?i've \S+) (?:was|were|is|are|stayed|lived|ran|runs) (?:\S+ )?(?:only |just |all ){0,4}(?:an? |for |from |part of |my |our |in |on |the |one )+(?:\S+ ){0,2}?${school}\b[^.;]{0,40}?\b(?:nobody|no one|no users?|never|not|nothing|nowhere|shut|graded|archived|only|and that was|no \S+ (?:used|saw)|with no)\b|\b(?:ran|runs|lived|lives) (?:only )?on my (?:own )?(?:laptop|machine|pc|computer) (?:and nowhere|only)\b`,
    unless: phrase`${elsewhere.source}|\b(?:so we|until|two weeks later|then)\b`,
  },
  {
    // only from books
    says: phrase`\b(?:everything|all|whatever|most of what) (?:that )?i know\b[^.;]{0,30}\bfrom (?:\S+ ){0,3}${school}|\b(?:worked|done|built|trained|coded|run) only (?:in|on|with|at|for) (?:\S+ ){0,2}${school}|\bonly know (?:it|this|that|them|these|those) from\b(?! (?:the|a|our|my) (?:\S+ )?(?:guidelines?|standard|spec|docs?|documentation|law|press))|\b(?:know|learned|learnt|read|heard)\b[^.;]{0,40}\b(?:only|just|purely|comes?|all) (?:\S+ )?(?:in theory|on paper|about|from (?:reading|papers|books|courses|videos|tutorials|talks|blogs?|blog posts|lectures|youtube))\b|\bsomething i(?:'ve| have) only (?:read|heard|seen)\b|\bonly (?:in theory|on paper|speak hypothetically|answer hypothetically|talk hypothetically|speak in theory)\b|\b(?:can't|cannot|couldn't) (?:really )?(?:speak|talk|say|answer|tell)\b[^.,;]{0,20} from (?:\S+ )?(?:experience|practice)\b|\b(?:purely|strictly|entirely|solely|all|only|completely) (?:academic|theoretical|theory|hobby|self-taught|sandbox|simulated)\b`,
    unless: phrase`${elsewhere.source}|\b(?:looks?|works?|better|numbers|framework|guidelines)\b`,
  },
  {
    says: phrase`\b(?:fresh (?:out of|from)|straight (?:out of|from)|just (?:finished|graduated|left)|still (?:in|at|a student|studying)|i'm a student|self-taught|from academia|a researcher|bootcamp|my master's|my master|certificates?|kaggle|tutorials?|seminar|exercises)\b[^.;]{0,70}\b(?:no|not|never|only|nothing|haven't|hasn't|none|didn't|did not|lived for|that's all|only do)\b(?: [^.;]{0,40}?\b(?:production|prod|live|users?|customers?|deployed?|deploy|launched|real|shipped|job|worked|company|runs? anywhere|exercises|paper|ml experience)\b)`,
    unless: phrase`${elsewhere.source}|\b(?:at siemens|wrong|mentored|taught)\b`,
  },
]

const nearest = phrase`\b(?:closest|nearest|learned|learnt|taught|showed me|internship|internal|colleagues?|teammates?|classmates?|friends|volunteers?|club|open[- ]source|users?|people used|deployed|hosted|on-call|logs?|monitor\w*|broke|crash\w*|bug reports?|pilot|beta|feedback|realised|realized|would do differently)\b`
const stillNothing = phrase`\b(?:nothing (?:comes|close|like|really|at all)|no idea|can't think|none of that|never had anything)\b`

export const noProductionExperience: Rule = {
  id: 'no-production-experience',
  sentence: 'Says openly that nothing of their own was ever used for real: only courses, notebooks, demos.',
  find: (text) => stated(text, families, takenBack),
  clears: (text) => clearedBy(text, nearest, stillNothing, 8),
}
