import NextAuth from 'next-auth'
import { authOptions } from '@/lib/web/auth'

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own addresses (sign-in by program, session, csrf); the pages use the same commands and the same cookie. */
const answer = (request: Request, context: Context): Promise<Response> => NextAuth(authOptions())(request, context)

export { answer as GET, answer as POST }
