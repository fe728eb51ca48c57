'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { findFeeds } from '@/lib/articles/commands/feed-fetching'
import { decideItems } from '@/lib/articles/commands/feed-items'
import { addFeed, editFeed, fetchFeedNow, importOpml, pauseFeed } from '@/lib/articles/commands/feeds'
import { decodePage } from '@/lib/articles/rules/decoding'
import {
  AddFeedInput,
  DecideItemsInput,
  EditFeedInput,
  FeedInput,
  ImportOpmlInput,
  MAX_OPML_BYTES,
  type OpmlRow,
} from '@/lib/articles/schema/feeds'
import { counted } from '@/lib/core/counts'
import { AppError } from '@/lib/core/errors'
import { action } from '@/lib/web/action'
import type { AddAnswer } from './answers'

/** `chosen`: one of the feeds that a page was found to link to; it goes before what stands in the field. */
const AddInput = AddFeedInput.extend({ chosen: AddFeedInput.shape.address.optional() })

/** Watches the feed at an address; where that is a page with several feeds, answers them to choose from. */
export const addFeedAction = action(
  AddInput,
  async (ctx, { chosen, ...given }): Promise<AddAnswer> => {
    const found = await findFeeds(ctx, { address: chosen ?? given.address })
    const link = found.length === 1 ? found[0] : undefined
    if (link === undefined) return { typed: given, feeds: found.map(({ address, title }) => ({ address, title })) }
    // What a page links to is looked at before it is watched.
    const [only = link] = link.isRead ? [link] : await findFeeds(ctx, { address: link.address })
    const { address, title, siteAddress } = only
    const { feedId } = await addFeed(ctx, { ...given, address, title: title ?? given.title, siteAddress })
    redirect(`/desk/feeds/${feedId}?done=added`)
  },
  { refreshes: false },
)

export const editFeedAction = action(EditFeedInput, editFeed, { message: 'Saved.' })

export const pauseFeedAction = action(FeedInput, pauseFeed, { message: 'It is not fetched any more.' })

export const fetchFeedAction = action(FeedInput, fetchFeedNow, {
  message: 'It is fetched in a moment. Open the page again to see what it brought.',
})

export const decideItemsAction = action(
  DecideItemsInput,
  async (ctx, input) => ({ ...(await decideItems(ctx, input)), move: input.move }),
  {
    message: ({ changed, move }) =>
      move === 'import'
        ? `${counted(changed, 'item')} will be imported. What cannot be had comes back here with the reason.`
        : `${counted(changed, 'item')} dismissed.`,
  },
)

const OpmlInput = ImportOpmlInput.omit({ text: true }).extend({
  file: z
    .instanceof(File, { error: 'Choose an OPML file.' })
    .refine((file) => file.size > 0, { error: 'The file is empty. Choose another one.' })
    .refine((file) => file.size <= MAX_OPML_BYTES, { error: 'The file is larger than 2 MB.' }),
})

/** Watches all feeds of an OPML file. */
export const importOpmlAction = action(OpmlInput, async (ctx, { file, ...treatment }): Promise<OpmlRow[]> => {
  const text = decodePage(new Uint8Array(await file.arrayBuffer()), null)
  if (text.trim() === '')
    throw new AppError('BAD_INPUT', { fields: { file: 'The file is empty. Choose another one.' } })
  return importOpml(ctx, { ...treatment, text })
})
