import { z } from 'zod'
import { addressProblem } from '@/lib/core/addresses'
import { optional } from '@/lib/core/fields'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'

export const DEFAULT_INTERVAL = 60

const FeedAddress = z
  .string({ error: 'Enter the address of the feed, or of a page that links to it.' })
  .trim()
  .max(2000, { error: 'The address may have at most 2000 characters.' })
  .superRefine((text, context) => {
    const problem = addressProblem(text)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })
  .transform((text) => {
    const url = new URL(URL.canParse(text) ? text : 'https://invalid.example')
    url.hash = ''
    return url.href
  })

const MAX_LIST = 50
/** A list typed with commas or line ends between; an empty field is an empty list. */
const listOf = (what: string) =>
  z.preprocess(
    (given) =>
      typeof given === 'string'
        ? given
            .split(/[,\n]/)
            .map((part) => part.trim())
            .filter((part) => part !== '')
        : (given ?? []),
    z
      .array(textField(100, { label: `Each of the ${what}` }))
      .max(MAX_LIST, { error: `At most ${MAX_LIST} ${what}.` })
      .transform((all) => [...new Set(all)]),
  )

/** How a feed is treated; what is left out has the usual value. */
const FeedTreatment = z.object({
  publisher: optional(textField(200, { label: 'The publisher' })),
  intervalMinutes: z.coerce
    .number({ error: 'Choose how often.' })
    .int()
    .min(5, { error: 'At least 5 minutes.' })
    .max(10_080, { error: 'At most a week.' })
    .default(DEFAULT_INTERVAL),
  words: listOf('words'),
  publishers: listOf('publishers'),
  matching: z.enum(['import', 'inbox'], { error: 'Choose what becomes of them.' }).default('inbox'),
  others: z.enum(['inbox', 'pass'], { error: 'Choose what becomes of the others.' }).default('pass'),
})

export const FindFeedsInput = z.object({ address: FeedAddress })
export type FindFeedsInput = z.input<typeof FindFeedsInput>

export const AddFeedInput = FeedTreatment.extend({
  address: FeedAddress,
  title: optional(textField(300, { label: 'The title' })),
  siteAddress: optional(z.string().max(2000)),
})
export type AddFeedInput = Pick<z.input<typeof AddFeedInput>, 'address'> & Partial<z.input<typeof AddFeedInput>>

export const EditFeedInput = FeedTreatment.extend({
  feedId: Id,
  revision: z.coerce.number().int().min(1),
  title: textField(300, { label: 'The title' }),
})
export type EditFeedInput = Pick<z.input<typeof EditFeedInput>, 'feedId' | 'revision' | 'title'> &
  Partial<z.input<typeof EditFeedInput>>

export const FeedInput = z.object({ feedId: Id })
export type FeedInput = z.input<typeof FeedInput>

export const MAX_OPML_BYTES = 2_000_000
export const ImportOpmlInput = FeedTreatment.extend({
  text: z.string({ error: 'Choose an OPML file.' }).max(MAX_OPML_BYTES, { error: 'The file is larger than 2 MB.' }),
})
export type ImportOpmlInput = Pick<z.input<typeof ImportOpmlInput>, 'text'> & Partial<z.input<typeof ImportOpmlInput>>

/** What became of one feed of a list. */
export type OpmlRow = { address: string; title: string | null } & (
  | { outcome: 'added' | 'known' }
  | { outcome: 'refused'; words: string }
)

/** How many items are decided on at once: as many as one page shows. */
export const MAX_ITEMS = 100
export const DecideItemsInput = z.object({
  itemIds: z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z
      .array(Id, { error: 'Choose at least one item.' })
      .min(1, { error: 'Choose at least one item.' })
      .max(MAX_ITEMS, { error: `Choose at most ${MAX_ITEMS} items at once.` })
      .transform((ids) => [...new Set(ids)].sort()),
  ),
  move: z.enum(['import', 'dismiss'], { error: 'Choose what becomes of them.' }),
})
export type DecideItemsInput = z.input<typeof DecideItemsInput>

/** `dueAt`: the due time that the job is for. */
export const FetchFeedPayload = z.object({ feedId: Id, dueAt: z.iso.datetime() })
export type FetchFeedPayload = z.infer<typeof FetchFeedPayload>
export const ImportItemPayload = z.object({ itemId: Id })
