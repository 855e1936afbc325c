/** The ways in which people wave a topic away, whatever the topic: it need not be done, matters to others, is a waste. */
import type { Family } from './rule.ts'
import { gap, not, phrase, softly, worthless } from './wording.ts'

const i = "(?:i|we|you|one|let's|i'd|we'd|you'd|i'll|we'll|i'm|we're)"
const mood = "(?: would| will| can| could| should| do| did| am| are|'d|'ll)?"
const noPoint =
  '(?:point|need|reason|use|value|sense|wish|interest|desire|time|patience|appetite|necessity|plans?|intention)'
const attitude =
  '(?:need(?:s|ed)?|have to|bother(?:ed|ing)?|care[sd]?|worry|worried|stress|waste|sink|spend|invest|lose|put (?:any )?(?:effort|time|work|thought)|want|wish|believe|require|fuss|sit down|feel like|dream of|give|interested|keen|obsess|plan(?:ning)?|going to|gonna)'
const activity =
  '(?:do|look(?:ed)?|open(?:ed)?|check(?:ed)?|set up|set|build|built|write|wrote|written|collect|run|ran|use|used|track(?:ed)?|count(?:ed)?|watch(?:ed)?|consider|think|thought|ask|talk|estimate|calculate|optimi[sz]e|prepare|hold|make|draw|keep|touch(?:ed)?|discuss|measure|test|limit|mind|seen?|know|read|name|even|do)'
const others =
  '(?:finance|accounting|management|procurement|others?|other people|some(?:one|body) else|the (?:\\S+ )?(?:team|company|cfo|business|client|boss|pm|users?|customers?|people|guys?|vendors?|managers?|consultants?|academics|researchers)|users|customers|managers|academics|researchers|consultants)'
const leaveOut =
  '(?:skip|drop|leave (?:it |that |this |them )?(?:out|aside|away)|forget(?: about)?|ditch|omit|ignore|do without|live without|pass on|scrap|save (?:my|our|your)self)'
const mine =
  '(?:concern|problem|issue|job|topic|worry|business|department|priority|factor|question|criterion|constraint|object|consideration|reason|thing|headache|responsibility|interest|part|cup of tea|engineering \\S+|matter|mine|interesting|important|relevant|necessary|on my (?:radar|mind|list|desk)|part of|up to (?:me|us)|what (?:i|we) \\S+|something (?:i|we|you|one|that|an? \\S+))'

// Without one of these words nothing is waved away, and no pattern need be tried.
const refusal = String.raw`(?:n'?t\b|\b(?:no|not|never|nobody|none|zero|little|hardly|refuse|stopped|cannot|rather|i'd|we'd|just|only|simply|merely|leave|skip|drop|forget|ditch|omit|ignore|scrap|who|why|spare|screw|come on|so what|whatever|${others}|${worthless}|slows?|annoys?|kills?|wast\w+|gets?|holds?|last|do without|live without)\b)`

/**
 * The families of one topic. `modest` words between the refusal and the topic ("no *separate* test set") mean that less
 * is wanted, not nothing; `unless` spares the whole sentence.
 */
export function wavesAway(topic: string, modest: string, unless?: RegExp): Family[] {
  const end = String.raw`(?=\W*$|[,.;:!)]| (?:at all|and|here|for (?:this|that|it|me|\S+)|anyway|whatsoever|either|because|to (?:tell|know|see|prove|judge)|with|in (?:my|a|the)|before shipping|like|or|of (?:this|that|it)|beyond|when|nor|on (?:this|that|it)|is|are)\b)`
  const says = [
    // I don't need it, nobody cares about it
    phrase`\b(?:${not}|nobody|no one|'d rather not|hardly|refuse to|no longer|not about to|zero) ${softly}${attitude} ${gap(7, modest)}\b${topic}\b(?! (?:all|every|each|that|which|across)\b)`,
    // I never looked at it, I wouldn't do it
    phrase`\b(?:${i}${mood} ${softly}(?:have )?(?:not|never|rather not|refuse to)|(?:i|we|i'd|we'd|you) ${softly}(?:do|would|wo|ca|have|'ve|could)n'?t|^\W*(?:never|not|don't)|refuse to|stopped|and never|and don't) ${softly}${activity} ${gap(4, modest)}\b${topic}\b${end}`,
    phrase`\b(?:i|we|i'd|we'd)(?: would| will|'ll)? (?:never|not|(?:would|wo|do)n't|refuse to|stopped) ?${softly}\b${topic}\b(?: it| this| that| them| anything)?(?: at all| any ?more| ever| here)?(?=\W*$|[,.;!])`,
    // no point in it
    phrase`\b(?:no|zero|little|not any|not the|${not} ${softly}(?:see|find|get|understand|feel|have) (?:the|an?|any|much|why)) (?:\S+ )?${noPoint}\b ${gap(6, modest)}\b${topic}\b`,
    phrase`\b(?:no|zero) (?:\S+ )?${topic} (?:\S+ ){0,3}?(?:(?:is |are )?(?:needed|necessary|required|wanted|worth it)|no need|from me)\b`,
    // I'd skip it; it I'd drop
    phrase`(?:\b(?:${i}${mood}|just|simply|and|can|could|would|so|,)|^\W*) ${softly}${leaveOut} ${gap(3, modest)}\b${topic}\b${end}`,
    phrase`\b${topic}\b,? (?:that's |is |are |that is )?(?:something |what )?(?:that )?(?:${i}${mood}) (?:\S+ )?(?:${leaveOut}|(?:do|would|wo|ca|have)n'?t (?:${attitude}|${activity}))\b`,
    phrase`\b${topic}\b(?: \S+){0,2},? (?:i|we|i'd|we'd|you)(?:'d| would| can| could|'ll)? (?:gladly |happily |just )?leave (?:it|that|this|them|those)?\b`,
    phrase`\bleave (?:the |all |all the |all that )?${topic} (?:\S+ )?(?:to|for) ${others}\b`,
    // it is a waste; a waste it is
    phrase`\b${topic}\b ${gap(4, 'that|which|on|without|until|before|had')}(?:is|are|would be|will be|seems?|feels?|looks?|sounds?|remains?) ${softly}(?:an? )?${worthless}`,
    phrase`\b${topic}(?:'s|'re) ${softly}(?:an? )?${worthless}`,
    phrase`\b(?:pointless|overkill|useless|silly|superfluous|unnecessary|a waste(?: of \S+)?|wast(?:e|ing) (?:any |my |our )?(?:time|money|effort)|not worth (?:it|the \S+)|don't have to|no use) (?:\S+ )?(?:to|for|on|in|with) ${gap(4, modest)}\b${topic}\b`,
    phrase`\b${topic}\b ${gap(3)}(?:just |only |simply |merely )+(?:slows?|annoys?|kills?|wastes?|distracts?|holds?|costs? (?:you )?time|gets? in the way|adds?|eats?)\b|\b${topic}\b ${gap(2)}(?:slows? \S+ down|kills? (?:innovation|creativity|speed|momentum)|gets? in the way|holds? \S+ back|makes? (?:no|little|zero) sense|(?:has|have|adds?|brings?) (?:no|zero|little) (?:value|place|use|point|business))`,
    // it does not matter, is not mine
    phrase`\b${topic}\b ${gap(4, modest)}(?:(?:do|does|did|should|will|would|shall|has|have)(?: not|n'?t)|never|can't) ${softly}(?:(?:really|even) )?(?:matter|count|concern|worr(?:y|ied)|bother(?:ed)?|interest(?:ed)?|play|enter|scared?|excite|apply|exist|come (?:into|up|in)|came|keep me|tell (?:me|you|us) (?:anything|much|more)|prove|be (?:a|the|part|an|our|my))\b`,
    phrase`\b${topic}(?:\b ${gap(4, modest)}(?:is|are|was|were|be|plays?|remains?|stays?)|'s)(?:n'?t| not| no| never| none of| the last| hardly| a| an)+ ${softly}(?:an? |my |our |the |any |of |very |no ){0,4}${mine}s?\b`,
    phrase`\b${topic}\b ${gap(3)}(?:(?:is|are|'s|be|remains?) )?(?:for |up to |a matter for )?${others}(?:'s|s|s'|'| team's| department's| people)? (?:else's )?(?:problem|job|headache|concern|department|topic|worry|business|thing|to (?:worry|think|care|sort|pay|solve|deal|figure out|work out|know)|issue)`,
    // who needs it
    phrase`\b(?:who (?:needs|cares|has time)|why (?:would|should) (?:i|we|anyone|anybody|you)|why (?:waste|bother|even|save|spend)|spare me|never ?mind|screw|to hell with|enough with|(?:couldn't|could) care less)\b ${gap(6, modest)}\b${topic}\b`,
    phrase`\b${topic}\b ?${gap(3)},? (?:come on|so what|no thanks|who cares|whatever|couldn't care less|don't care|i don't care|i pass|not for me|not with me|nobody cares|no one cares|no)(?=\W*$|[,.!])`,
  ]
  const about = phrase`^(?=.*\b${topic}\b).*${refusal}`
  return says.map((pattern) => ({ says: pattern, about, ...(unless && { unless }) }))
}
