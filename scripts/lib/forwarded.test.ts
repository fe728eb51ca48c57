import { expect, test } from 'vitest'
import { setVisitorAddress } from './forwarded.mjs'

function seen(
  headers: Record<string, string>,
  isProxyTrusted: boolean,
  remoteAddress: string | undefined = '10.0.0.9',
) {
  const request = { headers: { ...headers }, socket: { remoteAddress } }
  setVisitorAddress(request, isProxyTrusted)
  return request.headers
}

test('a visitor cannot choose the own address', () => {
  expect(seen({ 'x-forwarded-for': '1.2.3.4' }, false)).toEqual({ 'x-forwarded-for': '10.0.0.9' })
})

test('a visitor cannot choose host and protocol either', () => {
  const forged = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'for=1.2.3.4',
    'x-real-ip': '1.2.3.4',
  }
  expect(seen({ host: 'facts.example', ...forged }, false)).toEqual({
    host: 'facts.example',
    'x-forwarded-for': '10.0.0.9',
  })
})

test('behind a trusted proxy the address is the one that the proxy added last', () => {
  const headers = { 'x-forwarded-for': '6.6.6.6, 1.2.3.4', 'x-forwarded-proto': 'https' }
  expect(seen(headers, true)).toEqual({ 'x-forwarded-for': '1.2.3.4', 'x-forwarded-proto': 'https' })
})

test('a trusted proxy that names nobody leaves the own address', () => {
  expect(seen({}, true)).toEqual({ 'x-forwarded-for': '10.0.0.9' })
  expect(seen({ 'x-forwarded-for': '1.2.3.4, ' }, true)).toEqual({ 'x-forwarded-for': '10.0.0.9' })
})

test('one visitor has one address, in IPv4 or mapped into IPv6', () => {
  expect(seen({}, false, '::ffff:10.0.0.9')).toEqual({ 'x-forwarded-for': '10.0.0.9' })
  expect(seen({}, false, '2001:db8::1')).toEqual({ 'x-forwarded-for': '2001:db8::1' })
})
