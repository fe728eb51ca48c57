'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { optional } from '@/lib/core/fields'
import { textField } from '@/lib/core/text-field'
import { decideMatch, hideExternal, showExternal } from '@/lib/verdicts/commands/external/deciding'
import { lookAtAddress, lookAtBytes } from '@/lib/verdicts/commands/external/looking'
import { storeImport } from '@/lib/verdicts/commands/external/storing'
import {
  DecideMatchInput,
  HideExternalInput,
  LookAtAddressInput,
  MAX_EXTERNAL_BYTES,
  ShowExternalInput,
  StoreImportInput,
} from '@/lib/verdicts/schema/external'
import { action } from '@/lib/web/action'

const goOn = (importId: string): never => redirect(`/desk/external/import/${importId}`)

export const lookAtAddressAction = action(
  LookAtAddressInput,
  async (ctx, input): Promise<undefined> => goOn((await lookAtAddress(ctx, input)).importId),
  { refreshes: false },
)

const publisher = optional(textField(200, { label: 'The publisher' }))
const FileInput = z.object({
  file: z
    .instanceof(File, { error: 'Choose a file.' })
    .refine((file) => file.size > 0, { error: 'The file is empty. Choose another one.' })
    .refine((file) => file.size <= MAX_EXTERNAL_BYTES, {
      error: 'The file is larger than 25 MB. Cut it into several.',
    }),
  publisher,
})

export const lookAtFileAction = action(
  FileInput,
  async (ctx, { file, publisher }): Promise<undefined> => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return goOn((await lookAtBytes(ctx, { label: file.name.slice(0, 200) || 'A file', bytes, publisher })).importId)
  },
  { refreshes: false },
)

const PasteInput = z.object({
  text: z
    .string({ error: 'Paste what you copied.' })
    .max(2_000_000, { error: 'It is longer than 2 million characters. Save it as a file and choose that.' }),
  publisher,
})

export const lookAtPasteAction = action(
  PasteInput,
  async (ctx, { text, publisher }): Promise<undefined> => {
    const bytes = new TextEncoder().encode(text)
    return goOn((await lookAtBytes(ctx, { label: 'A pasted text', bytes, publisher }, 'text')).importId)
  },
  { refreshes: false },
)

export const storeImportAction = action(StoreImportInput, storeImport)

export const decideMatchAction = action(DecideMatchInput, decideMatch)

export const hideExternalAction = action(HideExternalInput, hideExternal, { message: 'It is hidden.' })

export const showExternalAction = action(ShowExternalInput, showExternal, { message: 'It is shown again.' })
