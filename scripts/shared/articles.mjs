#!/usr/bin/env node
// Cleans the real articles that lie beside the repository (../shared/articles; other people's texts, never copied into
// it) and compares with the notes in ../shared/gold. Ends with "N passed, N failed" and an honest exit status.
import fs from 'node:fs'
import path from 'node:path'
import { register } from 'tsx/esm/api'

register()
const { cleanText } = await import('../../lib/articles/rules/cleaning.ts')

const SHARED = path.resolve(import.meta.dirname, '../../../shared')
const IMPORTED_ON = '2026-06-30'
let passed = 0
let failed = 0

/** @param {string} what @param {boolean} isRight @param {unknown} [seen] */
function check(what, isRight, seen) {
  if (isRight) passed++
  else failed++
  console.log(
    `${isRight ? 'ok    ' : 'FAILED'} ${what}${isRight || seen === undefined ? '' : `: ${JSON.stringify(seen).slice(0, 300)}`}`,
  )
}

const withoutSpace = (/** @type {string} */ text) => text.replace(/\s+/g, '')
/** What must be gone from a body, as shapes and not as the articles' own words. */
const LEFTOVERS = [
  ['a comment heading', /^\d* ?comments?$/im],
  ['a heading between dashes', /^-\s.{1,60}\s-$/m],
  ['a dateline', /^[^\n.]{0,60}\((?:APP|AFP|AP|Reuters|Kyodo)\b/],
  ['a day in figures at the start', /^\s*date \d{4}-\d\d-\d\d/],
  ['the name of a site at the end', /\.(?:com|net|org)\s*$/],
]

/** @param {string} file @param {{ published: string, nonClaims: string[], claims: string[] }} gold */
function checkArticle(file, gold) {
  const raw = fs.readFileSync(path.join(SHARED, 'articles', file), 'utf8')
  const result = cleanText(raw, { latestOn: IMPORTED_ON })
  const days = [result.publishedOn, ...result.candidates.map((c) => c.day)]
  check(
    `${file} publication day known or proposed (${days.indexOf(gold.published) + 1} of ${days.length})`,
    days.includes(gold.published),
    days,
  )
  check(
    `${file} each proposed day has its reason`,
    result.candidates.every((c) => c.reason.length > 10),
    result.candidates,
  )
  let rest = raw
  for (const { text, start, end } of result.cut.toReversed()) {
    check(`${file} a cut stands where it says`, raw.slice(start, end) === text, text)
    rest = rest.slice(0, start) + rest.slice(end)
  }
  check(`${file} nothing is lost`, withoutSpace(rest) === withoutSpace(result.body))
  for (const [name, pattern] of LEFTOVERS)
    check(`${file} no ${name} in the body`, !pattern.test(result.body), result.body.match(pattern)?.[0])
  for (const quote of gold.nonClaims) check(`${file} boilerplate is cut`, !result.body.includes(quote), quote)
  const lost = gold.claims.filter((quote) => !result.body.includes(quote))
  check(`${file} all ${gold.claims.length} annotated claims are in the body`, lost.length === 0, lost)
}

/** Reasons for which a passage is no claim because it does not belong to the article. */
const BOILERPLATE = /comment|heading|dateline|footer|boilerplate|aggregator/i

function run() {
  const folder = path.join(SHARED, 'articles')
  if (!fs.existsSync(folder)) {
    console.log('FAILED the folder ../shared/articles is not there, so nothing was checked')
    failed++
    return
  }
  const gold = JSON.parse(fs.readFileSync(path.join(SHARED, 'gold/gold.json'), 'utf8'))
  for (const { file, published } of Object.values(gold.articles)) {
    const own = (/** @type {{ article: string }} */ entry) => entry.article === file
    checkArticle(file, {
      published,
      claims: gold.claims.filter(own).map((/** @type {{ quote: string }} */ c) => c.quote),
      nonClaims: gold.non_claims
        .filter(own)
        .filter((/** @type {{ reason: string }} */ n) => BOILERPLATE.test(n.reason))
        .map((/** @type {{ quote: string }} */ n) => n.quote),
    })
  }
}

run()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
