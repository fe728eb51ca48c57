import type pg from 'pg'

export type BenchPage = { name: string; path: string; isDesk: boolean }

/** Slugs of a simulated newsroom, by how much each page has to show. */
async function slugsIn(owner: pg.Client) {
  const one = async (sql: string): Promise<string> => {
    const { rows } = await owner.query<{ slug: string }>(sql)
    return rows[0]?.slug ?? 'none'
  }
  const speakers = `SELECT s.slug, count(*) AS n FROM prediction p JOIN speaker s ON s.id = p.speaker_id
    WHERE p.frozen_at IS NOT NULL AND s.kind <> 'unnamed' GROUP BY s.id ORDER BY n DESC, s.slug`
  const publishers = `SELECT u.slug FROM article a JOIN publisher u ON u.id = a.publisher_id GROUP BY u.id
    ORDER BY count(*) DESC, u.slug`
  const resolved = `SELECT c.slug FROM claim c JOIN prediction p ON p.claim_id = c.id`
  return {
    prolific: await one(`${speakers} LIMIT 1`),
    usual: await one(`${speakers} OFFSET (SELECT count(*) / 2 FROM (${speakers}) AS all_of_them) LIMIT 1`),
    largest: await one(`${publishers} LIMIT 1`),
    small: await one(`${publishers} OFFSET 15 LIMIT 1`),
    topic: await one(
      `SELECT t.slug FROM claim_topic x JOIN topic t ON t.id = x.topic_id GROUP BY t.id ORDER BY count(*) DESC LIMIT 1`,
    ),
    open: await one(
      `${resolved} WHERE p.state = 'opened' AND p.current_resolution_id IS NULL ORDER BY p.id DESC LIMIT 1`,
    ),
    settled: await one(`${resolved} WHERE p.current_resolution_id IS NOT NULL ORDER BY
      (SELECT count(*) FROM occurrence WHERE claim_id = c.id) DESC, p.id LIMIT 1`),
    shared:
      await one(`${resolved} WHERE p.current_resolution_id IS NOT NULL ORDER BY (SELECT count(*) FROM outcome_link l
      WHERE l.outcome_id IN (SELECT outcome_id FROM outcome_link WHERE prediction_id = p.id)) DESC, p.id LIMIT 1`),
  }
}

/** Every public page of the ledger with its views and filters, the data beside them, and the desk's lists. */
export async function pagesOf(owner: pg.Client): Promise<BenchPage[]> {
  const slugs = await slugsIn(owner)
  const views = ['open', 'due_soon', 'overdue', 'resolved']
  const pages: [name: string, path: string][] = [
    ['home', '/'],
    ['ledger', '/predictions'],
    ...views.map((view): [string, string] => [`ledger: ${view}`, `/predictions?view=${view}`]),
    ['ledger: the most prolific speaker', `/predictions?speaker=${slugs.prolific}`],
    ['ledger: a usual speaker', `/predictions?speaker=${slugs.usual}`],
    ['ledger: the largest publisher', `/predictions?publisher=${slugs.largest}`],
    ['ledger: its own voice', `/predictions?publisher=${slugs.largest}&voice=own`],
    ['ledger: its unnamed sources', `/predictions?publisher=${slugs.largest}&voice=unnamed`],
    ['ledger: what it reported', `/predictions?publisher=${slugs.largest}&voice=reported`],
    ['ledger: a topic', `/predictions?topic=${slugs.topic}`],
    ['ledger: a frequent phrase', '/predictions?phrase=will'],
    ['ledger: a rare phrase', '/predictions?phrase=is-considering'],
    ['ledger: little certainty', '/predictions?certainty=low'],
    ['ledger: came late', '/predictions?resolution=late'],
    ['ledger: void', '/predictions?resolution=void'],
    ['ledger: what counts', '/predictions?standing=counted'],
    ['ledger: closed but unresolved', '/predictions?standing=unresolved'],
    ['ledger: a month of windows', '/predictions?from=2025-03-01&to=2025-03-31'],
    ['ledger: speaker, phrase and late', `/predictions?speaker=${slugs.prolific}&phrase=will&resolution=late`],
    ['prediction: open', `/predictions/${slugs.open}`],
    ['prediction: said most often', `/predictions/${slugs.settled}`],
    ['prediction: of the largest cluster', `/predictions/${slugs.shared}`],
    ['speakers', '/speakers'],
    ['speaker: the most prolific', `/speakers/${slugs.prolific}`],
    ['speaker: a usual one', `/speakers/${slugs.usual}`],
    ['publishers', '/publishers'],
    ['publisher: the largest', `/publishers/${slugs.largest}`],
    ['publisher: a small one', `/publishers/${slugs.small}`],
    ['topics', '/topics'],
    ['topic: the largest', `/topics/${slugs.topic}`],
    ['phrases', '/phrases'],
    ['phrase: the most frequent', '/phrases/will'],
    ['phrase: a rare one', '/phrases/is-considering'],
    ['methodology', '/methodology'],
    ['data: predictions.json', '/data/predictions.json'],
    ['data: predictions.csv', '/data/predictions.csv'],
    ['data: the most prolific speaker', `/data/speakers/${slugs.prolific}.json`],
    ['data: the largest publisher', `/data/publishers/${slugs.largest}.json`],
    ['data: a topic', `/data/topics/${slugs.topic}.json`],
    ['data: a phrase', '/data/phrases/will.json'],
  ]
  const lists: [name: string, path: string][] = [
    ['desk: its first page', '/desk'],
    ['desk: predictions', '/desk/predictions'],
    ...['to_open', 'waiting', 'open', 'due_soon', 'due', 'overdue', 'resolved'].map((view): [string, string] => [
      `desk: predictions, ${view}`,
      `/desk/predictions?view=${view}`,
    ]),
    ['desk: outcomes', '/desk/outcomes'],
  ]
  const toPage =
    (isDesk: boolean) =>
    ([name, path]: [string, string]): BenchPage => ({ name, path, isDesk })
  return [...pages.map(toPage(false)), ...lists.map(toPage(true))]
}
