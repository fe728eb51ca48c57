// Which Chromium the journeys run in: CHROMIUM_PATH, else Playwright's own, else one of the system, else the one in npm.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inRoot } from './paths.mjs'

const OF_SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** @typedef {{ executablePath?: string, env?: Record<string, string> }} Launch options for Playwright's launch */

/** @returns {Promise<Launch>} */
export async function chooseChromium() {
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH }
  if (process.env.FORCE_NPM_CHROMIUM === '1') return unpackChromium()
  const { chromium } = await import('@playwright/test')
  if (fs.existsSync(chromium.executablePath())) return {}
  const found = OF_SYSTEM.find((file) => fs.existsSync(file))
  return found ? { executablePath: found } : unpackChromium()
}

/**
 * Chromium as it comes inside npm (Linux on x64), with the libraries and fonts that a bare system has not got.
 * @returns {Promise<Launch>}
 */
async function unpackChromium() {
  const { default: packed, inflate } = await import('@sparticuz/chromium')
  const executablePath = await packed.executablePath()
  const libraries = path.join(os.tmpdir(), 'al2023', 'lib')
  if (!fs.existsSync(libraries)) await inflate(inRoot('node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
  const inherited = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return {
    executablePath,
    env: {
      ...Object.fromEntries(inherited),
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_PATH: path.join(os.tmpdir(), 'fonts'),
    },
  }
}
