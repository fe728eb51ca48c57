#!/usr/bin/env node
// npm run mail: a mail server for one's own machine, to see mail travel by SMTP. It takes everything, sends nothing on, prints
// what it took and keeps each message as a file (.eml) in .data/mail. Start the desk with the MAIL_URL that it prints.
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { Failure, printFailure } from './lib/failure.mjs'
import { inData } from './lib/paths.mjs'

const port = Number(process.env.MAIL_PORT ?? 1025)
const folder = inData('mail')
fs.mkdirSync(folder, { recursive: true })

const server = new SMTPServer({
  authOptional: true,
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onAuth: (_auth, _session, answer) => answer(null, { user: 'anyone' }),
  onData: async (stream, session, answer) => {
    try {
      const chunks = []
      for await (const chunk of stream) chunks.push(chunk)
      const message = Buffer.concat(chunks)
      const file = path.join(folder, `${randomUUID()}.eml`)
      fs.writeFileSync(file, message)
      const { subject, text } = await simpleParser(message)
      const to = session.envelope.rcptTo.map(({ address }) => address).join(', ')
      console.log(`\n${'-'.repeat(72)}\nTo ${to}: ${subject}\n${file}\n\n${text ?? ''}`)
      answer()
    } catch (error) {
      answer(error instanceof Error ? error : new Error(String(error)))
    }
  },
})

server.on('error', (error) => {
  const isTaken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE'
  if (!isTaken) return console.error(error.message)
  printFailure(new Failure(`Port ${port} is taken.`, 'Stop what uses it, or choose another one with MAIL_PORT.'))
  process.exit(1)
})
server.listen(port, '127.0.0.1', () => {
  console.log(`Taking mail at port ${port}. In another terminal:\n`)
  console.log(`  MAIL_URL=smtp://localhost:${port} MAIL_FROM=desk@localhost npm run dev\n\nCtrl-C stops it.`)
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(0))
