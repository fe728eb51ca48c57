import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { canReadEvidence } from '../policy'
import { selectorsOf } from '../rules/excerpts'

const BOUND = 500

/**
 * What is cited of a source, as W3C Web Annotations (annotation collection, JSON-LD): each excerpt that has a place, with its
 * selectors and the hash of the copy that it is of. Throws NOT_FOUND.
 */
export async function requireAnnotations(ctx: Context, sourceId: string) {
  if (!canReadEvidence(ctx.actor)) throw new AppError('NOT_FOUND')
  const source = await db().source.findUnique({
    where: { id: sourceId },
    select: {
      evidence: {
        where: { removedAt: null, copyId: { not: null } },
        orderBy: { id: 'asc' },
        take: BOUND,
        include: { copy: { select: { address: true, textHash: true } }, createdBy: { select: { name: true } } },
      },
    },
  })
  if (source === null) throw new AppError('NOT_FOUND')
  const items = source.evidence.flatMap(
    ({ id, stance, note, createdAt, createdBy, excerpt, copy, excerptStart: start, excerptEnd: end, ...place }) =>
      copy?.textHash && start !== null && end !== null
        ? [
            {
              id: `urn:uuid:${id}`,
              type: 'Annotation' as const,
              motivation: 'assessing' as const,
              created: createdAt.toISOString(),
              ...(createdBy ? { creator: { type: 'Person' as const, name: createdBy.name } } : {}),
              body: [
                { type: 'TextualBody' as const, purpose: 'classifying' as const, value: stance },
                ...(note ? [{ type: 'TextualBody' as const, purpose: 'commenting' as const, value: note }] : []),
              ],
              target: selectorsOf(
                { excerpt, start, end, prefix: place.excerptPrefix ?? '', suffix: place.excerptSuffix ?? '' },
                { address: copy.address, textHash: copy.textHash },
              ),
            },
          ]
        : [],
  )
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection' as const,
    total: items.length,
    first: { type: 'AnnotationPage' as const, items },
  }
}
