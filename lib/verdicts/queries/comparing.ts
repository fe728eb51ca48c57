import { z } from 'zod'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { evidenceOf } from '@/lib/evidence/queries'
import { db } from '@/lib/platform/db'
import { requireSettings, requireSettingsById } from '@/lib/settings/queries'
import { canReadVerdictDesk } from '../policy'
import { contentOf, contentOfSave } from '../present'
import { saidOfContent, saidOfFrozen, saidOfSubject } from '../present/comparing'
import type { SaveKey } from '../rules/blinding'
import type { Said } from '../rules/comparing'
import { liveVersion } from '../rules/moves'
import { FrozenVerdict } from '../schema'
import { listHiddenClaims } from './blinding'

/**
 * What can be compared of a claim: `now`, published versions (`v2`) and saves of drafts (`<verdict id>.<revision>`). Keys stand in
 * addresses, so that a comparison can be shared.
 */
export const StateKey = z.union([
  z.literal('now'),
  z.string().regex(/^v\d{1,4}$/),
  z.string().regex(/^[0-9a-f-]{36}\.\d{1,6}$/),
])

/** The saves among these keys. */
export const savesOf = (keys: readonly string[]): SaveKey[] =>
  keys.flatMap((key) => {
    const [verdictId, revision] = key.split('.')
    return SaveOfKey.safeParse({ verdictId, revision }).data ?? []
  })
const SaveOfKey = z.object({ verdictId: z.uuid(), revision: z.coerce.number().int() })

export type ComparableState = {
  key: string
  kind: 'now' | 'published' | 'save'
  /** Of the version, as readers count. */
  ordinal: number
  revision: number
  /** Whether the version that was saved was dropped. */
  isDropped: boolean
  by: string
  /** Null for `now`. */
  at: string | null
}

const NOW: ComparableState = {
  ...{ key: 'now', kind: 'now', ordinal: 0, revision: 0, isDropped: false, by: '', at: null },
}

/** How many saves are offered to choose from; older ones are reached by the links of the history. */
const STATE_BOUND = 200

/**
 * What can be compared, newest first: the present state, published versions, and the last 200 saves. While a first verdict is
 * kept from this person (blind second rating), no save of it is among them, and `now` leaves its words out.
 */
export async function listComparable(ctx: Context, claimId: string): Promise<ComparableState[]> {
  const isHidden = await isHiddenFrom(ctx, claimId)
  const [saves, versions] = await Promise.all([
    db().verdictSave.findMany({
      where: { verdict: { claimId }, ...(isHidden ? { id: { in: [] } } : {}) },
      orderBy: [{ savedAt: 'desc' }, { revision: 'desc' }],
      take: STATE_BOUND,
      select: {
        ...{ verdictId: true, revision: true, savedAt: true, savedBy: { select: { name: true } } },
        verdict: { select: { ordinal: true, state: true } },
      },
    }),
    db().verdict.findMany({
      where: { claimId, state: 'published' },
      orderBy: { ordinal: 'desc' },
      take: 100,
      select: { ordinal: true, revision: true, publishedAt: true, approver: { select: { name: true } } },
    }),
  ])
  const states: ComparableState[] = [
    ...versions.map(({ ordinal, revision, publishedAt, approver }) => ({
      ...{ key: `v${ordinal}`, kind: 'published' as const, ordinal, revision, isDropped: false },
      ...{ by: approver?.name ?? '', at: publishedAt?.toISOString() ?? null },
    })),
    ...saves.map(({ verdictId, revision, savedAt, savedBy, verdict }) => ({
      ...{ key: `${verdictId}.${revision}`, kind: 'save' as const, ordinal: verdict.ordinal, revision },
      ...{ isDropped: verdict.state === 'dropped', by: savedBy.name, at: savedAt.toISOString() },
    })),
  ]
  return [NOW, ...states.sort((a, b) => (b.at ?? '').localeCompare(a.at ?? '') || b.ordinal - a.ordinal)]
}

/** What one state of a claim says; null where the claim has no such state. */
export async function getSaid(ctx: Context, claimId: string, key: string): Promise<Said | null> {
  const isHidden = await isHiddenFrom(ctx, claimId)
  if (!StateKey.safeParse(key).success) return null
  if (key === 'now') return saidNow(claimId, isHidden)
  if (key.startsWith('v')) {
    const where = { claimId, state: 'published', ordinal: Number(key.slice(1)) } as const
    const version = await db().verdict.findFirst({ where, select: { frozen: true } })
    return version && saidOfFrozen(FrozenVerdict.parse(version.frozen))
  }
  const [wanted] = savesOf([key])
  if (isHidden || wanted === undefined) return null
  const save = await db().verdictSave.findFirst({
    where: { ...wanted, verdict: { claimId } },
    select: { content: true, verdict: { select: { settingId: true } } },
  })
  if (save === null) return null
  const { ratingScale } = await requireSettingsById(save.verdict.settingId)
  // A field that came to the form after this save was empty in it.
  return saidOfContent(contentOfSave(save.content), ratingScale)
}

async function isHiddenFrom(ctx: Context, claimId: string): Promise<boolean> {
  if (!canReadVerdictDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  return (await listHiddenClaims(ctx, [claimId])).has(claimId)
}

/** The claim and its evidence as they are, with the words of the open draft, else of the version in force. */
async function saidNow(claimId: string, isHidden: boolean): Promise<Said | null> {
  const [claim, evidence, settings] = await Promise.all([
    db().claim.findUnique({
      where: { id: claimId },
      select: {
        ...{ statement: true, shortForm: true, speaker: { select: { name: true } } },
        quantities: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
        verdicts: { where: { state: { in: ['draft', 'submitted'] } }, include: { correction: true } },
        currentVerdict: { select: { frozen: true } },
      },
    }),
    evidenceOf(db(), claimId),
    requireSettings(),
  ])
  if (claim === null) return null
  const { statement, shortForm, speaker, quantities: figures, currentVerdict } = claim
  const subject = saidOfSubject({ statement, shortForm, speakerName: speaker?.name ?? null, figures, evidence })
  const open = isHidden ? null : liveVersion(claim.verdicts[0])
  if (open) return { ...saidOfContent(contentOf(open), settings.ratingScale), ...subject }
  return currentVerdict ? { ...saidOfFrozen(FrozenVerdict.parse(currentVerdict.frozen)), ...subject } : subject
}
