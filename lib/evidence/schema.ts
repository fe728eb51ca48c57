import { z } from 'zod'
import { addressProblem, canonicalAddress } from '@/lib/core/addresses'
import { DaySchema } from '@/lib/core/day-schema'
import { numberField, optional } from '@/lib/core/fields'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'
import { MODIFIERS } from './rules'
import { MAX_EXCERPT, MAX_PUBLISHER_NAME } from './rules/limits'

export const STANCES = ['supports', 'refutes', 'context'] as const
export const Stance = z.enum(STANCES, { error: 'Choose how the source stands to the claim.' })
export type Stance = z.infer<typeof Stance>

export const SOURCE_KINDS = ['primary', 'secondary'] as const
export const SourceKind = z.enum(SOURCE_KINDS, { error: 'Choose whether the source is primary or secondary.' })
export type SourceKind = z.infer<typeof SourceKind>

export const COPY_KINDS = ['page', 'pdf', 'text', 'picture'] as const
export type SourceCopyKind = (typeof COPY_KINDS)[number]
export const ALERTS = ['changed', 'excerpt_gone', 'unreachable'] as const
export type SourceAlert = (typeof ALERTS)[number]

export const FigureModifier = z.enum(MODIFIERS)

/** A web address in its canonical form; `javascript:`, `data:` and the like are refused. */
export const WebAddress = z
  .string()
  .max(2000, { error: 'An address may have at most 2000 characters.' })
  .transform((text, context) => {
    const address = canonicalAddress(text)
    if (address !== null) return address
    context.addIssue({ code: 'custom', message: addressProblem(text) ?? 'This is not a web address.' })
    return z.NEVER
  })

const sourceFields = {
  title: textField(300, { label: 'The title' }),
  publisherName: optional(textField(MAX_PUBLISHER_NAME, { label: 'The publisher' })),
  kind: SourceKind,
  publishedOn: optional(DaySchema),
  retrievedOn: DaySchema,
  archiveUrl: optional(WebAddress),
}

const offset = optional(z.coerce.number<number | string>().int().min(0))

export const PLACED_EXCERPT = {
  excerpt: textField(MAX_EXCERPT, { label: 'The excerpt' }),
  /** The copy in which the excerpt stands, and the span that was selected in it; the words decide where the two differ. */
  copyId: optional(Id),
  excerptStart: offset,
  excerptEnd: offset,
}

const foundFields = {
  ...PLACED_EXCERPT,
  stance: Stance,
  note: textField(600, { label: 'Why it counts' }),
  /** The claim's quantity that the found figure is compared with. */
  quantityId: optional(Id),
  foundText: optional(textField(120, { label: 'The figure' })),
  foundValue: optional(numberField),
  foundLow: optional(numberField),
  foundHigh: optional(numberField),
  foundUnit: optional(textField(60, { label: 'The unit' })),
  foundModifier: optional(FigureModifier),
  foundAsOfOn: optional(DaySchema),
}

/** A source with an excerpt, as an outcome cites it: see `AddEvidence`. */
export const CiteSource = z.object({
  sourceId: optional(Id),
  url: optional(WebAddress),
  ...sourceFields,
  ...PLACED_EXCERPT,
})

type SourceDays = { publishedOn: string | null; retrievedOn: string }
type Found = {
  quantityId: string | null
  foundText: string | null
  foundValue: number | null
  foundLow: number | null
  foundHigh: number | null
}
type Check<T> = { value: T; issues: z.core.$ZodRawIssue[] }

export function checkSourceDays({ value, issues }: Check<SourceDays>): void {
  if (value.publishedOn === null || value.publishedOn <= value.retrievedOn) return
  const message = 'The source was retrieved before it was published. Correct one of the two days.'
  issues.push({ code: 'custom', path: ['publishedOn'], message, input: value.publishedOn })
}

function checkFound({ value, issues }: Check<Found>): void {
  const refuse = (path: string, message: string) => issues.push({ code: 'custom', path: [path], message, input: value })
  const { foundValue, foundLow, foundHigh, foundText } = value
  const hasNumber = foundValue !== null || foundLow !== null || foundHigh !== null
  if (foundLow !== null && foundHigh !== null && foundLow > foundHigh)
    refuse('foundHigh', 'The range ends below where it begins.')
  if ((foundText !== null || value.quantityId !== null) && !hasNumber)
    refuse('foundValue', 'Write the found figure in digits too, so that it can be compared.')
  if (hasNumber && foundText === null)
    refuse('foundText', 'Write the figure as the source states it, for example “$14.9 billion”.')
}

/**
 * A source is named by its address, or by its title alone (a letter, a call). A known address is reused; `sourceId` names a
 * known source that has none.
 */
export const AddEvidence = z
  .object({ claimId: Id, sourceId: optional(Id), url: optional(WebAddress), ...sourceFields, ...foundFields })
  .check((check) => {
    checkSourceDays(check)
    checkFound(check)
  })
export type AddEvidence = z.infer<typeof AddEvidence>

export const UpdateEvidence = z
  .object({ id: Id, revision: z.coerce.number<number | string>().int().min(1), ...foundFields })
  .check(checkFound)
export type UpdateEvidence = z.infer<typeof UpdateEvidence>

/** The address stays: another address is another source. */
export const UpdateSource = z
  .object({ id: Id, revision: z.coerce.number<number | string>().int().min(1), ...sourceFields })
  .check(checkSourceDays)
export type UpdateSource = z.infer<typeof UpdateSource>

export const MoveEvidence = z.object({ id: Id, direction: z.enum(['up', 'down']) })
export type MoveEvidence = z.infer<typeof MoveEvidence>

export const RemoveEvidence = z.object({
  id: Id,
  reason: textField(300, { label: 'The reason' }),
})
export type RemoveEvidence = z.infer<typeof RemoveEvidence>

/** All evidence of a claim in its new order. */
export const OrderEvidence = z.object({ claimId: Id, ids: z.array(Id).min(1).max(500) })
export type OrderEvidence = z.infer<typeof OrderEvidence>

/** An address to be fetched now. */
export const TakeCopy = z.object({ url: WebAddress })
export type TakeCopy = z.infer<typeof TakeCopy>

export const SourceInput = z.object({ sourceId: Id })
export type SourceInput = z.infer<typeof SourceInput>

/** Payload of the job that looks at a source again: for one due time (ISO). */
export const CheckSourcePayload = z.object({ sourceId: z.uuid(), dueAt: z.iso.datetime() })
export type CheckSourcePayload = z.infer<typeof CheckSourcePayload>

export const ArchiveSourcePayload = z.object({ archivingId: z.uuid() })
