import { Prisma } from '@/lib/platform/generated/client'

/** Conditions on a row `p` of `prediction` that hold whoever it is counted for. */

/** Whether its claim is neither hidden nor merged. */
export const isPublic = Prisma.sql`EXISTS (SELECT FROM claim WHERE id = p.claim_id AND state NOT IN ('merged', 'hidden'))`

/**
 * Whether prediction `p` says in a copy what another opened prediction says, in the very same words and by the same speaker,
 * in an earlier publication of the same story: it counts once, as that one. Unnamed sources of two publishers are the same
 * ones in a copy. Where several copies of a story were taken for both, the earliest place decides. The pairs of the
 * same words in one story are few and found first, and read once for all predictions: left to itself the planner takes them for
 * a handful, and asks for them again with each prediction of a large newsroom.
 */
export const isCopied = (end: Prisma.Sql): Prisma.Sql => Prisma.sql`p.id IN (
  WITH pair AS MATERIALIZED (
    SELECT o.claim_id, o.quote, fo.claim_id AS of_claim_id, here.story_id, here.article_id, there.article_id AS of_article_id
    FROM story_article here
      JOIN occurrence o ON o.article_id = here.article_id
      JOIN story_article there ON there.story_id = here.story_id AND there.article_id <> here.article_id
      JOIN occurrence fo ON fo.article_id = there.article_id AND fo.quote = o.quote AND fo.claim_id <> o.claim_id
  ), copy AS MATERIALIZED (
    SELECT cp.id FROM pair
      JOIN prediction cp ON cp.claim_id = pair.claim_id
      JOIN prediction fp ON fp.claim_id = pair.of_claim_id AND fp.frozen_at < ${end}
    WHERE (fp.speaker_id IS NOT DISTINCT FROM cp.speaker_id
        OR (${isUnnamed(Prisma.sql`fp.speaker_id`)} AND ${isUnnamed(Prisma.sql`cp.speaker_id`)}))
      AND ${dayOf(Prisma.sql`pair.of_article_id`)} < ${dayOf(Prisma.sql`pair.article_id`)}
      AND (SELECT state FROM claim WHERE id = pair.of_claim_id) NOT IN ('merged', 'hidden')
      AND NOT EXISTS (SELECT FROM occurrence own JOIN story_article before ON before.article_id = own.article_id
        WHERE own.claim_id = pair.claim_id AND own.quote = pair.quote AND before.story_id = pair.story_id
          AND ${dayOf(Prisma.sql`before.article_id`)} < ${dayOf(Prisma.sql`pair.of_article_id`)} OFFSET 0)
  ) SELECT id FROM copy)`

const isUnnamed = (speakerId: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT kind = 'unnamed' FROM speaker WHERE id = ${speakerId})`

/** Places an article among those of its story: by its day, those without one last, then by its making. */
const dayOf = (articleId: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT (coalesce(published_on, '9999'), id) FROM article WHERE id = ${articleId})`
