// Part of the configuration (lib/platform/env.mjs): plain JavaScript, as the scripts read it too.

/**
 * @typedef {object} SmtpServer
 * @property {'smtp'} kind
 * @property {string} host
 * @property {number} port
 * @property {boolean} isSecure TLS from the first byte (smtps)
 * @property {boolean} mustUpgrade goes on with STARTTLS only: a password never travels in the open
 * @property {{ user: string, pass: string } | undefined} credentials
 * @property {string} from what recipients see: "Borne Out <desk@example.org>", or an address alone
 */

/**
 * Where mail goes: to a server; into a folder of this machine, where whoever develops or tries the demo reads it; nowhere.
 * @typedef {SmtpServer | { kind: 'caught', folder: string, from: string } | { kind: 'none' }} MailSettings
 */

const ADDRESS = /^(?:[^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
const FROM_HERE = 'Borne Out <desk@localhost>'

/**
 * @param {{ MAIL_URL?: string, MAIL_FROM?: string, MAIL_DIR?: string }} given
 * @param {boolean} isProduction there nothing is caught: without a server no mail is sent
 * @returns {MailSettings | { problem: string }}
 */
export function mailSettingsOf({ MAIL_URL: address, MAIL_FROM: from, MAIL_DIR: folder = '.data/mail' }, isProduction) {
  if (from !== undefined && !ADDRESS.test(from))
    return { problem: 'MAIL_FROM must be an e-mail address, or like Borne Out <desk@example.org>' }
  if (!address) return isProduction ? { kind: 'none' } : { kind: 'caught', folder, from: from ?? FROM_HERE }
  if (!from) return { problem: 'MAIL_FROM must be set with MAIL_URL: the address that mail comes from' }
  const url = URL.canParse(address) ? new URL(address) : null
  const login = url && loginOf(url)
  if (!url || !login || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    return { problem: 'MAIL_URL must be an address like smtp://user:password@mail.example.org:587' }
  const isSecure = url.protocol === 'smtps:'
  const credentials = login.user === '' ? undefined : login
  return {
    kind: 'smtp',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    isSecure,
    mustUpgrade: !isSecure && credentials !== undefined && !LOOPBACK.has(url.hostname),
    credentials,
    from,
  }
}

/** @param {URL} url */
function loginOf({ username, password }) {
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  } catch {
    return null
  }
}
