// Who is asking. Sign-in attempts are limited per address, so a visitor must not be able to choose it.

/** Headers that only a proxy of one's own may set. */
const FORWARDED = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-real-ip', 'forwarded']

/**
 * Makes `x-forwarded-for` hold exactly one address, before anything reads it: the socket's, or, behind a trusted proxy,
 * the last one in the list, which is the one that the proxy itself added.
 * @param {{ headers: import('node:http').IncomingHttpHeaders, socket: { remoteAddress?: string } }} request
 * @param {boolean} isProxyTrusted
 */
export function setVisitorAddress({ headers, socket }, isProxyTrusted) {
  const own = socket.remoteAddress ?? 'unknown'
  const listed = headers['x-forwarded-for']
  if (!isProxyTrusted) for (const name of FORWARDED) delete headers[name]
  const last = isProxyTrusted ? [listed].flat().join(',').split(',').at(-1)?.trim() : ''
  headers['x-forwarded-for'] = (last || own).replace(/^::ffff:(?=\d+\.)/, '')
}
