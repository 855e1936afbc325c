/** Logs as JSON lines on standard error. No text of candidates is ever passed in; secrets that slip into a message are cut. */
import pino, { type Logger } from 'pino'

/** Shapes of secrets: Slack and OpenAI tokens, Discord bot tokens, passwords in URLs. */
const secrets =
  /xox[abeprs]-[\w-]+|xapp-[\w-]+|sk-[\w-]{8,}|[\w-]{24,28}\.[\w-]{6}\.[\w-]{27,}|(?<=:\/\/[^:/\s]+:)[^@/\s]+(?=@)/gu

export const createLog = (level: string): Logger =>
  pino(
    { level, hooks: { streamWrite: (line) => line.replace(secrets, '[secret]') } },
    pino.destination({ fd: 2, sync: true }),
  )
