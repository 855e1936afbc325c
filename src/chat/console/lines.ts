/** What a person types in a terminal, read: lines become messages, a blank line ends an answer, some words are commands. */

/** Words that are commands when they stand alone on a line, beside `/mock ...` which always is one. */
const bareCommands = /^(?:help|feedback|finish|new(?: .*)?|resume)$/iu

/** The command in a line (what stands after `/mock`), or null if the line is text. `rounds` may also stand alone. */
export function commandIn(line: string, rounds: string[]): string | null {
  const text = line.trim()
  const slash = /^\/(?:mock\b)?\s*(.*)$/iu.exec(text) ?? /^mock\s+(.*)$/iu.exec(text)
  if (slash !== null) return (slash[1] ?? '').trim()
  if (bareCommands.test(text)) return text.toLowerCase()
  const [first = '', ...rest] = text.toLowerCase().split(/\s+/u)
  const isOption = (word: string) => /^(?:level|company|mode|minutes):\S*$/u.test(word)
  // With an option among them the other words can only be a topic.
  const options = rest.every(isOption) || rest.some(isOption)
  return rounds.includes(first) && options ? text.toLowerCase() : null
}

/** True if a code fence is open at the end of the text. */
export const fenceOpen = (text: string): boolean =>
  (text.match(/^\s{0,3}(?:```|~~~)/gmu)?.length ?? 0) % 2 === 1

/** Splits piped text into answers at blank lines, but not inside a code fence. An unclosed fence ends with the text. */
export function answersIn(text: string): string[] {
  const answers: string[] = []
  let lines: string[] = []
  const flush = () => {
    if (lines.length > 0) answers.push(lines.join('\n'))
    lines = []
  }
  for (const line of text.replace(/\r\n?/gu, '\n').split('\n')) {
    if (line.trim() === '' && !fenceOpen(lines.join('\n'))) flush()
    else lines.push(line)
  }
  flush()
  return answers
}
