import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInRange, isPublicAddress } from './addresses'

test.each(['8.8.8.8', '151.101.1.140', '2606:4700::6810:84e5', '2a00:1450:4001:82a::200e'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test.each([
  ['this network', '0.0.0.0'],
  ['this network', '0.1.2.3'],
  ['private', '10.1.2.3'],
  ['private', '172.16.0.1'],
  ['private', '192.168.1.1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['metadata of a cloud inside it', '100.100.100.200'],
  ['loopback', '127.0.0.1'],
  ['loopback', '127.255.255.254'],
  ['link-local', '169.254.1.1'],
  ['metadata', '169.254.169.254'],
  ['metadata among public ones', '168.63.129.16'],
  ['protocol assignments', '192.0.0.192'],
  ['documentation', '203.0.113.5'],
  ['benchmarking', '198.18.0.1'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['unspecified', '::'],
  ['loopback', '::1'],
  ['IPv4-compatible', '::127.0.0.1'],
  ['IPv4-compatible of a public one', '::808:808'],
  ['mapped loopback', '::ffff:127.0.0.1'],
  ['mapped, in hex', '::ffff:7f00:1'],
  ['translated (RFC 6145)', '::ffff:0:7f00:1'],
  ['NAT64 of a private one', '64:ff9b::10.0.0.1'],
  ['local NAT64', '64:ff9b:1::808:808'],
  ['6to4 of loopback', '2002:7f00:1::1'],
  ['6to4 of a public one', '2002:808:808::1'],
  ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  ['ISATAP', '2a00:1450::5efe:a00:1'],
  ['unique local', 'fd00:ec2::254'],
  ['link-local', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['site-local', 'fec0::1'],
  ['multicast', 'ff02::1'],
  ['documentation', '2001:db8::1'],
  ['discard', '100::1'],
  ['not an address', 'localhost'],
  ['nothing', ''],
])('%s: %s is not public', (_what, address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test('an IPv4 address inside a mapped or NAT64 one is judged as itself', () => {
  expect(isPublicAddress('::ffff:8.8.8.8')).toBe(true)
  expect(isPublicAddress('64:ff9b::8.8.8.8')).toBe(true)
})

test('no private IPv4 address becomes public by any way of writing it into IPv6', () => {
  const part = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(fc.constantFrom('10', '127', '192.168', '169.254'), part, part, part, (head, b, c, d) => {
      const v4 = head.includes('.') ? `${head}.${c}.${d}` : `${head}.${b}.${c}.${d}`
      for (const written of [v4, `::ffff:${v4}`, `::${v4}`, `64:ff9b::${v4}`])
        expect(isPublicAddress(written)).toBe(false)
    }),
  )
})

test('an address lies in a range of its own kind only', () => {
  expect(isInRange('10.9.8.7', '10.0.0.0/8')).toBe(true)
  expect(isInRange('::ffff:10.9.8.7', '10.0.0.0/8')).toBe(true)
  expect(isInRange('11.0.0.1', '10.0.0.0/8')).toBe(false)
  expect(isInRange('fd00::1', '10.0.0.0/8')).toBe(false)
  expect(isInRange('fd00::1', 'fd00::/8')).toBe(true)
  expect(isInRange('word', '10.0.0.0/8')).toBe(false)
})
