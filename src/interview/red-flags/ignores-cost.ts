/** Waving cost away in words. Leaving cost out is no flag: most strong answers do. */
import { dismissal, type Family, firstWith, gap, near, not, phrase, type Rule, stated } from './rule.ts'

const money =
  '(?:costs?|costing|price|prices|pricing|price tags?|money|budgets?|bills?|invoices?|spend|spending|expenses?|tokens?|token (?:counts?|usage|bills?|spend|prices?)|(?:gpu|cloud|api|inference|compute) (?:bills?|costs?|hours|spend|budgets?))'
const really =
  '(?:really |honestly |simply |just |actually |even |ever |going to |gonna |have to |need to |want to |bother (?:to |with )?|waste (?:any )?time |spend (?:any )?time |too much |personally |be )*'
const care =
  '(?:care|think|thinking|worry|worrying|worried|look|looking|bother|bothering|track|tracking|count|counting|optimi[sz]e|optimi[sz]ing|consider|considering|limit|cap|ask|asking|talk|talking|watch|watching|stress|monitor|lose sleep|mind|factor|estimate|calculate|touch)'
const notMine = String.raw`(?:no (?:object|issue|problem|concern|factor|question|limit|consideration)|(?:an? |the |my |our )?(?:not|n't) (?:really |even )?(?:an? |the |my |our )?(?:object|issue|problem|concern|factor|question|limit|constraint|consideration|job|department|worry|business|mine|topic|priority|engineering \S+)|irrelevant|secondary|peanuts|beside the point|never (?:an? |my )?(?:issue|problem|concern|question|topic)|(?:up to |for |on |with )?(?:some(?:one|body) else|other people|others|finance|accounting|management|procurement|the cfo|cfo|the company|the business|the client|the pm|purchasing|the boss|my boss|investors?)(?:'s|s|s'| team's| department's)?(?: (?:else's )?(?:problem|job|headache|concern|department|topic|worry|business|thing|to (?:worry|think|care|sort|pay|solve|deal)))?)`
const everything =
  '(?:every ?thing|every|each|all|any|anything|always|every single|each and every|everywhere|whatever)'
const model = '(?:models?|llms?|apis?|embeddings?|gpus?|machines?|instances?|gpt|claude)'
const biggest = String.raw`(?:(?:biggest|largest|strongest|priciest|smartest|best|top|frontier|flagship|most (?:powerful|expensive|capable|costly)) (?:\S+ ){0,2}?${model}|opus|gpt-?\d\S*|o[13]\S*|\d{4}-dim\S*|\d+-dim\S* model)`
const weighed = phrase`\b(?:too expensive|waste|wasteful|instead of|rather than|cheaper|small(?:er)? model|route|router|routing|cascade|baseline|ceiling to|to get a|unless|only (?:for|when|if)|teacher|labels?|distil\w*|alone|first|yet|until|before|only|offline|per (?:call|answer|query|day|month)|\$ ?\d|€ ?\d|\d ?(?:\$|€|dollars|cents))\b`

const picky = phrase`${weighed.source}|\bnot\b|n't\b`
const subject = phrase`\b(?:${money}|billing|caching|cents|dollars|euros|a month|cheaper|cost estimates?)\b`

const families: Family[] = [
  {
    says: phrase`\b(?:throw|throwing|pour|pouring|burn|burning) (?:\S+ ){0,3}?(?:money|gpus?|hardware|compute|h100s?|a100s?|budget|machines|credits|tokens) (?:at|into|on|for|without|as)\b`,
    unless: picky,
  },
  {
    says: phrase`\b(?:bean[- ]?count(?:ers?|ing)|penny[- ]?pinch\w*|pinch(?:ing)? pennies|count(?:ing)? (?:pennies|cents|beans)|blank che(?:ck|que)|deep pockets|spare no expense|no expense (?:is )?spared|money to burn|money tree|sky(?:'s| is) the limit|open-ended budget)\b`,
    unless: picky,
  },
  {
    says: phrase`\b${money} (?:comes?|is|are) (?:last|later|afterwards|an afterthought|at the end|a distant)\b|\b(?:only|all)(?: thing)? that (?:counts|matters) is (?:the )?(?:quality|accuracy|result|answer)\b[^.;]{0,40}\b(?:not|never|whatever) (?:the |what )?(?:\S+ )?(?:${money}|it costs)`,
    unless: weighed,
  },
  {
    says: near(
      phrase`\b(?:expensive|costly|pricey|dear|thousands|millions|${money}|burns?|bill)\b`,
      phrase`\b(?:so be it|so what|who cares|fine by me|no matter|nobody cares|no one cares|not my (?:\S+ )?(?:problem|concern|job|money|department|headache)|without (?:thinking twice|a second thought|hesitation|blinking)|doesn't (?:bother|scare|worry|interest) me|don't (?:mind|blink|flinch)|none of my (?:business|concern)|above my pay ?grade)\b`,
    ),
    unless: weighed,
  },
  {
    says: phrase`\bhowever (?:much|many|expensive|big|high|often) (?:\S+ ){0,3}?(?:costs?|takes?|needs?|wants?|is|likes?|tokens|calls|gpus)\b|\bthe more (?:calls|tokens|gpus|agents|compute|context|passes|votes),? the better\b`,
    unless: weighed,
  },
  {
    says: phrase`\blet (?:it|them|the (?:agents?|model|system)) (?:run|loop|search|call|think|spend|browse|generate) (?:\S+ ){0,4}?(?:forever|all (?:day|night|week)|freely|as (?:much|long|often) as|without (?:any )?(?:limits?|caps?|stopping))\b`,
    unless: picky,
  },

  {
    says: phrase`\b${money} (?:is|are|was|were)(?:n't|nt| not) ${really}(?:my|our|a|an|the|something (?:i|we)|any of my) (?:\S+ )?(?:concern|problem|issue|job|topic|worry|business|department|priority|factor|question|care|look|think)s?\b`,
    unless: phrase`\b(?:alone|at (?:this|our|that|low|\d)\S*|only|because)\b`,
  },
  {
    says: phrase`\b${money} (?:is|are|'s)(?: just| simply| really)? (?:whatever|a detail|noise|a rounding error|not real|somebody's|an afterthought)\b`,
    unless: weighed,
  },
  {
    says: phrase`\b(?:w\/out|w\/o|without|nobody|no one|no-one)(?: anyone| anybody| someone| somebody| me| us)?(?: (?:ever|really|is|was|has))* (?:count\w*|watch\w*|track\w*|look\w* at|ask\w* about|check\w*|car\w+ about|complain\w* about|mind\w*) (?:\S+ ){0,3}?${money}\b`,
    unless: picky,
  },
  {
    says: near(subject, dismissal),
    unless: phrase`\b(?:too expensive|wasteful|instead of|rather than|cheaper|unless|only|alone|first|yet|until|before|because|since|so (?:i|we)|then|huge|another|separate|at (?:this|our|that|low|\d)\S*)\b`,
  },
  {
    says: phrase`\b(?:never|not once|haven't|have not|didn't|don't|do not|won't|wouldn't|couldn't|no idea|nobody|no one|who) (?:(?:really|even|ever|once|actually|going to|want to) )*(?:opened?|look(?:ed)?(?: at| up| into)?|check(?:ed)?|see|saw|seen|asked?(?: about| for)?|read|know|knows|what|calculated?|estimated?|worked out|computed?|tell you|limit(?:ed)?|cap(?:ped)?|touch(?:ed)?) (?:\S+ ){0,5}?(?:${money}|billing|cost page)\b`,
    unless: phrase`\b(?:alone|first|before|until|yet|cached|regret\w*|then|so (?:i|we))\b`,
  },
  {
    says: phrase`\b(?:bill|cost|price|spend|invoice|it|that)s? (?:is|are|will be|costs|cost) (?:what|whatever) (?:it|they) (?:is|are|costs?)\b|\b(?:bill|cost|price|spend|invoice)s? (?:can|may|could|will) (?:\S+ ){0,2}?(?:be|grow|go|climb) (?:\S+ ){0,2}?(?:as|whatever|wherever|anything)`,
  },
  {
    says: phrase`\b${biggest}\b[^.;→]{0,45}\b${everything}\b|\b${everything}\b[^.;→]{0,45}\b${biggest}\b`,
    unless: picky,
  },
  {
    says: phrase`\b${money}(?: of (?:it|that|this|\S+ \S+|\S+))?(?: here| really| simply| just| honestly)* (?:does|do|did|should|will|would|shall)(?: not|n't|nt)(?: really| even| ever)? (?:matter|count|concern|worry|bother|interest|play|come into|enter|factor|be (?:a|the|part|an|our|my))\b`,
    unless: phrase`\b(?:alone|much|only|below|under)\b`,
  },
  {
    says: phrase`\b${money}(?: of (?:it|that|this|\S+ \S+|\S+))?(?: here| for (?:me|us|this)| side| part)*(?: is|'s| are|isn't| was| were| should be| would be| stays?| remains?)(?: really| simply| just| honestly| clearly| frankly| basically| something)* ?${notMine}`,
    unless: phrase`\b(?:not irrelevant|alone|at (?:this|our|that|low|\d)\S*|(?:is|are)(?:n't| not) (?:irrelevant|secondary|peanuts))\b`,
  },
  {
    says: phrase`\b(?:i|we|you|one|nobody|no one|engineers?|team|i'd|we'd|i'll|we'll|i'm|we're|they|teams?|people|researchers?|let's|and|just|so|to)(?: am| are| would| will| should| can)? ?${really}(?:${not}|'d not|dont|nobody|no one|refuse to|stop|forget|ignore|no longer|hardly|never once|without) ${really}${care}(?: about| at| on| for| over| with| into| sleep over)? ?(?:${gap(3)})${money}\b`,
    unless: phrase`\b(?:alone|only|first|before|until|without|yet|in isolation|cached|can't afford)\b`,
  },
  {
    says: phrase`\b(?:forget|ignore|ignored|ignoring|forgot|never mind|screw|disregard|set aside|to hell with) (?:about )?(?:the |any |all |our )?(?:\S+ )?${money}\b(?! (?:ceiling|cap|limit)s? (?:at|of))`,
    unless: phrase`\b(?:can't|cannot|don't|not|never|mistake|regret)\b`,
  },
  {
    says: phrase`\b(?:no|zero|without(?: any| an?)?|not any) (?:\S+ )?(?:limits?|ceilings?|caps?|quotas?|upper bound|restrictions?|budgets?|guard-?rails?)\b(?: whatsoever| at all| needed)?[^.,;]{0,15}?\b(?:on|for|to|of) (?:\S+ ){0,3}?(?:${money}|calls?|tokens|context|searches|steps|usage|agents?|requests|retries|model|gpus?|iterations|spending)\b`,
    unless: phrase`\b(?:danger|dangerous|loops?|otherwise|problem|runaway)\b`,
  },
  {
    says: phrase`\b(?:on|for|about|as for|regarding) (?:the )?${money},? (?:\S+ ){0,3}?(?:no (?:limits?|ceilings?|caps?|concerns?)|don't care|wouldn't|whatever|unlimited)`,
  },
  {
    says: phrase`\b(?:unlimited|infinite|endless) (?:\S+ )?(?:calls?|tokens?|budgets?|context|searches|retries|money|credits?|compute|gpus?|spend)\b`,
    unless: phrase`\b(?:if|would|no|not|never|imagine)\b`,
  },
  {
    says: phrase`\bas (?:many|much|often|long) (?:\S+ ){0,3}?as (?:it|they|the \S+|he|she|you|we|anyone|people|users?) (?:\S+ )?(?:wants?|likes?|feels?(?: like)?|pleases?|wish(?:es)?|desires?)\b`,
    unless: phrase`\b(?:not|n't|up to|max|cap)\b`,
  },
  {
    says: phrase`\b${biggest}\b (?:\S+ ){0,5}?(?:for|on|behind|in|at|to|handles?|does|answers?|with|over) (?:\S+ )?${everything}\b(?! (?:on|we (?:measured|tested)))`,
    unless: picky,
  },
  {
    says: phrase`\b(?:every|each|all|any)(?: and every| single)? (?:\S+ ){0,3}?(?:goes?|go|sent|send|to|through|runs?|gets?|uses?|handled by|on) (?:\S+ ){0,2}?${biggest}\b(?! (?:\d|of))`,
    unless: picky,
  },
  {
    says: phrase`\b(?:whatever|no matter (?:what|how much)|regardless of (?:what|how much)) (?:it|that|this|they|we|the \S+) (?:costs?|may cost|takes in money|charges?|pays?|spends?)\b|\b(?:at any|at whatever|regardless of(?: the)?|no matter(?: the)?|irrespective of(?: the)?) (?:price|costs?|bill|spend|expense)\b|\bno matter (?:that )?(?:it|it's|this|that)(?:'s| is)? (?:\S+ )?(?:millions|expensive|thousands)`,
    unless: phrase`\b(?:not|n't|never)\b`,
  },
  {
    says: phrase`\b(?:company|employer|client|customer|they|investors?|vcs?|somebody|someone|boss|bank|firm|google|microsoft|startup credits|credits)(?: will| can| would| should|'ll)? (?:just |simply |anyway |happily |easily )*(?:pays?|afford|foots?|covers?|picks? up) (?:for (?:it|that|all)|it|that|anyway|the (?:bill|invoice|costs?|tab)|everything|regardless)\b`,
    unless: phrase`\b(?:per|willing|contract|if|would not|pricing)\b`,
  },
  {
    says: phrase`\b(?:that's|that is|thats|is|are|it's|its|remains?|leave (?:it|that|this|the \S+) (?:to|for)|not mine,?) (?:a )?(?:${gap(1)})(?:finance|accounting|procurement|purchasing|the cfo|cfo|some(?:one|body) else|other people)(?:'s|s|s'|es)?(?: team's| department's)?(?: (?:problem|job|headache|concern|department|topic|worry))`,
    unless: phrase`\b(?:not|n't|never|used to)\b(?! mine)`,
  },
  {
    says: phrase`\b(?:we|i|you|there's|there is|this|it)(?: really| simply| just)? (?:${not}|no) (?:really |even )?(?:need|needs|want|wants|require|set|have to have|need for) (?:for )?(?:a |any |an |the )?(?:\S+ )?(?:budgets?|cost (?:control|tracking|model|estimate|analysis|cap|alerts?)s?|spending (?:cap|limit)s?|token (?:limit|budget|counter)s?)\b`,
    unless: phrase`\b(?:yet|separate|huge|big|until)\b`,
  },
  {
    says: phrase`\b(?:tokens|compute|gpus?|gpu time|api calls|inference|llm calls) (?:is|are|cost)(?: basically| practically| essentially| almost| so| pretty much)* (?:free|nothing|cheap enough (?:not|that (?:i|we|nobody)))\b`,
    unless: phrase`\b(?:not|n't|if|once|when|tier)\b`,
  },
  {
    says: phrase`\b(?:should(?:n't| not)|must(?:n't| not)|need(?:n't| not)|have no business|has no business|isn't (?:my|our) job to) (?:\S+ )?(?:be )?(?:look\w*|think\w*|car(?:e|ing)|worry\w*|ask\w*|bother\w*|count\w*|touch\w*|limit\w*) (?:about |at |for |with |by )?(?:${gap(3)})${money}\b`,
    unless: phrase`\b(?:alone|only|first|before|until)\b`,
  },
]

const counts = phrase`\b(?:cheap(?:er|est)?|small(?:er)? models?|budgets?|cach\w+|rout(?:e|es|er|ing)|tokens? (?:limit|budget|cap|per|count)\w*|per (?:call|query|answer|request|user|day|month|report|1k|million|thousand)|cap|caps|ceiling|quota|batch\w*|distil\w*|quanti\w*|price|priced|costs? (?:about|around|roughly|\S*\d\S*)|spend|dollars?|euros?|cents?|alert\w*)\b|[$€£] ?\d|\d ?(?:[$€£]|k tokens|usd|eur)`
const insists = phrase`\b(?:still|again|as i said|really)\b ${gap(5)}(?:not|no|don't|doesn't|wouldn't)|\b(?:price|cost|budget|money)s? (?:\S+ )?(?:doesn't|don't|does not|do not) (?:\S+ )?(?:matter|count)|\bno (?:budget|limit|cap|ceiling)\b`

export const ignoresCost: Rule = {
  id: 'ignores-cost',
  sentence:
    'Waves cost away: the price does not matter, is someone else’s affair, the biggest model for everything.',
  find: (text) => stated(text, families),
  clears: (text) => (insists.test(text) ? null : firstWith(text, counts)),
}
