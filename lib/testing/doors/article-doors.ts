import { hideArticle } from '@/lib/articles/commands/details'
import { addFeed } from '@/lib/articles/commands/feeds'
import { mergePublishers } from '@/lib/articles/commands/publishers'
import { splitPublisher } from '@/lib/articles/commands/splitting'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db } from '@/lib/platform/db'
import { makePublisher } from '@/lib/testing/predictions'
import { ADMIN, DESK, type Doors, door, EDITOR, KEEPERS, REVIEW } from './door'
import { candidate, claim, desk, sentence } from './things'

const reason = 'It is another paper.'
const nothing = () => newId()
const uncited = async () => {
  const { articleId } = await candidate()
  return db().article.findUniqueOrThrow({ where: { id: articleId } })
}
const publisher = () => makePublisher(`Norhaven ${newId()}`)
const merged = async () => {
  const [publisherId, intoId] = [await publisher(), await publisher()]
  await mergePublishers(desk().ben, { publisherId, intoId, reason })
  return publisherId
}
/** A publisher with an article of its own. */
const toSplit = async () => {
  const { id, publisherId } = await uncited()
  return { publisherId, articleIds: [id], name: `Norhaven ${newId()}`, reason }
}
const feed = () => addFeed(contextOf(systemActor('test'), new Date()), { address: `https://feed.example/${newId()}` })
/** A source that evidence cites. */
const cited = async () => {
  const made = await claim()
  await desk().cite(made)
  return (await db().evidence.findFirstOrThrow({ where: { claimId: made.claimId } })).sourceId
}

export const ARTICLE_DOORS: Doors = {
  '(desk)/desk/articles': {
    confirmDayAction: door(DESK, async () => {
      const { id, revision } = await uncited()
      return { articleId: id, revision, publishedOn: '2025-10-02' }
    }),
    updateDetailsAction: door(DESK, async () => {
      const { id, revision, title, publisherId } = await uncited()
      return { articleId: id, revision, title: `${title} again`, publisherId }
    }),
    hideArticleAction: door(KEEPERS, async () => ({ articleId: (await uncited()).id, reason })),
    showArticleAction: door(KEEPERS, async () => {
      const { id } = await uncited()
      await hideArticle(desk().ben, { articleId: id, reason })
      return { articleId: id, reason }
    }),
    rereadAction: door(ADMIN, () => ({}), 'MOVE_REFUSED'),
    leaveStoryAction: door(KEEPERS, () => ({ articleId: nothing(), reason }), 'MOVE_REFUSED'),
    joinStoryAction: door(KEEPERS, async () => ({ articleId: (await uncited()).id, other: (await uncited()).id })),
  },
  '(desk)/desk/articles/import': {
    importTextAction: door(ADMIN, () => ({ text: sentence('The pier'), publisher: 'Quay Daily', move: 'import' })),
    importFilesAction: door(ADMIN, () => ({ 'files[]': new File([sentence('The quay')], 'quay.txt') })),
  },
  '(desk)/desk/articles/import/address': {
    // its fetch is refused for everybody here: the address is one of this machine
    readPageAction: door(ADMIN, () => ({ address: 'http://127.0.0.1:9/page', fetchId: 'one' }), 'NOT_FETCHED'),
    importPageAction: door(ADMIN, () => ({ rawPageId: nothing() }), 'NOT_FOUND'),
  },
  '(desk)/desk/articles/import/batch': {
    importTableAction: door(ADMIN, () => ({ file: new File([`text\n${sentence('The mole')}\n`], 'rows.csv') })),
    importAfterDryRunAction: door(ADMIN, () => ({ runId: nothing() }), 'NOT_FOUND'),
  },
  '(desk)/desk/feeds': {
    addFeedAction: door(ADMIN, () => ({ address: 'http://127.0.0.1:9/feed' }), 'NOT_FETCHED'),
    editFeedAction: door(ADMIN, async () => ({ ...(await feed()), revision: 1, title: 'Harbour news' })),
    pauseFeedAction: door(ADMIN, feed),
    fetchFeedAction: door(ADMIN, feed),
    decideItemsAction: door(ADMIN, () => ({ 'itemIds[]': [nothing()], move: 'dismiss' })),
    importOpmlAction: door(ADMIN, () => ({
      file: new File(
        ['<opml version="2.0"><body><outline type="rss" xmlUrl="https://feed.example/opml"/></body></opml>'],
        'feeds.opml',
      ),
    })),
  },
  '(desk)/desk/publishers': {
    createPublisherAction: door(KEEPERS, () => ({ name: `Norhaven ${newId()}` })),
    editPublisherAction: door(KEEPERS, async () => ({
      publisherId: await publisher(),
      revision: 1,
      name: `Norhaven ${newId()}`,
    })),
    mergePublishersAction: door(EDITOR, async () => ({
      ...{ publisherId: await publisher(), intoId: await publisher(), reason },
    })),
    undoMergeAction: door(EDITOR, async () => ({ publisherId: await merged() })),
    splitPublisherAction: door(EDITOR, toSplit),
    undoSplitAction: door(EDITOR, async () => {
      const given = await toSplit()
      await splitPublisher(desk().ben, given)
      const { id: splitId } = await db().auditEvent.findFirstOrThrow({
        where: { type: 'publisher.split' },
        orderBy: { id: 'desc' },
      })
      return { publisherId: given.publisherId, splitId }
    }),
  },
  '(desk)/desk/sources': {
    checkSourceAction: door(REVIEW, () => ({ sourceId: nothing() }), 'NOT_FOUND'),
    settleAlertAction: door(REVIEW, async () => ({ sourceId: await cited() })),
    requestArchivingAction: door(REVIEW, () => ({ sourceId: nothing() }), 'MOVE_REFUSED'),
  },
  '(desk)/desk/external': {
    lookAtAddressAction: door(ADMIN, () => ({ address: 'http://127.0.0.1:9/checks' }), 'NOT_FETCHED'),
    lookAtFileAction: door(ADMIN, () => ({ file: new File([CHECKS], 'checks.json') })),
    lookAtPasteAction: door(ADMIN, () => ({ text: CHECKS })),
    storeImportAction: door(ADMIN, () => ({ importId: nothing() }), 'NOT_FOUND'),
    decideMatchAction: door(
      EDITOR,
      async () => ({ externalVerdictId: nothing(), claimId: (await claim()).claimId, move: 'same' }),
      'NOT_FOUND',
    ),
    hideExternalAction: door(KEEPERS, () => ({ externalVerdictId: nothing(), reason }), 'NOT_FOUND'),
    showExternalAction: door(KEEPERS, () => ({ externalVerdictId: nothing() }), 'NOT_FOUND'),
  },
}

const CHECKS = JSON.stringify([
  {
    ...{ '@type': 'ClaimReview', url: 'https://checks.example/r', author: { name: 'Harbor Checks' } },
    ...{ claimReviewed: 'The pier is long.', reviewRating: { alternateName: 'Wrong' } },
  },
])
