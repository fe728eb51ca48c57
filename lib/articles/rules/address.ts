import { canonicalAddress } from '@/lib/core/addresses'

/** What news sites add besides the parameters that are dropped everywhere; a document's address may need these. */
const OF_NEWS_SITES =
  /^(?:ref|ref_src|ref_url|referrer|source|src|cmpid|cmp|campaign|ito|smid|smtyp|partner|at_[a-z]+|ns_[a-z]+|spm|share|shared|feature|ocid|icid|ncid|sr_share|xtor|s_cid|taid|guccounter|guce_[a-z_]+|output|amp)$/i

/** The canonical form under which an article's address is stored and found again; null when it cannot be kept. */
export const articleAddress = (address: string): string | null => canonicalAddress(address, OF_NEWS_SITES)

/** What two addresses of the same page share: no scheme, no "www.", no slash at the end. */
export function addressKey(canonical: string): string {
  return canonical.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/(?=\?|$)/, '')
}

/** "courier.example" of "https://www.courier.example/story". */
export function domainOf(address: string): string | null {
  return (
    parse(address)
      ?.hostname.toLowerCase()
      .replace(/^www\./, '')
      .replace(/\.$/, '') || null
  )
}

const parse = (address: string): URL | null => (URL.canParse(address.trim()) ? new URL(address.trim()) : null)
