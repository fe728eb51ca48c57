import { AppError } from '@/lib/core/errors'

/**
 * Why a request was refused or gave nothing that can be used.
 * `scheme`, `credentials`, `port`, `private`: refused before anything was sent. `no-host`: the name has no address.
 * `first-byte`, `total`: too slow. `too-large`: more than the limit after unpacking. `stopped`: the caller gave up.
 */
export type FetchReason =
  | 'scheme'
  | 'credentials'
  | 'port'
  | 'private'
  | 'no-host'
  | 'unreachable'
  | 'certificate'
  | 'first-byte'
  | 'total'
  | 'too-large'
  | 'redirects'
  | 'type'
  | 'encoding'
  | 'broken'
  | 'robots'
  | 'stopped'

const WORDS: Record<FetchReason, (what: string) => string> = {
  scheme: (what) => `Only addresses that begin with http:// or https:// are fetched, not ${what}.`,
  credentials: (what) => `The address carries a user name or password for ${what}. Remove it and try again.`,
  port: (what) => `Only the ports 80 and 443 are fetched from, not ${what}. Whoever runs this place can permit others.`,
  private: (what) =>
    `${what} lies in a private or reserved network, so it is not fetched. Whoever runs this place can permit it.`,
  'no-host': (what) => `There is no server named ${what}. Check the address.`,
  unreachable: (what) => `${what} did not let itself be reached. Try again later.`,
  certificate: (what) => `${what} has no valid certificate, so nobody can tell whether the page is the right one.`,
  'first-byte': (what) => `${what} sent nothing in time. Try again later.`,
  total: (what) => `${what} was too slow: the page did not arrive in time. Try again later.`,
  'too-large': (what) => `What ${what} sent is larger than the limit.`,
  redirects: (what) => `${what} sent the request on too often, or to nowhere.`,
  type: (what) => `${what}, which cannot be read here.`,
  encoding: (what) => `${what} packed its answer in a way that cannot be unpacked here.`,
  broken: (what) => `The answer of ${what} broke off or is damaged. Try again later.`,
  robots: (what) => `${what} asks programs not to fetch this page (robots.txt).`,
  stopped: () => 'Stopped before all of it was there. Nothing was stored.',
}

/** A request that was refused or failed, in words for the person who asked for it. Nothing of the answer is kept. */
export class FetchError extends AppError {
  constructor(
    readonly reason: FetchReason,
    what: string,
    /** For the log: what the system said. */
    override readonly cause?: unknown,
  ) {
    super('NOT_FETCHED', { text: WORDS[reason](what), details: { reason } })
    this.name = 'FetchError'
  }
}
