import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** What happens to the next mail. `lost`: it is taken, but the line breaks before that is said; `break_after`: once it is said. */
export type MailBehaviour =
  | 'take'
  | 'refuse_recipient'
  | 'refuse_for_now'
  | 'refuse_text'
  | 'drop_at_recipient'
  | 'lost'
  | 'break_after'
  | 'silent'

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })

/** A real SMTP server on loopback, which keeps what it took and behaves as `next` says, the last of it again and again. */
export async function startSmtpServer({ login }: { login?: { user: string; pass: string } } = {}) {
  const taken: ParsedMail[] = []
  let next: MailBehaviour[] = ['take']
  const current = () => next[0] ?? 'take'
  const isOver = () => {
    if (next.length > 1) next.shift()
  }
  const server = new SMTPServer({
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, answer) =>
      username === login?.user && password === login?.pass
        ? answer(null, { user: username })
        : answer(refusal(535, 'Wrong password')),
    onRcptTo: (_address, session, answer) => {
      const behaviour = current()
      if (behaviour === 'refuse_recipient') {
        isOver()
        return answer(refusal(550, 'No such mailbox'))
      }
      if (behaviour === 'refuse_for_now') {
        isOver()
        return answer(refusal(451, 'Come back later'))
      }
      if (behaviour === 'drop_at_recipient') {
        isOver()
        return dropAll(session.id)
      }
      answer()
    },
    onData: (stream, session, answer) => {
      const behaviour = current()
      isOver()
      void simpleParser(stream).then((mail) => {
        if (behaviour === 'refuse_text') return answer(refusal(554, 'Looks like spam'))
        taken.push(mail)
        if (behaviour === 'lost') return dropAll(session.id)
        if (behaviour !== 'silent') answer()
        if (behaviour === 'break_after') setImmediate(() => dropAll(session.id))
      })
    },
  })
  const dropAll = (id: string) => {
    for (const connection of server.connections as Set<{ id: string; _socket: { destroy: () => void } }>)
      if (connection.id === id) connection._socket.destroy()
  }
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    taken,
    /** Replaces how it behaves from now on, and forgets what it took. */
    behave: (...behaviours: MailBehaviour[]) => {
      next = behaviours
      taken.length = 0
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
