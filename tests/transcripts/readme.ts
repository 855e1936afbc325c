/** Puts a transcript that the tests play into the README, up to the letters of its report. Part of `npm run fix`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const widest = 110
const root = new URL('../../', import.meta.url)
const readme = fileURLToPath(new URL('README.md', root))
const text = readFileSync(readme, 'utf8')

/** Breaks a line at words; what continues a candidate's line begins with its sign again. */
function wrap(line: string): string {
  const sign = line.startsWith('> ') ? '> ' : ''
  const rows: string[] = []
  let row = ''
  for (const word of line.split(' ')) {
    const longer = row === '' ? word : `${row} ${word}`
    if (longer.length <= widest || row === '') row = longer
    else {
      rows.push(row)
      row = sign + word
    }
  }
  return [...rows, row].join('\n')
}

const block = /<!-- transcript: (\S+) -->\n[\s\S]*?<!-- \/transcript -->/u
const name = block.exec(text)?.[1]
if (name === undefined) throw new Error('README.md has no place for a transcript.')
const played = readFileSync(new URL(name, root), 'utf8')
const part = (from: string, to: string) => played.slice(played.indexOf(from), played.indexOf(to))
const talk = part('_Question 1', '>> press stop')
  .replace(/\n>> press done\n/gu, '')
  .replace(/\n{3,}/gu, '\n\n')
  .trim()
const report = part('# System design', '**Next step**').trim()
const shown = [talk, '(The interview was stopped here.)', report]
  .join('\n\n')
  .split('\n')
  .map(wrap)
  .join('\n')
writeFileSync(
  readme,
  text.replace(block, () => `<!-- transcript: ${name} -->\n\`\`\`\n${shown}\n\`\`\`\n<!-- /transcript -->`),
)
