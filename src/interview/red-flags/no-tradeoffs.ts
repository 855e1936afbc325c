/** A choice without a price. Saying little about trade-offs is no flag; saying that there are none is. */
import { dismissal, type Family, firstWith, gap, near, not, phrase, type Rule, stated } from './rule.ts'

const choice =
  '(?:way|option|choice|approach|path|answer|solution|tool|stack|architecture|design|database|framework|model|method|pattern|route|order|setup)s?'
const really =
  '(?:really |honestly |simply |literally |clearly |just |obviously |basically |even |actually |ever )*'
const price = '(?:down-?sides?|draw-?backs?|disadvantages?|trade-?offs?|cons|compromises?|negatives?)'
const judged =
  '(?:wrong|a waste|pointless|outdated|obsolete|inferior|garbage|legacy|dead|a mistake|nonsense|irrelevant|rubbish|a joke|for (?:amateurs|beginners)|not (?:worth|serious|an option|even)|out of the question|theatre|theater|off the table)'
const hedge = phrase`\b(?:depends|unless|if we|for (?:us|this team)|at (?:this|our|that) (?:scale|size)|in (?:this|our|that) case|given|at the time|had left|left (?:to us|open)|because|since|without)\b`
const hard = phrase`\b(?:only|regulat\w+|legal|law|deadline|contract|by law|compliance)\b.{0,40}\b(?:allowed|permitted|approved|left|had|available)\b`

const compared = phrase`\b(?:compar\w+|weigh\w*|alternatives?|trade-?offs?|next to (?:each other|one another|it)|side by side|side-by-side|pros and cons|${price}|(?:other|second|another|more|different) (?:options?|choices?|candidates?|approach\w*|way|tools?|frameworks?|databases?|models?|metrics?|index\w*)|(?:options?|choices) (?:list|matrix|table)|plan b|competitors?|up against|against (?:this|it|that|each other|one another|the other)|the (?:two|three|others))\b`
const unwilling = phrase`\b(?:i|we|you|i'd|we'd|one|nobody|and|to) (?:(?:would|will|do|did|can|could|should) )?(?:${not}|not|never|'d not|refuse to|stopped) (?:(?:really|even|ever|just|actually|seriously|bother to|need to|have to|want to|waste time|going to) )*(?:think of|name|prepare|put|hold|weigh|compare|consider|look at|list|write|see|entertain|do|open|discuss|debate|draw|set|make|keep|evaluate|offer|have)\b`
const anywhere = String.raw`(?:whatever|any|every|all|whichever|no matter (?:the|what)) (?:the )?(?:\S+ )?(?:size|scale|data|case|cases|problem|task|use case|workload|situation|project|domain|company|team|job|corpus|load|question|need)s?`

const families: Family[] = [
  {
    says: phrase`\b(?:no|there's no|there is no|isn't (?:any|a)|without(?: a| any)?) (?:real |serious |possible )?(?:contest|comparison|competition|catch|price to pay|reason not to|arguments? against|case against|strings attached|second opinion)\b|\bnot even (?:close|a (?:contest|question|debate|competition|discussion))\b`,
    unless: phrase`${hedge.source}|\b(?:free lunch|if)\b`,
  },
  {
    says: phrase`\b(?:case closed|(?:debate|discussion|question|matter|topic|issue) (?:is |has been )?(?:over|closed|settled|done)|nothing but (?:upsides?|advantages|benefits)|what(?:'s| is)(?: there)? not to like)\b`,
    unless: phrase`${hedge.source}|\b(?:ticket|incident|once)\b`,
  },
  {
    says: phrase`\b(?:can't|cannot|couldn't|don't|do not|never) (?:really |even )?(?:think of|see|name|find|hear|heard) (?:anything|a (?:single )?(?:thing|argument|reason|point)|one (?:thing|argument|reason)|an argument|any argument) (?:against|wrong|bad|not to|that speaks against|in favou?r of)\b|\bdoes everything\b[^.;]{0,30}\b(?:and more|better|as well|too)\b`,
    unless: hedge,
  },
  {
    says: phrase`\bwhy (?:would|should) (?:anyone|anybody|you|i|we|somebody) (?:even |ever |still )*(?:use|pick|choose|consider|look at|bother with|want|take|compare|run)\b|\b(?:nobody|no one|no) (?:serious |sane |good |sensible )?(?:\S+ )?(?:uses?|would use|picks?|touches) (?:anything else|\S+ any ?more|the (?:other|rest))\b`,
    unless: hedge,
  },

  {
    says: phrase`\b(?:beats?|better than|superior to|ahead of|outclass\w*) (?:everything|anything|all|any|every) ?(?:of )?(?:the )?(?:else|others?|rest|alternatives?|options?|out there|on the market|available)\b`,
    unless: phrase`${hedge.source}|\b(?:measured|tested|benchmark\w*|on our)\b`,
  },
  {
    says: near(compared, dismissal),
    unless: phrase`${hedge.source}|\b(?:but|yet|then|so (?:i|we)|latency|budget|meets?)\b`,
  },
  {
    says: near(compared, unwilling, 30),
    unless: phrase`${hedge.source}|\b(?:but|yet|then|until|before|only|free lunch|budget|meets?|alone|in isolation|fair|fairly|directly|enough)\b`,
  },
  {
    says: phrase`\b(?:lose|loses|losing|lost|give up|gives? up|sacrifice|sacrifices|costs? you|pay|cost) (?:you )?(?:absolutely |literally |exactly )?nothing\b|\bnothing (?:is |gets )?(?:lost|to lose|given up|sacrificed)\b`,
    unless: phrase`\b(?:if|until|free tier|idle|almost|compared|while)\b`,
  },
  {
    says: phrase`\b(?:is|are|it's|goes|wins|stays|works|remains|it is|answer|choice|pick|go with|use|take|always)\b[^.;]{0,30}\b(?:for|at|in|on|with|regardless of|under) ${anywhere}\b`,
    unless: phrase`${hedge.source}|\b(?:no|not|n't|never|nothing|none|different|differs?|same)\b`,
  },
  {
    says: phrase`\bthere(?: is|'s|s| are| isn't| is not) (?:\S+ )?(?:no|not a|never a|a single|any) (?:situation|case|scenario|world|reason|workload|universe|circumstance|context|project|use case)s? (?:where|in which|that|when|to|for)\b`,
    unless: phrase`\b(?:without|but)\b`,
  },
  {
    says: phrase`\b(?:the|one|as) (?:\S+ )?only (?:one )?(?:(?:correct|right|real|viable|sensible|sane|possible|serious|proper|valid|reasonable|acceptable|true|way) )*${choice}\b(?! to (?:know|find|tell|learn|see|measure|be sure|check|reach|get))`,
    unless: phrase`${hedge.source}|${hard.source}`,
  },
  {
    says: phrase`\b(?:one|single) (?:correct|right|true|proper|sane|sensible|obvious) ${choice}\b|\b(?:there(?: is|'s|s| was)|only) (?:just |only |exactly )?one (?:${choice}|right|correct|proper|way|serious|real)\b(?! to (?:know|find|tell))`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:there(?:'s| is| are|'re| were| was|s)|(?:it|that|this|which|\w+) (?:has|have|comes? with)|i (?:see|know of|can see)|with|has) ${really}(?:absolutely )?(?:no|zero|not a single|not one) (?:real |other |serious |viable |sensible |meaningful |actual |relevant |credible )*(?:alternatives?|${price}|other ${choice}|second ${choice}|reason (?:to|for) (?:\S+ )?(?:consider|compare|look at|use anything|pick anything|think about|weigh))\b(?! (?:that|which|within|under|for))`,
    unless: phrase`\b(?:without|but|free lunch)\b`,
  },
  {
    says: phrase`\b(?:no|without (?:any|a)|zero) ${price} (?:here|at all|whatsoever|to (?:speak of|make|discuss|mention|consider|weigh)|involved|needed|in sight|that i)\b|\b${price} (?:simply )?(?:do(?:es)? not|don't|doesn't|dont) (?:exist|apply)\b|\b(?:all|only) (?:upside|advantages|benefits|pros)s?\b(?:, no| and no|$)`,
  },
  {
    says: phrase`\b(?:isn't|is not|aren't|are not|isnt|wasn't|ain't|don't have|doesn't have|do not have|can't think of|don't see|do not see|never saw|doesn't come with) ${really}(?:any |a |an |another |much of a )+(?:real |other |serious |viable |sensible |second |meaningful )*(?:alternatives?|${price}|other ${choice}|${choice} (?:to do|here|at all|of doing))\b`,
    unless: phrase`\b(?:without|if)\b`,
  },
  {
    says: phrase`\b(?:i|we|you|i'd|i'll|we'd|nobody|noone|no one|one) ${really}(?:${not}|'d never|no longer|refuse to|decline to|would have to|wouldn't|don't|wont) ${really}(?:need to |have to |want to |bother (?:to |with |even )?|waste (?:any )?time |spend (?:any )?time |going to |see (?:the point|any reason|a reason|why) (?:in |of |to |i should )?)*${really}(?:consider|considering|compare|comparing|weigh|weighing|discuss|discussing|debate|debating|open|look(?:ing)? (?:at|into|for)|evaluate|evaluating|think(?:ing)? about|entertain|balance) (?:${gap(4)})(?:alternatives?|options?|others?|anything else|something else|against (?:the )?(?:other|each|it)|one another|each other|${price}|pros|discussion|debate|question|competitors?|second)\b`,
    unless: phrase`\b(?:without|until|before|only|yet|anymore|in isolation|alone)\b`,
  },
  {
    says: phrase`,? i ${really}(?:don't|do not|wouldn't|won't|never|didn't) (?:even )(?:consider|look at|compare|discuss|think about|entertain)\b(?! (?:\S+ ){0,6}(?:until|before|without))`,
  },
  {
    says: phrase`\b(?:nothing|no point|no need|no sense|no reason|pointless|useless|a waste of time|waste of time|not worth|unnecessary|silly|theatre|theater) (?:in |to |it )*(?:even )?(?:compar\w+|weigh\w*|discuss\w*|debat\w+|trade|trading|balanc\w+)\b`,
    unless: phrase`\b(?:without|until|before)\b`,
  },
  {
    says: phrase`\b(?:compar(?:isons?|ing)|weighing|pros and cons|trade-?offs?|options?|alternatives?|decision matri(?:x|ces))\b[^.,;]{0,50}? (?:is|are|is just|are just|seems?|i (?:consider|call|find)) (?:something i (?:consider|call) )?(?:\S+ ){0,2}?(?:theatre|theater|pointless|a waste|waste|unnecessary|useless|academic|procrastination|for (?:people|those|consultants|architects|beginners)|over-?rated|overthinking|nonsense|bureaucracy|an excuse|a distraction)\b`,
  },
  {
    says: phrase`\b(?:anything|everything|all) else (?:is|are|would be|'s|was) (?:\S+ ){0,2}?${judged}\b|\b(?:the (?:rest|others?)|(?:the )?alternatives?|other (?:options?|tools?|approaches|frameworks?|models?|ways|vendors?)|every other \S+|any other \S+) (?:is|are|would be|was|were)(?: all| just| simply| basically| plain| plainly)* ${judged}\b`,
  },
  {
    says: phrase`\b(?:strictly|objectively|simply|just|plainly|clearly|hands down|by definition) (?:better|superior|the best|best|the right) ?(?:\S+ )?(?:,? (?:in|on|for|at|by) (?:every|all|each|any|every single)\b|,? (?:period|full stop|end of (?:story|discussion)|always|no matter|regardless|whatever))`,
    unless: hedge,
  },
  {
    says: phrase`\b(?:better|superior|best|wins?|beats?|dominates?|outperforms?) (?:\S+ ){0,3}?(?:(?:in|on|at|by|across) )?(?:every|all|any|each) (?:single |possible |conceivable )*(?:way|respect|dimension|axis|axes|aspect|case|situation|scenario|metric|regard|sense|circumstance|front|count)s?\b`,
    unless: phrase`${hedge.source}|\b(?:no|not|nothing|never|measured|tested)\b`,
  },
  {
    says: phrase`\b(?:best|better|only|right|choice|answer|use|uses|pick|go with|way|first|take|option|always|wins?)\b[^.;]*(?:,|\bthat's|\bthat is|\band|-|–|—) (?:period|full stop|end of (?:story|discussion|debate)|no discussion|no debate|nothing to discuss|no ifs or buts|no question(?: about it)?|non-negotiable)[.!]*$`,
    unless: phrase`\b(?:measur\w+|privacy|security|safety|consent|ethic\w+|legal|budget|deadline)\b`,
  },
  {
    says: phrase`\b(?:always|every (?:single )?time|in (?:every|any|all) (?:case|situation|project)s?|first,? (?:always|every time)|whatever the (?:problem|question|case|context|size|task)|regardless of (?:the )?(?:problem|case|situation|context|size|task|use case))\b[^.;]{0,60}\b(?:no (?:exceptions?|discussion|alternatives?|matter)|without exception|i (?:don't|never|wouldn't|won't) (?:even |ever )*(?:consider|compare|discuss|weigh|open|look|think))\b`,
  },
  {
    says: phrase`\b(?:it's|its|it is|either)\b[^.,;]{2,50}\bor (?:it's |it is )?nothing\b|\b(?:no-brainer|no brainer)\b[^.;]{0,40}\b(?:always|every|nothing|no (?:need|discussion|alternative|downside))|\bonly (?:fools|idiots|amateurs|beginners|dinosaurs) (?:\S+ )?(?:use|uses|choose|pick|would|still)`,
  },
]

const contrast = phrase`\b(?:trade-?offs?|down-?sides?|draw-?backs?|disadvantages?|whereas|while|although|however|on the other hand|instead of|rather than|versus|vs|compared (?:to|with)|at the (?:cost|expense|price) of|depends|but (?:it|that|then|you|we|i|the|slower|costs?|with|at|loses?|harder)|alternatives?|give up|gives up|gave up|lose|loses|pay for|pays? with|would (?:pick|choose|use|take|go with|switch)|slower|costlier|cheaper|more expensive|harder to|worse)\b`
const refusal = phrase`\b(?:still|again|as i said|really)\b ${gap(4)}(?:no|only|nothing)\b|\b(?:no|zero|without|don't see (?:any|a)) (?:real )?(?:alternatives?|${price})\b|\b(?:nothing to compare|the only (?:way|option))\b`

export const noTradeoffs: Rule = {
  id: 'no-tradeoffs',
  sentence: 'Says that a choice has no alternative or no downside, or refuses to compare.',
  find: (text) => stated(text, families),
  clears: (text) => (refusal.test(text) ? null : firstWith(text, contrast)),
}
