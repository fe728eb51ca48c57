import { RedirectType, redirect } from 'next/navigation'

const BASE = 'http://own.invalid'

/**
 * For actions whose form goes away because it worked: shows `path` anew and says there what was done, in words that the page
 * finds for `done` and `facts` (DoneNotice). A message in the form would go with it. `path` is one of our own.
 */
export function goOnWith(path: string, done: string, facts: Readonly<Record<string, string | number>> = {}): never {
  redirect(donePath(path, done, facts), RedirectType.replace)
}

/** What was said before goes; the rest of the address stays. */
export function donePath(path: string, done: string, facts: Readonly<Record<string, string | number>>): string {
  const url = new URL(path, BASE)
  url.searchParams.set('done', done)
  for (const [name, value] of Object.entries(facts)) url.searchParams.set(name, String(value))
  return url.pathname + url.search
}
