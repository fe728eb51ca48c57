import { z } from 'zod'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'
import { VIEW_NAME_MAX } from '../rules/views'

export const VIEW_PAGES = ['inbox', 'claims', 'predictions'] as const
export type ViewPage = (typeof VIEW_PAGES)[number]

const name = textField(VIEW_NAME_MAX, { label: 'The name' })
/** The query of an address as the page writes it; checked by the page's own schema when it is opened. */
const query = z
  .string()
  .max(1000, { error: 'These filters are too long to be kept.' })
  .regex(/^[\w\-.~%+=&*]*$/, { error: 'These are no filters of this page.' })
const isShared = z.preprocess((value) => value === true || value === 'on' || value === 'yes', z.boolean())

export const SaveView = z.object({ page: z.enum(VIEW_PAGES), name, query: query.default(''), isShared })
export type SaveView = { page: ViewPage; name: string; query: string; isShared: boolean }
/** `query` left out keeps the filters. */
export const ChangeView = z.object({
  viewId: Id,
  revision: z.coerce.number<number>().pipe(z.int().min(1)),
  name,
  isShared,
  query: query.optional(),
})
export type ChangeView = { viewId: string; revision: number; name: string; isShared: boolean; query?: string }
export const DeleteView = z.object({ viewId: Id })
export type DeleteView = z.input<typeof DeleteView>
