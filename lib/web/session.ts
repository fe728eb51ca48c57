import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode, encode } from 'next-auth/jwt'
import { cache } from 'react'
import { noteSeen, type StartedSession } from '@/lib/accounts/commands'
import { getLiveSession, type LiveSession } from '@/lib/accounts/queries'
import type { Origin } from '@/lib/accounts/schema'
import { ANONYMOUS, type Context, contextOf } from '@/lib/core/context'
import { authSecret, SESSION_LIFE_SECONDS } from './auth'
import { sessionCookie } from './cookie'
import { safeReturnPath, signInPath } from './origin'
import { firstAddress, RETURN_PATH_HEADER } from './request'

/** A context of somebody who is signed in. */
export type UserContext = Context & { actor: LiveSession['actor'] }

type Current = { ctx: Context; session: LiveSession | null }

/** Reads cookie and database once per request. */
const current = cache(async (): Promise<Current> => {
  const now = new Date()
  const session = await findSession(now)
  if (session) await noteSeen(session, now)
  return { ctx: contextOf(session?.actor ?? ANONYMOUS, now), session }
})

async function findSession(now: Date): Promise<LiveSession | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value
  if (!token) return null
  // A token that was forged, ran out, or was made with another secret is as good as none.
  const claims = await decode({ token, secret: authSecret() }).catch(() => null)
  return claims?.sessionId ? getLiveSession(claims.sessionId, now) : null
}

/** Who asks, when, under which id; anonymous when nobody is signed in. The same object all through one request. */
export const getContext = async (): Promise<Context> => (await current()).ctx

/** For pages of the desk: the signed-in person, else off to sign in and back here. Permissions are asked in queries. */
export async function requireContext(): Promise<UserContext> {
  const { ctx, session } = await current()
  if (session === null) redirect(signInPath(safeReturnPath((await headers()).get(RETURN_PATH_HEADER))))
  return { ...ctx, actor: session.actor }
}

/** The session of this request, for the account page and for signing out; null when nobody is signed in. */
export const getSession = async (): Promise<LiveSession | null> => (await current()).session

/** Where this request comes from, to be noted with a session that it starts. */
export async function getOrigin(): Promise<Origin> {
  const sent = await headers()
  return { address: firstAddress(sent), userAgent: sent.get('user-agent') }
}

/** Hands a session that was just started to the browser, as next-auth's own cookie. Only in actions and routes. */
export async function keepSession({ userId, sessionId, expiresAt }: StartedSession): Promise<void> {
  const { name, options } = sessionCookie()
  const token = { sub: userId, sessionId }
  const value = await encode({ token, secret: authSecret(), maxAge: SESSION_LIFE_SECONDS })
  ;(await cookies()).set(name, value, { ...options, expires: expiresAt })
}

/** Takes the cookie back. Ending the session itself is a command. */
export async function forgetSession(): Promise<void> {
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}
