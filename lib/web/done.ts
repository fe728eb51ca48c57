import { RedirectType, redirect } from 'next/navigation'
import { newId } from '@/lib/core/ids'

const BASE = 'http://own.invalid'

/**
 * For actions whose form goes away because it worked: shows `path` anew and says there what was done, in words that the page
 * finds for `done` and `facts` (DoneNotice). A message in the form would go with it. `path` is one of our own.
 */
export function goOnWith(path: string, done: string, facts: Readonly<Record<string, string | number>> = {}): never {
  redirect(donePath(path, { done, ...facts, once: newId() }), RedirectType.replace)
}

/** `once` tells two like messages in a row apart: the browser does not load anew where it believes that it is. */
export function donePath(path: string, said: Readonly<Record<string, string | number>>): string {
  const url = new URL(path, BASE)
  for (const [name, value] of Object.entries(said)) url.searchParams.set(name, String(value))
  return url.pathname + url.search
}
