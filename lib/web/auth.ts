import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { authenticate, endSession } from '@/lib/accounts/commands'
import { getLiveSession } from '@/lib/accounts/queries'
import { SESSION_LIFE_MS } from '@/lib/accounts/rules'
import { SignInInput } from '@/lib/accounts/schema'
import { ANONYMOUS, contextOf, type Role } from '@/lib/core/context'
import { env } from '@/lib/platform/env.mjs'
import { sessionCookie } from './cookie'
import { describeFailure } from './failures'
import { firstAddress } from './request'

declare module 'next-auth' {
  interface Session {
    /** Who is signed in, as of this request; null when the session ended or the account was disabled. */
    person: { id: string; name: string; roles: readonly Role[] } | null
  }
  interface User {
    sessionId: string
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    /** The row of `app_session`; the token alone opens nothing. */
    sessionId?: string
  }
}

export const SESSION_LIFE_SECONDS = SESSION_LIFE_MS / 1000

/** Signs and encrypts the token; its own variable in production, a generated one in the local default. */
export function authSecret(): string {
  const secret = env().authSecret
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set: start with `npm start`, or set it.')
  return secret
}

/**
 * next-auth with e-mail and password. Credentials allow only tokens, so the token names a session row, which is checked at
 * each request: ending the row or disabling the person ends the sign-in at once. Made at each use: the configuration is
 * not there at build time.
 */
export function authOptions(): NextAuthOptions {
  const cookie = sessionCookie()
  return {
    secret: authSecret(),
    useSecureCookies: cookie.options.secure,
    session: { strategy: 'jwt', maxAge: SESSION_LIFE_SECONDS },
    cookies: { sessionToken: { name: cookie.name, options: cookie.options } },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(given, request) {
          const input = SignInInput.safeParse(given)
          if (!input.success) return null
          const headers = new Headers(request.headers as Record<string, string> | undefined)
          const origin = { address: firstAddress(headers), userAgent: headers.get('user-agent') }
          const ctx = contextOf(ANONYMOUS, new Date())
          try {
            const started = await authenticate(ctx, input.data, origin)
            return { id: started.userId, sessionId: started.sessionId }
          } catch (error) {
            // next-auth puts the message into an address: only words that are meant for people.
            throw new Error(describeFailure(error, ctx.requestId).text)
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sessionId: user.sessionId } : token),
      async session({ session, token }) {
        const live = token.sessionId ? await getLiveSession(token.sessionId, new Date()) : null
        return { expires: session.expires, person: live && { ...live.actor } }
      },
    },
    events: {
      async signOut({ token }) {
        const now = new Date()
        const live = token.sessionId ? await getLiveSession(token.sessionId, now) : null
        if (live) await endSession(contextOf(live.actor, now), { sessionId: live.id }, 'signed_out')
      },
    },
  }
}
