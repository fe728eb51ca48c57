/** Parameters that say where a reader came from and not what is read. */
const TRACKING =
  /^(?:utm_[a-z_]+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|ref|ref_src|ref_url|referrer|source|src|cmpid|cmp|campaign|ito|smid|smtyp|partner|at_[a-z]+|ns_[a-z]+|spm|share|shared|feature|ocid|icid|ncid|sr_share|xtor|s_cid|taid|guccounter|guce_[a-z_]+|output|amp)$/i

/** Why an address cannot be kept, in words for the person who typed it; null when it can. */
export function addressProblem(address: string): string | null {
  const url = parse(address)
  if (url === null) return 'This is not a web address. Write it in full, for example https://courier.example/story.'
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return 'Only addresses that begin with http:// or https:// can be kept.'
  if (url.username !== '' || url.password !== '')
    return 'The address carries a user name or password. Remove it and try again.'
  if (!/^[^.]+(?:\.[^.]+)+\.?$/.test(url.hostname))
    return 'The address has no full domain name, for example courier.example.'
  return null
}

/**
 * The canonical form under which an address is stored: no tracking parameters, no fragment, no default port, host in
 * lower case. Parameters that are left keep their order. Null where `addressProblem` finds one.
 */
export function canonicalAddress(address: string): string | null {
  const url = parse(address)
  if (url === null || addressProblem(address) !== null) return null
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  url.hash = ''
  url.hostname = url.hostname.replace(/\.$/, '')
  return url.toString().replace(/\?$/, '')
}

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
