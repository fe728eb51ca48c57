/** Parameters that say where a reader came from, on whatever site, and never what is read. */
const TRACKING =
  /^(?:utm_[a-z_]+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl)$/i

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
 * The canonical form under which an address is stored: no tracking parameters (`alsoDropped` names further ones), no
 * fragment, no default port, host in lower case. Parameters that are left keep their order. Null where `addressProblem`
 * finds one.
 */
export function canonicalAddress(address: string, alsoDropped?: RegExp): string | null {
  const url = parse(address)
  if (url === null || addressProblem(address) !== null) return null
  for (const name of [...url.searchParams.keys()])
    if (TRACKING.test(name) || alsoDropped?.test(name)) url.searchParams.delete(name)
  url.hash = ''
  url.hostname = url.hostname.replace(/\.$/, '')
  return url.toString().replace(/\?$/, '')
}

/** "https:word" parses, but nobody means an address by it: two slashes are asked for. */
const parse = (address: string): URL | null => {
  const text = address.trim()
  if (/^https?:(?!\/\/)/i.test(text) || /\p{Cc}/u.test(text)) return null
  return URL.canParse(text) ? new URL(text) : null
}
