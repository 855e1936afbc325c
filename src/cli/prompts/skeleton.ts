/** The commented skeleton of a new question. It is no finished file: `check` says what is still to be written. */

/** The text of `questions/<round>/<id>.md` to begin with. */
export const questionSkeleton = (round: string, id: string): string => `---
id: ${id}
# From which level it is asked: junior, mid, senior or staff.
level: junior
# How long it takes, with follow-ups.
minutes: 10
# Say "story: true" where a story from the candidate's own work is asked for, and "rounds:" with a list where other rounds
# than ${round} may ask it.
---
# Write the question here, as you would say it.

## Brief
<!-- One or two sentences that follow the question. Delete the heading if there is nothing to say. -->

## Facts
<!-- What you tell if you are asked. "cues" are the candidate's words, "says" is your answer. -->
### scale
cues: how many users, how big, volume, traffic
says: About 20,000 a day.

## Key points
<!-- What a strong answer covers, one part each. Letter: S, T, A or R, as prompts/star.yaml explains them for the round.
"from" is the level from which it is expected. "aliases" are words and phrases, joined by commas, by which the offline
assessor finds the point: thirty good ones are better than ten, and a phrase is safer than a word.
"open" must not name the point, "named" asks for it, "hint" helps without telling. -->
### first-point
says:
letter: A
weight: 2
from: junior
aliases:
open:
named:
hint:

## Mistakes
<!-- Two to five wrong beliefs that people hold about this. "point" is the key point that rests on it; "phrases" are how
people say it, joined by |; the probe does not tell that it is a mistake; "corrected" are words that take it back. -->
### first-mistake
says:
because:
point: first-point
phrases:
probe:
corrected:
### second-mistake
says:
because:
point: first-point
phrases:
probe:
corrected:

## Narrower
<!-- A smaller form of the question, for somebody who does not know where to begin. -->

## Strong answer
<!-- About 250 words, as somebody very good would say it. It is shown only after the round. -->

## Answers
<!-- Your own tests: what the assessor should see in an answer. What is not named is expected to be missing. "strong"
without a text stands for the strong answer. -->
### strong
yes: first-point
### thin
partial: first-point

Write a thin answer here, after the empty line, as a candidate would type it.
### wrong
yes: none
mistakes: first-mistake

Write an answer here that holds the first mistake.
`
