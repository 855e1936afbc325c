/** Markdown as a terminal shows it: bold and dim where there is colour, plain text elsewhere, lines broken at words. */
import { stripVTControlCharacters } from 'node:util'

const widest = 100

const bolden = (text: string) => `\u001b[1m${text}\u001b[22m`
const dim = (text: string) => `\u001b[2m${text}\u001b[22m`

/** A message of ours with an empty line around it. Control characters in the text (a quote may hold some) are dropped. */
export function paint(text: string, note: string | null, colour: boolean, columns: number): string {
  // `[^\P{Cc}\n\t]`: every control character but line feed and tab.
  const safe = stripVTControlCharacters(text).replace(/[^\P{Cc}\n\t]/gu, '')
  const shown = safe
    .split('\n')
    .map((line) => wrap(styled(line, colour), colour ? Math.min(columns, widest) : Number.POSITIVE_INFINITY))
  const small = note === null ? '' : `${colour ? dim(note) : note}\n`
  return `\n${small}${shown.join('\n')}\n\n`
}

function styled(line: string, colour: boolean): string {
  const bold = (_: string, inner: string) => (colour ? bolden(inner) : inner)
  return line
    .replace(/\*\*(.+?)\*\*/gu, bold)
    .replace(/^(#{1,6})\s+(.*)$/u, (_, __, inner: string) => bold('', inner))
}

/** Breaks a line at spaces; what continues a list item is indented under it. */
function wrap(line: string, width: number): string {
  const indent = ' '.repeat(/^\s*(?:[-*]\s+|\d+\.\s+)?/u.exec(line)?.[0].length ?? 0)
  const rows: string[] = []
  let row = ''
  for (const word of line.split(/(?<=\S)\s+/u)) {
    const longer = row === '' ? word : `${row} ${word}`
    if (stripVTControlCharacters(longer).length > width && row.trim() !== '') {
      rows.push(row)
      row = indent + word
    } else row = longer
  }
  return [...rows, row].join('\n')
}
