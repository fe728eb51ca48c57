import { env } from '@/lib/platform/env.mjs'

/** next-auth's session cookie. `__Host-` needs https; the loopback default is plain http, where the name is plain too. */
export function sessionCookie() {
  const secure = env().appUrl.startsWith('https://')
  return {
    name: secure ? '__Host-borneout.session' : 'borneout.session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const
}
