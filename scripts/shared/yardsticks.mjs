#!/usr/bin/env node
// Runs the scorer of ../shared/yardsticks over `npm run extract` and `npm run clean` and holds the figures that were reached, a little below
// them: a change of the rules that loses more shows here. Raise a limit when a figure has risen for good. Ends with
// "N passed, N failed" and an honest exit status.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')
const SHARED = process.env.SHARED ?? path.resolve(ROOT, '../shared')
const SCORER = path.join(SHARED, 'yardsticks/score.mjs')

/** set -> metric -> at least (or, in `atMost`, at most) this. */
const LIMITS = {
  seeds: {
    atLeast: {
      claimF1: 0.95,
      kindAcc: 0.95,
      speakerF1: 0.85,
      dueExact: 0.95,
      timeExact: 0.95,
      quantityF1: 0.95,
      verbatim: 1,
      publishedFound: 1,
    },
    atMost: { boilerplateClaims: 0, trapHits: 0, dueFalse: 0, opinionClaims: 4 },
  },
  'quantities-specs': { atLeast: { valueF1: 0.925, valueUnitF1: 0.895 }, atMost: {} },
  'times-wire': {
    atLeast: { dateRecall: 0.95, dateWindowAcc: 0.9, futureDayAcc: 0.95, dueLinkAcc: 0.59, forwardF1: 0.7 },
    atMost: {},
  },
  'attribution-news': { atLeast: { sentenceF1: 0.86, sourceHeadF1: 0.755, contentCharF1: 0.805 }, atMost: {} },
  'checkworthy-sentences': { atLeast: { ap: 0.875 }, atMost: {} },
  'checkworthy-debates': { atLeast: { map: 0.245 }, atMost: {} },
  'pages-news': { atLeast: { bodyP: 0.97, bodyR: 0.98, bodyF1: 0.978 }, atMost: { failed: 0 } },
  'days-web': { atLeast: { dayAcc: 0.92, dayP: 0.93 }, atMost: { failed: 0 } },
  'segmentation-rules': { atLeast: { rulesPassed: 0.95, boundaryF1: 0.98 }, atMost: {} },
}

let passed = 0
let failed = 0

/** @param {string} what @param {boolean} isRight */
function check(what, isRight) {
  if (isRight) passed++
  else failed++
  console.log(`${isRight ? 'ok    ' : 'FAILED'} ${what}`)
}

/** @param {string} set @returns {Record<string, number> | null} the metrics, or null when the set could not be scored */
function scoreOf(set) {
  const options = ['--set', set, '--data', path.join(SHARED, 'yardsticks/dev'), '--cwd', ROOT, '--json']
  const run = spawnSync(process.execPath, [SCORER, ...options], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  if (run.status === 0) return JSON.parse(run.stdout)[0].metrics
  console.log(run.stderr.trim())
  return null
}

function run() {
  if (!fs.existsSync(SCORER)) {
    check(`the scorer is there (${SCORER})`, false)
    return
  }
  for (const [set, { atLeast, atMost }] of Object.entries(LIMITS)) {
    const metrics = scoreOf(set)
    if (!metrics) {
      check(`${set} can be scored`, false)
      continue
    }
    const shown = (/** @type {string} */ name) => (metrics[name] ?? Number.NaN).toFixed(3)
    for (const [name, limit] of Object.entries(atLeast))
      check(`${set} ${name} ${shown(name)} >= ${limit}`, (metrics[name] ?? -1) >= limit)
    for (const [name, limit] of Object.entries(atMost))
      check(`${set} ${name} ${shown(name)} <= ${limit}`, (metrics[name] ?? Number.POSITIVE_INFINITY) <= limit)
  }
}

run()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
