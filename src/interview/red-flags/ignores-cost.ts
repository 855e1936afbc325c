/** Waving cost away in words. Leaving cost out is no flag: most strong answers do. */
import { clearedBy, type Family, type Rule, stated } from './rule.ts'
import { wavesAway } from './waving-away.ts'
import { gap, near, phrase, softly } from './wording.ts'

const money = String.raw`(?:(?:costs?|costing|prices?|pricing|price tags?|bills?|billing|invoices?|spend|spending|budgets?|expenses?)(?! (?:function|matrix|sensitive|sharing|of (?:a|an|the|that|this) (?:\S+ )?(?:false|wrong|error|mistake|decision|outage|miss|delay|bug)|alerts?|ceilings?|limits? (?:at|of)|per correct))|money|token (?:counts?|usage)|gpu hours|caching|cents|dollars|cost (?:estimates?|optimi[sz]ation|tracking|awareness|control))`
const modest =
  'much|huge|big|separate|another|only|alone|more|every|function|until|before|without|exact|bigger|larger|unless|false|on|for|per|error|correct|attention|model|decide|users|people'
// An estimate, a limit or a cheaper way in the same sentence: cost has been thought of.
const weighed = phrase`\b(?:latency was|too expensive|waste|wasteful|instead of|rather than|cheaper|small(?:er)? (?:model|one)|route|router|routing|cascade|baseline|ceiling|to get a|unless|only (?:for|when|if|call)|teacher|labels?|distil\w*|alone|first|yet|until|before|offline|per (?:call|answer|query|day|month|seat|correct)|\d+ ?k? (?:calls|requests|queries) a|once|cached?|\d+ ?k a month|(?:two|three|four|five|\d+) (?:cents|dollars|euros)|offer|salary|earn(?:ed|ing)?|wages?|(?:the|this|that|a|my) (?:job|role|position))\b|[$€] ?\d|\d ?[$€]`
const negated = phrase`${weighed.source}|\b(?:not|never|can't|cannot|wouldn't|don't|doesn't|isn't|won't)\b`
const danger = phrase`\b(?:danger\w*|loops|otherwise|problem|runaway|burns?|how (?:you|we)|in a night|if|must|should|never|slow|percent)\b`
const everything =
  '(?:every ?thing|every|each|all|any|anything|always|everywhere|whatever|even the|including)'
const biggest = String.raw`(?:(?:biggest|largest|strongest|priciest|dearest|smartest|best|top|frontier|flagship|(?:most )?(?:powerful|expensive|capable|costly)(?:est)?) (?:\S+ ){0,2}?(?:models?|llms?|apis?|embeddings?|gpus?|machines?|instances?)|(?:biggest|largest|priciest|dearest|most expensive) (?:one|tier|thing)|flagship|opus|gpt-?[4-9](?!\S*(?: ?mini| ?nano))\S*|o[13](?:-\S+)?|\d{4}-dim\S*|[ah]100s?)`
const things = `(?:${money}|calls?|tokens?|context|searches|steps|usage|agents?|requests|retries|model|gpus?|iterations|generations|it)`
const payers =
  '(?:company|employer|client|customer|investors?|vcs?|somebody(?: else)?|someone(?: \\S+)?|boss|bank|firm|google|microsoft|finance|accounting|management|business|the cfo|others|other people|credits|the finance \\S+)'

const priced = phrase`\b${money}\b|\b(?:expensive|charges?|spends?|millions|thousands|amount|sum|when it|later|afterwards|it is|it's)\b`
const waved = phrase`\b(?:so|who cares|no one|nobody|not|without|matter|fine|none|above|that)\b|n't\b`

const families: Family[] = [
  ...wavesAway(money, modest, weighed),
  {
    // whatever it costs
    about: priced,
    says: phrase`\b(?:whatever|no matter (?:what|how much)|regardless of (?:what|how much)|however (?:much|many|expensive)) (?:it|that|this|they|we|the \S+|you)? ?(?:may |might )?(?:costs?|charges?|spends?)\b|\b(?:at any|at whatever|regardless of(?: the)?|no matter(?: the)?|irrespective of(?: the)?|whatever the) (?:price|costs?|bill|spend|expense)\b|\bno matter (?:that )?(?:it|it's|this|that)(?:'s| is)? (?:\S+ )?(?:millions|expensive|thousands)|\bany (?:amount|sum) (?:of money)?\b(?=\W*$|[,.])|\bno (?:price|bill|amount|sum) (?:that )?(?:i|we) (?:would|will)(?:n't| not) pay\b|\b(?:costs?|bill|price|spend|invoice|it|that)s? (?:is|are|will be|costs?) (?:what|whatever) (?:it|they) (?:is|are|costs?)\b|\b(?:bill|cost|price|spend|invoice)s? (?:can|may|could|will) (?:\S+ ){0,2}?(?:be|grow|go|climb) (?:\S+ ){0,2}?(?:as|whatever|wherever|anything)`,
    unless: phrase`\b(?:is not a|isn't a|would(?:n't| not) (?:do|go|buy))\b`,
  },
  {
    says: phrase`\b(?:don't|do not|dont|wouldn't|couldn't|won't|never) ${softly}care (?:\S+ )?(?:if|whether|how much|what|how many|how expensive) ${gap(6)}(?:costs?|cents|dollars|euros|expensive|money|tokens?|bill|pay|price|calls|spend)\b`,
  },
  {
    // expensive, so what
    about: waved,
    says: near(
      phrase`\b(?:expensive|costly|pricey|thousands?|millions?|a million|${money}|burns?|how many calls)\b`,
      phrase`\b(?:so be it|so what|who cares|fine by me|nobody cares|no one cares|not my (?:\S+ )?(?:problem|concern|job|money|department|headache)|without (?:thinking twice|a second thought|hesitation|blinking)|(?:does not|doesn't|don't|won't) (?:really )?(?:matter|bother|scare|worry|interest)(?: me| us| anyone)?|don't (?:mind|blink|flinch)|none of my (?:business|concern)|above my pay ?grade|not (?:something|anything) (?:that )?(?:i|we)|not a reason|(?:can|will) (?:worry|deal) (?:about|with) that)\b`,
    ),
    unless: phrase`${weighed.source}|\b(?:function|latency was|accuracy isn't|yet)\b`,
  },
  {
    says: phrase`\b(?:bean[- ]?count(?:ers?|ing)|penny[- ]?pinch\w*|pinch(?:ing)? pennies|count(?:ing)? (?:pennies|cents|beans)|saves? (?:only )?(?:pennies|peanuts)|blank che(?:ck|que)|deep pockets|spare no expense|no expense (?:is )?spared|money to burn|money tree|sky(?:'s| is) the limit|open-ended budget|not an accountant|company (?:credit )?card)\b|\byou get what you pay for\b|\bif (?:finance|accounting|the cfo|management) complains?\b`,
    unless: phrase`\b(?:never|can't|should|if we)\b`,
  },
  {
    // the biggest for everything
    about: phrase`\b${biggest}`,
    says: phrase`\b${biggest}\b[^.;→]{0,45}\b${everything}\b|\b${everything}\b[^.;→]{0,45}\b${biggest}(?![\w-])`,
    unless: phrase`${negated.source}|\b(?:would be|tested|measured|compared?|task by|per task|at least|at most|any of)\b`,
  },
  {
    says: phrase`\b(?:always|just|i'd|i would|simply) ${softly}(?:take|pick|use|buy|go (?:for|with)|choose) the (?:most expensive|priciest|dearest|biggest|largest)\b`,
    unless: negated,
  },
  {
    // without limits
    about: phrase`\b(?:limits?|ceilings?|caps?|quotas?|bounds?|restrictions?|budgets?|unlimited|infinite|endless|limitless)\b`,
    says: phrase`\b(?:no|zero|without(?: any| an?)?|not any|n't (?:put|set|need|want|use|have|add) an?y?) (?:\S+ )?(?:limits?|ceilings?|caps?|quotas?|upper bounds?|restrictions?|budgets?)\b(?:[^.,;]{0,20}?\b(?:on|for|to|of) (?:\S+ ){0,3}?${things}\b|(?: needed| at all| whatsoever)\W*$)|,? no (?:cap|limit)s?\W*$|\b(?:unlimited|infinite|endless|limitless) (?:\S+ )?${things}\b`,
    unless: danger,
  },
  {
    about: phrase`\b(?:as (?:many|much|often|long)|let|until|till|the more|context|around|all (?:day|night)|24)\b`,
    says: phrase`\b(?:calls?|tokens|gpus?|[ah]100s?|models?|agents?|searches|retr(?:y|ies)|generat\w+|hammer|run|machines|context|spend)\b[^.;]{0,30} as (?:many|much|often|long) (?:\S+ ){0,3}?as (?:it|they|the \S+|he|she|you|we|anyone|people|users?|there) (?:\S+ )?(?:wants?|likes?|feels?(?: like)?|pleases?|wish(?:es)?|desires?|are|exist|takes?|can get)\b|\b(?:until|till) (?:it|the answer|everything|that) (?:is|works|looks|gets|fits)(?: \S+)?,? (?:no (?:cap|limit)|(?:it )?doesn't matter|however|whatever)|\blet (?:it|them|everyone|each \S+|the (?:agents?|model|system)) (?:run|loop|search|call|think|spend|browse|generate|hammer|make) (?:\S+ ){0,4}?(?:forever|all (?:day|night|week)|freely|calls if|without (?:any )?(?:limits?|caps?|stopping))\b|\bas (?:many|much|often) (?:calls|tokens|gpus?|[ah]100s?|models?|agents?|searches|retries|generations|machines|context) as (?:it|they|there|the \S+|you|we) (?:\S+ )?(?:wants?|likes?|feels?|pleases?|wish|are|exist)\b|\bthe more (?:calls|tokens|gpus|agents|compute|context|passes|votes),? the better\b|\b(?:fill|use) (?:up )?(?:\S+ ){0,2}?(?:whole|complete|full|entire) context\b[^.;]{0,40}\b(?:always|every|more is better)\b|\b(?:all (?:day|night)|around the clock|24\/7) (?:w\/o|without|even if)\b`,
    unless: phrase`\b(?:not|n't|never|up to|max|cap of|at most)\b(?! matter)`,
  },
  {
    says: phrase`\b(?:throw|throwing|pour|pouring|burn|burning) (?:\S+ ){0,3}?(?:money|gpus?|hardware|compute|[\dx]*[ah]100s?|budget|machines|credits|tokens) (?:at|into|on|for|without|as)\b`,
    unless: negated,
  },
  {
    // somebody else pays
    about: phrase`\b(?:rich|loaded|takes|pays?|paid|foots?|covers?|affords?|pick|money|budgets?|worry|deal|sort|care|handle|figure|sign)\b`,
    says: phrase`\b${payers}(?: will| can| would| should|'ll)? (?:just |simply |anyway |happily |easily ){0,4}(?:pays?|foots?|covers?|affords?|picks? up)(?: (?:for )?(?:it|that|all|anyway|everything|regardless|the (?:bill|invoice|costs?|tab)))?\b(?= in the end|\W*$|[,.;:!]| (?:so|anyway|and|for it))|\b${payers} (?:can|will|should|may|has to|have to|could) (?:\S+ )?(?:worry|deal|sort|care|handle|figure|sign)\b|\b(?:is|are|it's|that's|was|isn't|not) (?:not )?my money\b|\b(?:there's|there is|we have|we've got|got) (?:\S+ )?(?:enough|plenty of|lots of|vc|investor) money\b|\b(?:company|bank|client|employer|we)(?: is|'s| are|'re) (?:rich|loaded)\b|\bif it (?:takes|costs|needs) [^.,;]{1,30},? (?:then |so )?(?:it (?:takes|costs|needs)|be it)\b|\bwe can afford (?:it|that|anything|everything)\b|\bbig (?:bank|company|corporation)\b[^.;]{0,20}\b(?:money|price|cost|budget|afford)\b|\bbudgets? (?:is|are|'s) ${softly}(?:infinite|unlimited|endless|open|no limit)`,
    unless: phrase`${weighed.source}|\b(?:willing|contract|if|would not|pricing|small|for the \d|labell?ers?)\b`,
  },
  {
    says: phrase`\b(?:tokens|compute|gpus?|gpu time|api calls|inference|llm calls|hardware|storage|machines|calls|models) (?:(?:is|are|'s) ${softly}(?:free|nothing|cheap|almost free|peanuts|whatever)|${softly}costs? (?:me |us |you )?(?:nothing|peanuts|not anything)|don't cost)\b`,
    unless: phrase`\b(?:not free|isn't|aren't|if|when|tier|free-?tier|cheap(?:er)? (?:at|than)|compared)\b`,
  },
  {
    // later, if ever
    about: priced,
    says: phrase`\b(?:deal with|worry about|see about|look at|think about|talk about|care about|handle) (?:the |that |it|our )?(?:${money} )?(?:later|when it (?:comes|arrives|hits)|afterwards|some other time|another day)\b|\b${money} (?:comes?|is|are) (?:last|later|afterwards|an afterthought|at the end|a distant|a detail|a rounding error|whatever|what it is)\b|\b${money} (?:is|are) (?:a |an )?(?:problem|topic|question|something|matter|thing) for (?:later|another|the future)\b|\b(?:ignore|forget|disregard) (?:about )?(?:the |any |all |our )?${money}\b`,
    unless: phrase`${weighed.source}|\b(?:can't|cannot|don't|not|never|mistake|regret)\b(?! care)`,
  },
  {
    says: phrase`\b(?:never|not once|haven't|have not|no idea|couldn't tell you|can't tell you) ${gap(5)}${money}(?: page)?\b[^.;]{0,40}\b(?:and|don't plan|nor|never)\b[^.;]{0,20}\b(?:don't|never|irrelevant|not|no (?:plan|wish|interest))|\bwhat (?:\S+ ){1,3}costs?\b[^.;]{0,40}\b(?:never|don't|not|isn't)\b[^.;]{0,15}\b(?:interest\w*|care[ds]?|matter\w*|engineering)|\bnever (?:once )?(?:looked|checked|asked|opened) (?:at |up )?(?:what (?:\S+ )?costs|prices?|the bill\w*)\b|\bwhat that (?:adds|comes|amounts) (?:up )?to\b[^.;]{0,30}\b(?:not|n't)\b`,
    unless: phrase`${weighed.source}|\bnda\b`,
  },
  {
    says: phrase`\b(?:nobody|no one|without (?:someone|anyone|anybody)|w\/o \S+|(?:should|must)(?:n't| not)|have no business) (?:\S+ ){0,5}?(?:count\w*|watch\w*|track\w*|look\w* at|ask\w*(?: about)?|think\w* about|worry\w* about|say|mention|check\w*|car\w+ about|mind\w*) ${gap(4)}(?:${money}|tokens)\b|\b(?:don't|not|never|wouldn't|why|nobody) (?:think about|limit|save|saves|count|counts|care about|worry about|look at) (?:the )?tokens\b`,
    unless: phrase`${weighed.source}|\b(?:per (?:user|team)|asked what|looked|so i|so we|then)\b`,
  },
]

const counts = phrase`\b(?:cheap(?:er|est)?|small(?:er)? models?|budgets?|cach\w+|rout(?:e|es|er|ing)|tokens? (?:limit|budget|cap|per|count)\w*|per (?:call|query|answer|request|user|day|month|report|1k|million|thousand)|cap|caps|ceiling|quota|batch\w*|distil\w*|quanti\w*|price|priced|costs? (?:about|around|roughly|\S*\d\S*)|spend|dollars?|euros?|cents?|alert\w*)\b|[$€£] ?\d|\d ?(?:[$€£]|k tokens|usd|eur)`
const insists = phrase`\b(?:still|again|as i said|really)\b ${gap(5)}(?:not|no|don't|doesn't|wouldn't)|\b(?:price|cost|budget|money)s? (?:\S+ )?(?:doesn't|don't|does not|do not) (?:\S+ )?(?:matter|count)|\bno (?:budget|limit|cap|ceiling)\b`

export const ignoresCost: Rule = {
  id: 'ignores-cost',
  sentence:
    'Waves cost away: the price does not matter, is someone else’s affair, the biggest model for everything.',
  find: (text) => stated(text, families),
  clears: (text) => clearedBy(text, counts, insists),
}
