import { parseArgs } from 'node:util'
import { ZodError } from 'zod'
import { createUser } from '@/lib/accounts/commands'
import { Roles } from '@/lib/accounts/schema'
import { contextOf, systemActor } from '@/lib/core/context'
import { isAppError } from '@/lib/core/errors'
import { disconnect } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { getSettings } from '@/lib/settings/queries'
import { Failure, printFailure } from './lib/failure.mjs'

const USAGE = `npm run admin:create -- --email ADDRESS --name NAME [--roles admin,editor,reviewer] [--newsroom NAME] [--zone ZONE]

Makes a person who may sign in. The password is asked for, or read as the first line of standard input. In a database
without settings, --newsroom and --zone (like Europe/London; this machine's by default) make the first ones.`

/** On a terminal it is asked for and not shown; else it is the first line of standard input. */
const readPassword = (): Promise<string> => (process.stdin.isTTY ? askHidden() : readFirstLine())

async function readFirstLine(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin) text += chunk
  return text.split(/\r?\n/)[0] ?? ''
}

/** Keys until Enter; Backspace takes one away, Ctrl-C ends. */
async function askHidden(): Promise<string> {
  process.stderr.write('Password (at least 12 characters; it is not shown): ')
  process.stdin.setRawMode(true)
  let text = ''
  try {
    for await (const data of process.stdin.setEncoding('utf8')) {
      for (const key of String(data)) {
        if (key === '\r' || key === '\n') return text
        if (key === '\u0003') throw new Failure('Nothing was made.', 'Run it again when you like.')
        text = key === '\u007f' ? text.slice(0, -1) : text + key
      }
    }
    return text
  } finally {
    if (!process.stdin.destroyed) process.stdin.setRawMode(false)
    process.stderr.write('\n')
  }
}

async function createAdmin(): Promise<string> {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      roles: { type: 'string', default: 'admin,editor,reviewer' },
      newsroom: { type: 'string', default: 'Newsroom' },
      zone: { type: 'string', default: Intl.DateTimeFormat().resolvedOptions().timeZone },
    },
  })
  const { email, name } = values
  if (!email || !name) throw new Failure('--email and --name are needed.', USAGE)
  const roles = Roles.parse(values.roles.split(','))
  const password = await readPassword()
  const ctx = contextOf(systemActor('command line'), new Date())
  const user = await createUser(ctx, { email, name, roles, password })
  if ((await getSettings()) === null) {
    await createFirstSettings(ctx, { newsroomName: values.newsroom, zone: values.zone })
  }
  return `${user.name} <${user.email}> may sign in now, as ${user.roles.join(', ')}.`
}

/** What was refused, in words; anything unexpected keeps its stack. */
function explain(error: unknown): unknown {
  if (error instanceof ZodError) {
    return new Failure(error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join(' '), USAGE)
  }
  if (!isAppError(error)) return error
  const fields = Object.entries(error.fields).map(([field, text]) => `${field}: ${text}`)
  return new Failure([error.text, ...fields].join(' '), 'Nothing was made; correct it and run it again.')
}

try {
  console.log(await createAdmin())
} catch (error) {
  printFailure(explain(error))
  process.exitCode = 1
} finally {
  await disconnect()
  process.stdin.destroy()
}
