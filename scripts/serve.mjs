#!/usr/bin/env node
// The web server: Next behind a plain node:http server, which settles the visitor's address and ends in good order.
// `--dev` serves from the sources. The rest of the configuration comes from the environment (lib/platform/env.mjs).
import http from 'node:http'
import next from 'next'
import { env } from '../lib/platform/env.mjs'
import { Failure, printFailure } from './lib/failure.mjs'
import { setVisitorAddress } from './lib/forwarded.mjs'
import { endInOrder, tellReady } from './lib/lifeline.mjs'
import { ROOT } from './lib/paths.mjs'

/** @param {http.Server} server @param {number} port @param {string} host @returns {Promise<void>} */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const isTaken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE'
      reject(
        isTaken ? new Failure(`Port ${port} is taken.`, 'Stop what uses it, or choose another one with PORT.') : error,
      )
    })
    server.listen(port, host, resolve)
  })
}

/** Requests that run may end; connections that only wait are closed. @param {http.Server} server @returns {Promise<void>} */
function close(server) {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5000).unref()
  })
}

/**
 * The first answer of a redirect that Next then caches names its Location twice (vercel/next.js#82117); proxies and search
 * engines join the two into one broken address. @param {http.ServerResponse} response
 */
function nameLocationOnce(response) {
  const append = response.appendHeader.bind(response)
  response.appendHeader = (name, value) =>
    name.toLowerCase() === 'location' && response.hasHeader(name) ? response : append(name, value)
}

async function serve() {
  const { port, host, isProxyTrusted } = env()
  // Next writes addresses of its own only with this name. Its proxy says localhost for 127.0.0.1, and takes a rewrite to
  // another name than its own for one to another server.
  const app = next({ dev: process.argv.includes('--dev'), dir: ROOT, hostname: 'localhost', port })
  const answer = app.getRequestHandler()
  const server = http.createServer((request, response) => {
    setVisitorAddress(request, isProxyTrusted)
    nameLocationOnce(response)
    void answer(request, response)
  })
  endInOrder(async () => {
    if (server.listening) await close(server)
    await app.close()
  })
  await app.prepare()
  await listen(server, port, host)
  tellReady()
}

serve().catch((error) => {
  printFailure(error)
  process.exit(1)
})
