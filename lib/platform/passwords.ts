import { hash, verify } from '@node-rs/argon2'

/** argon2id with OWASP's parameters (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The same word typed on two keyboards may come as different code points (NIST SP 800-63B, 5.1.1.2): one form is hashed. */
const normalize = (password: string): string => password.normalize('NFKC')

/** A salted argon2id hash in PHC format. */
export const hashPassword = (password: string): Promise<string> => hash(normalize(password), ARGON2ID)

let decoy: Promise<string> | null = null

/**
 * Whether a password fits. Without a hash (no such account, an invitation not yet accepted) it takes as long and says no,
 * so that the time of an answer does not tell whether an account exists.
 */
export async function isPasswordRight(passwordHash: string | null, password: string): Promise<boolean> {
  if (passwordHash !== null) return verify(passwordHash, normalize(password))
  decoy ??= hashPassword('no account has this password')
  await verify(await decoy, normalize(password))
  return false
}
