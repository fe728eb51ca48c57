import { createHash } from 'node:crypto'
import { signatureOf } from '@/lib/claims/rules/matching-signature'
import { quoteSelector } from '@/lib/core/text'
import { formatWindow } from '@/lib/core/windows'
import { DEFAULT_CERTAINTY } from '@/lib/settings/rules'
import { at, instantOf, toDay } from './chance'
import type { Desk, Row, Rows } from './desk'
import type { Voice } from './events'
import {
  FOUNDED_DAYS_AGO,
  type Mention,
  type Newsroom,
  type SimulatedArticle,
  type SimulatedPrediction,
} from './newsroom'
import { TARGET } from './outcome-rows'
import type { World } from './world'

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The id of who speaks; null for the publisher itself. */
export function speakerIdOf({ speakers, publishers }: World, voice: Voice, publisher: number): string | null {
  if (voice.is === 'own') return null
  return voice.is === 'named' ? at(speakers, voice.speaker).id : at(publishers, publisher).unnamed.id
}

export function worldRows({ world, today }: Newsroom): Rows {
  const created_at = instantOf(today - FOUNDED_DAYS_AGO)
  const groups = world.publishers.map(({ unnamed }) => unnamed)
  const publisherId = (n: number | null) => (n === null ? null : at(world.publishers, n).id)
  return {
    publisher: world.publishers.map(({ id, slug, name }) => ({
      ...{ id, slug, name, name_key: name.toLowerCase(), revision: 1, created_at },
    })),
    speaker: [...world.speakers, ...groups].map(({ id, slug, name, kind, publisher }) => ({
      ...{ id, slug, name, kind, publisher_id: publisherId(publisher), same_as: [], revision: 1, created_at },
    })),
    topic: world.topics.map(({ id, slug, name }) => ({ id, slug, name, created_at })),
  }
}

/** Articles with the sentences that the desk took up from them, as they stand there. */
export function articleRows({ articles, world, newId }: Newsroom, desk: Desk): Rows {
  const rows: Record<'story' | 'article' | 'snapshot' | 'story_article' | 'occurrence', Row[]> = {
    ...{ story: [], article: [], snapshot: [], story_article: [], occurrence: [] },
  }
  const stories = new Set<string>()
  for (const article of articles) {
    const at = instantOf(article.on)
    const body = article.mentions.map(({ quote }) => quote).join('\n\n')
    rows.article.push(articleRow(article, world, at))
    rows.snapshot.push({
      ...{ id: article.snapshotId, article_id: article.id, ordinal: 1, raw: body, raw_hash: sha(body), body },
      ...{ body_hash: sha(body), is_bmp: true, cut: [], shapes: [], cleaner_version: 'simulated', created_at: at },
    })
    if (article.storyId !== null) {
      if (!stories.has(article.storyId)) rows.story.push({ id: article.storyId, created_at: at })
      stories.add(article.storyId)
      rows.story_article.push({ article_id: article.id, story_id: article.storyId, similarity: 1, linked_at: at })
    }
    let from = 0
    for (const mention of article.mentions) {
      const span = { start: from, end: from + mention.quote.length }
      from = span.end + 2
      rows.occurrence.push(occurrenceRow(mention, article, { id: newId(at), span, body, world, desk, at }))
    }
  }
  return rows
}

function articleRow(article: SimulatedArticle, { publishers }: World, importedAt: Date): Row {
  return {
    ...{ id: article.id, publisher_id: at(publishers, article.publisher).id, title: 'What is planned' },
    ...{ url: `https://papers.example/${article.id}`, fingerprint: `simulated:${article.id}`, revision: 1 },
    ...{ published_on: toDay(article.on), day_candidates: [], imported_at: importedAt },
  }
}

type Place = { id: string; span: { start: number; end: number }; body: string; world: World; desk: Desk; at: Date }

function occurrenceRow(mention: Mention, article: SimulatedArticle, { id, span, body, world, desk, at }: Place): Row {
  const { prediction, voice, publisher } = mention
  const speakerId = speakerIdOf(world, voice, publisher)
  return {
    ...{ id, claim_id: prediction.claimId, article_id: article.id, snapshot_id: article.snapshotId },
    ...{ ...span, ...quoteSelector(body, span), speaker_id: speakerId, is_own_voice: speakerId === null },
    ...{ speaker_text: speakerId === null ? null : 'as it stands there', certainty_words: prediction.phrase.words },
    ...{ is_negated: prediction.isNegated, rules: ['simulated'], created_by_id: desk.authorId, created_at: at },
  }
}

const PROBABILITIES = new Map<string | null, number>(
  DEFAULT_CERTAINTY.map(({ words, probability }) => [words, probability]),
)

/** Claims with their topics, and how far each prediction is. */
export function predictionRows({ predictions, world, newId }: Newsroom, desk: Desk): Rows {
  const rows: Record<'claim' | 'claim_topic' | 'prediction' | 'prediction_save' | 'clarification', Row[]> = {
    ...{ claim: [], claim_topic: [], prediction: [], prediction_save: [], clarification: [] },
  }
  for (const prediction of predictions) {
    rows.claim.push(claimRow(prediction, world, desk))
    const subject = prediction.serial % world.topics.length
    const topics = new Set([subject, prediction.event.thing.length % world.topics.length])
    for (const topic of topics)
      rows.claim_topic.push({ claim_id: prediction.claimId, topic_id: at(world.topics, topic).id })
    if (prediction.state === 'unsaved') continue
    rows.prediction.push(predictionRow(prediction, world, desk))
    const saidAt = instantOf(prediction.saidOn, 15)
    const save = { prediction_id: prediction.id, revision: 1, saved_by_id: desk.authorId, saved_at: saidAt }
    rows.prediction_save.push({ ...save, id: newId(saidAt), content: {} })
    if (prediction.state === 'opened' && prediction.serial % 50 === 0)
      rows.clarification.push({
        ...{ id: newId(saidAt), prediction_id: prediction.id, text: 'A part that opens to visitors counts.' },
        ...{ author_id: desk.authorId, created_at: instantOf(prediction.openedOn, 16) },
      })
  }
  return rows
}

function claimRow(prediction: SimulatedPrediction, world: World, desk: Desk): Row {
  const { serial, event, phrase, isNegated, voice, publisher, claimId } = prediction
  const words = `${phrase.words ?? 'would'}${isNegated && phrase.negated < 1 ? ' not' : ''}`
  const thing = `The ${event.thing} of ${event.place}, lot ${serial},`
  const statement = `${thing} ${words} open ${formatWindow({ from: toDay(prediction.from), to: toDay(prediction.to) })}.`
  const isPublic = prediction.state === 'opened' || prediction.state === 'too_vague'
  return {
    ...{ id: claimId, slug: `${event.thing}-${event.place}-${serial}`.toLowerCase().replace(/\s/g, '-') },
    ...{ kind: 'prediction', statement, short_form: `${thing} ${words} open`.slice(0, 75) },
    ...{ speaker_id: speakerIdOf(world, voice, publisher), signature: signatureOf(statement, 'prediction') },
    ...{ state: isPublic ? 'published' : 'accepted', revision: 1 },
    first_published_at: isPublic ? instantOf(prediction.openedOn) : null,
    ...{ created_by_id: desk.authorId, created_at: instantOf(prediction.saidOn, 14) },
  }
}

function predictionRow(prediction: SimulatedPrediction, world: World, desk: Desk): Row {
  const { state, event, phrase, voice, publisher } = prediction
  const [isVague, isFrozen] = [state === 'too_vague', state === 'opened' || state === 'too_vague']
  const window = { from: toDay(prediction.from), to: toDay(prediction.to) }
  const isNumeric = event.kind === 'numeric'
  const isProposed = isFrozen || state === 'proposed'
  const openedAt = instantOf(prediction.openedOn)
  return {
    ...{ id: prediction.id, claim_id: prediction.claimId, state, said_on: toDay(prediction.saidOn) },
    ...{ speaker_id: speakerIdOf(world, voice, publisher), is_negated: prediction.isNegated },
    ...{ due_from: isVague ? null : window.from, due_to: isVague ? null : window.to },
    ...{ due_words: isVague ? null : `by ${window.to}`, window_basis: isVague ? null : 'stated' },
    ...{ grace_days: event.graceDays, criteria: isVague ? '' : 'The doors are open to the public.' },
    ...{ certainty_words: phrase.words, certainty: PROBABILITIES.get(phrase.words) ?? null },
    ...{ condition_words: event.kind === 'conditional' ? 'if the council agrees' : null },
    ...{ comparator: isNumeric ? 'at_least' : null, target_value: isNumeric ? TARGET : null },
    ...{ target_unit: isNumeric ? 'percent' : null, vague_reason: isVague ? 'It names no day.' : null },
    ...{
      setting_id: desk.settingId,
      author_id: desk.authorId,
      revision: 1,
      created_at: instantOf(prediction.saidOn, 15),
    },
    ...{ proposed_by_id: isProposed ? desk.authorId : null, proposed_at: isProposed ? openedAt : null },
    ...{ proposed_revision: isProposed ? 1 : null, proposed_digest: isProposed ? sha(prediction.id) : null },
    ...{ approver_id: isFrozen ? desk.approverId : null, frozen_at: isFrozen ? openedAt : null },
  }
}
