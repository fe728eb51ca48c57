#!/usr/bin/env node
// The real articles that lie beside the repository (../shared/articles; never copied into it), carried through: the article of
// the spring is imported, its prediction of a visit accepted and opened by two people; then the others are imported, and the
// desk has to be told what the two of the autumn say of it, and nothing of the others. Ends with "N passed, N failed".
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { register } from 'tsx/esm/api'
import { startEmbedded } from '../lib/embedded.mjs'
import { ensureThreads } from '../lib/products.mjs'
import { dropTestDatabases, makeTestDatabase } from '../lib/test-databases.mjs'

const SHARED = path.resolve(import.meta.dirname, '../../../shared')
const NOW = new Date('2026-06-30T12:00:00Z')
/** As gold.json names them. */
const SPRING = '001'
const AUTUMN = ['000', '002']
let passed = 0
let failed = 0

/** @param {string} what @param {boolean} isRight @param {unknown} [seen] */
function check(what, isRight, seen) {
  if (isRight) passed++
  else failed++
  console.log(`${isRight ? 'ok    ' : 'FAILED'} ${what}${isRight ? '' : `: ${JSON.stringify(seen).slice(0, 400)}`}`)
}

async function run() {
  register()
  const [{ importArticle }, { extractCandidates }, { acceptCandidate }, opening, finding, news, testing, { db }, core] =
    await Promise.all([
      import('../../lib/articles/commands/import.ts'),
      import('../../lib/claims/commands/extraction.ts'),
      import('../../lib/claims/commands/triage.ts'),
      import('../../lib/predictions/commands/opening.ts'),
      import('../../lib/predictions/commands/finding-news.ts'),
      import('../../lib/predictions/queries/news.ts'),
      import('../../lib/testing/predictions.ts'),
      import('../../lib/platform/db.ts'),
      import('../../lib/core/context.ts'),
    ])
  const { prefill, PLACE_READ } = await import('../../lib/predictions/queries/prefill.ts')
  const { requireSettings } = await import('../../lib/settings/queries.ts')
  const { articles } = JSON.parse(fs.readFileSync(path.join(SHARED, 'gold/gold.json'), 'utf8'))
  await testing.makeNewsroom()
  const worker = core.contextOf(core.systemActor('test'), NOW)
  const reviewer = await testing.makePerson('Rosa', ['reviewer'], NOW)
  const editor = await testing.makePerson('Edda', ['editor'], NOW)

  /** @param {{ file: string, published: string }} article */
  const bringIn = async ({ file, published }) => {
    const text = fs.readFileSync(path.join(SHARED, 'articles', file), 'utf8')
    const { articleId } = await importArticle(worker, {
      text,
      publishedOn: published,
      publisher: `Paper ${file.slice(0, 3)}`,
    })
    await extractCandidates(worker, articleId)
    await finding.findNewsInArticle(worker, articleId)
    return articleId
  }

  const all = /** @type {{ file: string, published: string }[]} */ (Object.values(articles))
  const spring = all.find(({ file }) => file.startsWith(SPRING))
  if (spring === undefined) throw new Error('the article of the spring is not in gold.json')
  const articleId = await bringIn(spring)
  const read = await db().candidate.findMany({ where: { articleId, kind: 'prediction', dueFrom: { not: null } } })
  // the one of a half-year: the longest window that the article states
  const candidate = read.sort((a, b) => (b.dueTo ?? '').localeCompare(a.dueTo ?? ''))[0]
  if (candidate === undefined) throw new Error('no prediction with a window was read')
  const { claimId } = await acceptCandidate(reviewer, {
    candidateId: candidate.id,
    statement: `${candidate.quote}.`,
    shortForm: candidate.quote.slice(0, 75).trim(),
    kind: 'prediction',
    speaker: { is: 'unnamed' },
  })
  const first = await db().occurrence.findFirstOrThrow({
    where: { claimId },
    select: { ...PLACE_READ, article: { select: { publishedOn: true } } },
  })
  const content = { ...prefill(first, await requireSettings()), criteria: 'The visit takes place.' }
  const saved = await opening.savePrediction(reviewer, { claimId, revision: null, content })
  await opening.proposePrediction(reviewer, saved)
  await opening.approveOpening(editor, saved)
  await finding.findNewsOfPrediction(worker, saved.id)
  check(
    'nothing is said of it before other articles are there',
    (await news.listNewsOf(reviewer, saved.id)).length === 0,
  )
  check(
    'it states the second half of 2025',
    content.window?.from === '2025-07-01' && content.window.to === '2025-12-31',
    content.window,
  )

  const names = new Map()
  for (const article of all) if (article !== spring) names.set(await bringIn(article), article.file.slice(0, 3))
  const found = await news.listNewsOf(reviewer, saved.id)
  const told = found.map((item) => `${names.get(item.article.id)} ${item.relation}: ${item.words}`)
  for (const line of told) console.log(`       ${line}`)
  check(
    'both articles of the autumn are suggested, and no other',
    [...new Set(found.map(({ article }) => names.get(article.id)))].sort().join() === AUTUMN.join(),
    told,
  )
  check(
    'the later one narrows it to three days',
    found.some(
      ({ article, relation, stated }) =>
        names.get(article.id) === '002' &&
        relation === 'narrows' &&
        stated?.from === '2025-10-27' &&
        stated.to === '2025-10-29',
    ),
    told,
  )
  check('the earlier one says it again', told.includes('000 confirms: says it again and names no day'), told)
  check('each is told once', told.length === AUTUMN.length, told)
  const { disconnect } = await import('../../lib/platform/db.ts')
  await disconnect()
}

if (!fs.existsSync(path.join(SHARED, 'articles'))) {
  console.log('FAILED the folder ../shared/articles is not there, so nothing was checked')
  failed++
} else {
  await ensureThreads()
  const name = randomBytes(4).toString('hex')
  const server = await startEmbedded({ database: 'borneout_dev' })
  try {
    const database = await makeTestDatabase(server, name, 'news')
    Object.assign(process.env, {
      DATABASE_URL: database.databaseUrl,
      MIGRATE_URL: database.migrateUrl,
      LOG_LEVEL: 'silent',
    })
    await run()
  } finally {
    await dropTestDatabases(server, name)
    await server.release()
  }
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
