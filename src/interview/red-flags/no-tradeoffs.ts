/** A choice without a price. Saying little about trade-offs is no flag; saying that there are none is. */
import { clearedBy, type Family, type Rule, stated } from './rule.ts'
import { wavesAway } from './waving-away.ts'
import { gap, phrase, softly } from './wording.ts'

const choice =
  '(?:way|option|choice|approach|path|answer|solution|tool|stack|architecture|design|database|framework|model|method|pattern|route|order|setup|one)s?'
const fit =
  '(?:(?:correct|right|real|viable|sensible|sane|possible|serious|proper|valid|reasonable|acceptable|true|other|better|second|meaningful|actual|relevant|credible|conceivable|single|good|different) ){0,4}'
const price =
  '(?:down-?sides?|draw-?backs?|disadvantages?|trade-?offs?|cons?|compromises?|negatives?|weak (?:sides?|spots?|points?)|weakness(?:es)?|catch|minus(?:es)?|price to pay|price for it)'
const rival = String.raw`(?:alternatives?|(?:other|second|another|different|more) (?:\S+ )?(?:options?|choices?|candidates?|approach\w*|ways?|tools?|frameworks?|databases?|models?|vendors?|solutions?|metrics?|path)|the (?:others|other (?:ones?|two))|plan b|competitors?|anything else)`
const comparing = String.raw`(?:compar(?:e|ed|ing|isons?)|weigh(?:ing|ed)?|${rival}|trade-?offs?|pros and cons|options?|a second option|balanc(?:e|ing)|(?:the|that|this|any|open) (?:debate|discussion)|(?:debat|discuss)(?:e|ing) \S+ (?:versus|vs|or|against)|decision matri\w+|one against the other|next to each other|side by side)`
const modest =
  'all|every|only|alone|perplexity|fairly|directly|properly|across|until|before|yet|enough|five|without|naming|free|that|fine-?tun\\w*|strong|preference'
const hedge = phrase`\b(?:depends|unless|if we|if the|for (?:us|this team|small|compliance)|at (?:this|our|that) (?:scale|size)|in (?:this|our|that) case|given|had left|left (?:to us|open)|because (?:of|the|that)|since|meets?|loses|until|before|regulat\w+|compliance|by law|legal\w*|deadline|contract|to (?:get|reach) (?:under|below|above)|whenever|otherwise|so far|yet|measured|tested|benchmark\w*|on our)\b`
const everywhere = String.raw`(?:every|all|any|each|whatever|whichever|no matter (?:the|what|which)) (?:and every |the |single |possible |conceivable ){0,4}(?:\S+ )?(?:way|respect|dimension|ax[ie]s|aspect|case|situation|scenario|metric|regard|sense|circumstance|front|count|size|scale|data|problem|task|use case|workload|project|domain|company|team|job|corpus|load|need)s?`
const dead =
  "(?:wrong|a waste|pointless|outdated|obsolete|inferior|garbage|trash|rubbish|legacy|dead|a mistake|nonsense|irrelevant|a joke|for (?:amateurs|beginners|losers)|not (?:worth|serious|an option|even)|n't (?:an option|worth|serious|even|come)|out of the question|theatre|theater|off the table|(?:can't|cannot) compete|history|stone age)"

const families: Family[] = [
  ...wavesAway(comparing, modest, hedge),
  {
    // no price, no rival
    says: phrase`\b(?:there(?:'s|s| is| are|'re| exists?)|(?:it|that|this|which|\w+) (?:has|have|comes? with)|i (?:see|know of|can see|find)|with|has) ${softly}(?:no|zero|not a single|not one|not any) ${fit}(?:${price}\b|(?:alternatives?|(?:other|second|better) ${choice})\b(?! (?:under|for|to (?!(?:speak|discuss|mention|consider|weigh|make|this|that|it|be)\b))))(?! (?:that|which|within))|\bwithout (?:any|an?|a single) ${fit}${price}(?=\W*$|[,.!])`,
    unless: phrase`${hedge.source}|\bfree lunch\b`,
  },
  {
    says: phrase`\b(?:isn't|is not|aren't|are not|isnt|wasn't|ain't|don't have|doesn't have|does not have|do not have|can't think of|can't name|cannot name|don't see|do not see|never (?:seen?|saw|found|met)|haven't (?:seen|found)|doesn't come with|don't know) ${softly}(?:any |a |an |another |much of a |one |a single )+${fit}(?:alternatives?|${price}|other ${choice}|${choice} (?:to do|here|at all|of doing|than)|thing you give up|thing against|argument against|reason (?:not to|against))\b`,
    unless: phrase`${hedge.source}|\b(?:if|nervous)\b`,
  },
  {
    says: phrase`(?<!\b(?:is|are|and) )\b(?:no|zero|without(?: any)?) ${price}\b(?=\W*$|[,!:]| (?:here|at all|whatsoever|to (?:speak of|make|discuss|mention|consider|weigh)|involved|needed|is needed|in sight|with|i can))|\b${price}s?,? (?:simply )?(?:there (?:is|are)(?: none| no|n't)|do(?:es)? not exist|don't (?:exist|apply)|doesn't (?:exist|apply)|none|nowhere)\b|\b(?:only|just|all|nothing but|pure) (?:the )?(?:up-?sides?|advantages?|benefits|pros)\b(?! (?:of|is that|was|if|when|over|for|here is))|\b(?:not|n't) (?:think|believe|see) (?:there's |there is |that )?(?:anything|one thing|a thing) (?:negative|bad|wrong|against)|\bthe downsides?, (?:there )?(?:is|are) no`,
    unless: hedge,
  },
  {
    // nothing is lost
    says: phrase`\b(?:(?:you|we|you'd|we'd) (?:\S+ )?(?:lose|give up|sacrifice|pay)|(?:and|it) (?:lose|give up|loses|sacrifices|gives up)|costs? you|losing) (?:absolutely |literally |exactly )?nothing\b(?! in)|\bnothing (?:is |gets )?(?:lost|to lose|given up|sacrificed|speaks against|to weigh|against it)\b|\b(?:don't|doesn't|never|not) (?:\S+ )?(?:have to |need to |get )?(?:compromise|sacrifice anything|give anything up|give up anything|get worse in any|conflict at all|lose anything)\b|\b(?:you|we) (?:simply |just )?(?:get|have) (?:all three|all of (?:it|them)|both)(?: of them)?(?: with it)?(?=\W*$|[,.!])|\b(?:gets?|have|has) everything at once\b`,
    unless: phrase`\b(?:if|until|free tier|idle|almost|compared|while|hybrid|for up to|corpus)\b`,
  },
  {
    // one way only
    about: phrase`\b(?:only|one|single|other|second|different|two|how|or)\b`,
    says: phrase`\b(?:the|one|as|my|only) (?:\S+ )?only (?:one )?(?:way )?${fit}${choice}\b(?! (?:to (?:know|find|tell|learn|see|measure|be sure|check|reach|get|make)|in the|of the|that \w+))|\b(?:the|only|just|exactly) (?:one|single) (?:correct|right|true|proper|sane|sensible|obvious) ${choice}\b|\b(?:there(?: is|'s|s| was| can be)) (?:just|only|exactly) (?:only )?one (?:${choice}|right|correct|proper|way|serious|real)\b(?! to (?:know|find|tell)| remained| thing)|\bone tool,? one way\b|\b(?:can't|cannot|couldn't) (?:really )?(?:go|do it) any other way\b|\bthere(?:'s| is|s) (?:simply |just |really ){0,4}no (?:second|other|different|two) (?:\S+ )?(?:way|option|answer|choice)s?\b|\bthat's how it's done\b|\bor (?:it's |it is )?nothing(?=\W*$)`,
    unless: phrase`${hedge.source}|\b(?:isn't|not one|compare|in general)\b`,
  },
  {
    // better at everything, right for all
    says: phrase`\b(?:better|superior|best|wins?|beats?|dominates?|outperforms?|choose it|pick it|use it|take it|stronger|faster) (?:\S+ ){0,3}?(?:(?:in|on|at|by|across) (?:${everywhere}|everything|all of (?:them|it))|${everywhere}|everywhere|(?:than |of )?(?:all the rest|all of (?:them|it)|anything(?: else)?|the rest|every alternative|all (?:the )?others|every other \S+|all (?:alternatives|competitors)))\b|\b(?:beats?|better than|superior to|ahead of|outclass\w*|wins? against) (?:them |it )?(?:on |in )?(?:everything|anything|all|any|every) ?(?:of )?(?:the )?(?:else|others?|rest|alternatives?|options?|out there|on the market|available)\b|\bbeats? (?:them |it )?(?:on |in )?everything\b`,
    unless: phrase`${hedge.source}|\b(?:no|not|n't|nothing|never|except|per|and quality|at least|compare)\b`,
  },
  {
    says: phrase`\b(?:it's|goes|wins|works|answer|choice|pick|go with|right one|right|choose it|use it)\b[^.;]{0,20}\b(?:for|at|in|on|with|regardless of|under) ${everywhere}\b|\balways\b[^.;]{0,40}\b(?:no matter what|whatever|for everything|don't (?:even )?(?:look at|consider|care))|\bwhichever way you look\b|\bnothing beats \S+,? (?:\S+ )?(?:whatever|ever|always|period|no matter)\b|\b(?:wins?|better|best),? always\b|\b(?:strictly|objectively|simply|by definition|hands down) (?:better|superior|the best|the right \S+)\b`,
    unless: phrase`${hedge.source}|\b(?:no option|not|never|nothing|none|different|differs?|same|per|every request|all (?:the )?(?:calls|traffic|data|labels))\b|n't (?!(?:even |ever )?(?:look|consider|care))`,
  },
  {
    says: phrase`\b(?:there(?: is|'s|s| are|'s just| is just)|i (?:can )?see) ${softly}(?:no|not a|never a|not a single) (?:situation|case|scenario|world|reason|workload|universe|circumstance|context|project|use case|place)s? (?:left )?(?:where|in which|that|when|to (?:use|pick|choose|take|consider|go|run|look)|for)\b|\b(?:no|not a single) (?:reason|argument) (?:to use|to pick|to choose|to take|against|not to|for anything)\b[^.;]{0,25}|\bhas no (?:place|future)\b|\b(?:don't|do not|can't|cannot) (?:see|understand|get) why (?:anyone|anybody|people|one|you|i|we) (?:would|should) (?:\S+ )?(?:choose|use|pick|take|want|go|consider|look|bother|compare)\b|\bno other \S+ (?:\S+ )?(?:deserves|comes close|makes sense|is worth|matters)\b|\bnothing (?:here )?(?:left )?to (?:compare|weigh|discuss|debate)\b|\b(?:don't|do not|can't|cannot) see what (?:we|you|i|one)(?:'d| would) (?:lose|give up|pay)\b|\bnot (?:have )?a single advantage\b|\bhas not a single\b`,
    unless: phrase`${hedge.source}|\b(?:but i|yet)\b`,
  },
  {
    // the rest is dead
    says: phrase`\b(?:anything else|everything else|all else|the rest|the others?|the second option|(?:the )?alternatives|other (?:options?|tools?|approaches|frameworks?|models?|ways|vendors?)|every other \S+|any other \S+|all (?:classic|other|older) \S+|pipelines|one of the two) ?(?:is|are|would be|was|were|'s)? ?${softly}(?:don't come into question|${dead})(?=\W*$|[,.!]| (?:and|to|now|at|in|here|these|so|for|after|by))|\b(?:nobody|no one) (?:\S+ )?(?:needs|uses|should use|would use) (?:\S+ ){1,3}?any ?more\b|\b\S+ (?:is|are) (?:simply |just |basically |completely )?(?:dead|obsolete|history)(?=\W*$|[,.!])|\bmade (?:all )?(?:\S+ ){1,3}obsolete\b|\bonly (?:an? )?(?:fool|idiot|amateur|beginner|dinosaur)s? (?:\S+ )?(?:uses?|chooses?|picks?|would|still)\b|\b(?:anyone|everyone|whoever|people) (?:who )?(?:still )?(?:uses?|using|picks?) (?:\S+ ){1,4}(?:hasn't|haven't|doesn't|don't|is stuck|lives)\b|\bnot even (?:close|a (?:contest|question|debate|competition|discussion))\b|\bno (?:contest|comparison|competition)(?=\W*$|[,.!])|\bi(?:'d| would)? not even put the two\b`,
    unless: hedge,
  },
  {
    // end of discussion
    says: phrase`\b(?:best|better|only|right|choice|answer|uses?|pick|go with|way|first|take|option|always|wins?|one|that|fixed|model|database|it)\b[^.;]{0,80}(?:,|\bthat's|\bthat is|\band|-|–|—) (?:and )?(?:period|full stop|end of (?:the )?(?:story|discussion|debate)|no discussion(?: needed)?|no debate|nothing to discuss|no ifs or buts|no question(?: about it)?|case closed|that's that)(?=[.!]*$|,| i | and )|\b(?:debate|discussion|question|matter) (?:is |has been )(?:over|closed|settled|done)\b|\bno-brainer\b[^.;]{0,40}\b(?:always|every|nothing|no (?:need|discussion|alternative|downside)|without any)|\b(?:my|the) pick and that's it\b`,
    unless: phrase`${hedge.source}|\b(?:if (?:you|both|all|they)|gets? through|privacy|security|safety|consent|ethic\w+|small|schema)\b`,
  },
  {
    // no look at the others
    says: phrase`\b(?:i|we|i'd|we'd) (?:would )?(?:not|never|n't|(?:would|do|did|wo)n't) ${softly}(?:consider|compare|look(?! at(?:\W*$|,))|discuss|entertain|weigh|evaluate|lose (?:a|any) (?:minute|second|time)|open|prepare)\b(?: (?:that|this|the|any|relational|single|one|other) \S+| it| them| \S+)?(?=\W*$|[,.!]| (?:on the others|for a second|for a moment|against|next to|at the (?:case|others|rest)|alternatives|discussion|with))|\bwithout (?:even )?(?:looking (?:left|right|at (?:the |any )?(?:others|alternatives|options))|a second thought|comparing)\b|\bthe (?:others|rest|alternatives) can't compete\b|\b(?:single|other) \S+ i don't even consider\b|\bdon't (?:really )?see it as a comparison\b`,
    unless: hedge,
  },
]

const contrast = phrase`\b(?:trade-?offs?|down-?sides?|draw-?backs?|disadvantages?|whereas|while|although|however|on the other hand|instead of|rather than|versus|vs|compared (?:to|with)|at the (?:cost|expense|price) of|depends|but (?:it|that|then|you|we|i|the|slower|costs?|with|at|loses?|harder)|alternatives?|give up|gives up|gave up|lose|loses|pay for|pays? with|would (?:pick|choose|use|take|go with|switch)|slower|costlier|cheaper|more expensive|harder to|worse)\b`
const refusal = phrase`\b(?:still|again|as i said|really)\b ${gap(4)}(?:no|only|nothing)\b|\b(?:no|zero|without|don't see (?:any|a)) (?:real )?(?:alternatives?|${price})\b|\b(?:nothing to compare|the only (?:way|option))\b`

export const noTradeoffs: Rule = {
  id: 'no-tradeoffs',
  sentence: 'Says that a choice has no alternative or no downside, or refuses to compare.',
  find: (text) => stated(text, families),
  clears: (text) => clearedBy(text, contrast, refusal),
}
