/** Short word lists that several flag rules are built from. */

/** Builds a pattern for a sentence as `stated` sees it: in small letters, with single blanks and straight apostrophes. */
export function phrase(strings: TemplateStringsArray, ...parts: string[]): RegExp {
  return new RegExp(String.raw({ raw: strings.raw }, ...parts))
}

/** Up to `n` words of the same clause in between, none of which is in `except`; ends in a blank. */
export const gap = (n: number, except = ''): string =>
  String.raw`(?:${except === '' ? '' : String.raw`(?!(?:${except})\b)`}[^\s,;:]+ ){0,${n}}?`

/** Two things in one breath, in either order, at most `distance` characters apart. */
export function near(one: RegExp, other: RegExp, distance = 50): RegExp {
  const between = `[^.;:]{0,${distance}}?`
  return new RegExp(
    `(?:${one.source})${between}(?:${other.source})|(?:${other.source})${between}(?:${one.source})`,
  )
}

/** "not" in all its forms, with or without the apostrophe. */
export const not = `(?:(?:do|does|did|would|wo|ca|could|should|must|is|are|was|were|has|have|had|need)n'?t|not|never|cannot|can not)`

/** Adverbs that change nothing. */
export const softly =
  '(?:(?:really|even|ever|actually|honestly|personally|just|simply|basically|frankly|literally|clearly|obviously|particularly|practically|essentially|exactly|absolutely|completely|totally|entirely|purely|plainly|plain|mostly|usually|probably|also|still|ever again|seriously|pretty much|kind of|all|only|so|always|quite|very|already|truly|either|now|once|too) ){0,4}'

/** What a thing is called that need not be done. */
export const worthless = String.raw`(?:pointless|overkill|unnecessary|(?:not|never|n't) (?:really )?(?:necessary|needed|required|worth|useful|serious)\S*|needless|busy-?work|over-?rated|over-?hyped|ceremony|theat(?:re|er)|bureaucra\w+|box-ticking|(?:a )?formality|nonsense|rubbish|a joke|a waste|wasted?|useless|superfluous|redundant|(?:a )?distraction|(?:a )?luxury|overhead|ballast|worthless|paperwork|a chore|boring|red tape|academic|theor(?:y|etical)|a theoretical|premature|vanity|nice[- ]to[- ]have|silly|irrelevant|secondary|noise|optional|(?:an? |the )?(?:relics?|leftovers?|fetish|hobby|dead weight|old-fashioned|outdated|thing of the past)|not (?:a |my )?thing|(?:just |only )?(?:something |stuff |things? |a word |a topic )?for (?:managers?|academ\w+|researchers?|big \S+|large \S+|people|those|consultants|bureaucrats|beginners|universit\w+|papers|others|juniors|slides|cowards|nerds))`
