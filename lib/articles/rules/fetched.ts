import type { PageReading } from './pages/reading'

const STATUSES: Readonly<Record<number, string>> = {
  401: 'The page asks for a sign-in (401), so its text cannot be fetched.',
  402: 'The page is for subscribers (402), so its text cannot be fetched.',
  403: 'The site does not let programs read this page (403).',
  404: 'There is no page at this address (404). Check it.',
  410: 'The page was taken away (410).',
  429: 'The site says that it was asked too often (429). Try again later.',
  451: 'The site may not show this page here, for legal reasons (451).',
}

/** Why an answer with this status is no page, in words; null when it is one. */
export function statusProblem(status: number): string | null {
  if (status >= 200 && status < 300) return status === 204 ? 'The site answered without a page (204).' : null
  return (
    STATUSES[status] ??
    `The site answered with an error (${status}). ${status >= 500 ? 'Try again later.' : 'Check the address.'}`
  )
}

/** Whether the same address may well answer with a page later: the site is asked too often, or fails. */
export const mayPass = (status: number): boolean => status === 429 || status >= 500

/** Fewer characters than the shortest news item. */
const FEWEST = 200
/** What is shown of a text that is sold is shorter than this. */
const TEASER = 1500

/** Why a page that was read is no article, in words; null when it is one. */
export function readingProblem({ body, isFree }: Pick<PageReading, 'body' | 'isFree'>): string | null {
  if (body.length < FEWEST)
    return isFree === false
      ? 'The page is for subscribers: it shows hardly any of its text.'
      : 'The page holds hardly any text. It may be an overview, a film, or made by scripts in the browser.'
  if (isFree === false && body.length < TEASER)
    return 'The page is for subscribers: it shows only the beginning of its text.'
  return null
}

const BY_DEVICE = /^(?:www|m|mobile|amp)\./
const siteOf = (url: URL): string => url.hostname.toLowerCase().replace(BY_DEVICE, '')

/**
 * The address of the article on a page: the one that the page calls canonical, as long as it is of the same site and no
 * front page; otherwise a page could pass for another site's article. Else where the page was found.
 */
export function addressOfPage(canonical: string | null, foundAt: string): string {
  if (canonical === null || !URL.canParse(canonical) || !URL.canParse(foundAt)) return foundAt
  const [said, found] = [new URL(canonical), new URL(foundAt)]
  const [saidSite, foundSite] = [siteOf(said), siteOf(found)]
  const isSameSite = saidSite === foundSite || saidSite.endsWith(`.${foundSite}`) || foundSite.endsWith(`.${saidSite}`)
  const isFront = said.pathname === '/' && said.search === '' && found.pathname !== '/'
  return isSameSite && said.port === found.port && !isFront ? canonical : foundAt
}
