import ipaddr from 'ipaddr.js'

/** The NAT64 prefix: what follows is an IPv4 address, which is what is reached. */
const NAT64 = ipaddr.IPv6.parse('64:ff9b::')
const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::')
/** Azure's metadata server, which lies among public addresses. */
const METADATA = new Set(['168.63.129.16'])
const ISATAP = 0x5efe

/**
 * Whether an IP address (no name) is one that anybody on the internet may reach. An IPv4 address inside a mapped or NAT64
 * one is judged itself; every other way to write one into IPv6 (compatible, 6to4, Teredo, ISATAP, local NAT64) is refused
 * whatever it holds, because no site that is meant to be read has such an address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const ip = ipaddr.parse(address)
  return ip instanceof ipaddr.IPv6 ? isPublicV6(ip) : isPublicV4(ip)
}

const isPublicV4 = (ip: ipaddr.IPv4): boolean => ip.range() === 'unicast' && !METADATA.has(ip.toString())

function isPublicV6(ip: ipaddr.IPv6): boolean {
  const embedded = embeddedV4(ip)
  if (embedded) return isPublicV4(embedded)
  return ip.range() === 'unicast' && ip.match(GLOBAL_UNICAST, 3) && ip.zoneId === undefined && ip.parts[5] !== ISATAP
}

function embeddedV4(ip: ipaddr.IPv6): ipaddr.IPv4 | null {
  if (ip.parts.slice(0, 5).every((part) => part === 0) && ip.parts[5] === 0xffff) return ip.toIPv4Address()
  if (!ip.match(NAT64, 96)) return null
  return new ipaddr.IPv4(ip.toByteArray().slice(12))
}

/** Whether an address lies in a range like "10.0.0.0/8"; a mapped IPv4 address counts as that. */
export function isInRange(address: string, range: string): boolean {
  if (!ipaddr.isValid(address) || !ipaddr.isValidCIDR(range)) return false
  const ip = ipaddr.process(address)
  const [network, bits] = ipaddr.parseCIDR(range)
  return ip.kind() === network.kind() && ip.match([network, bits])
}
