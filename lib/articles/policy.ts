import { type Actor, isAdmin, isEditor, isReviewer, isStaff } from '@/lib/core/context'

/** Importing is the admins' work; the command line and the demo's seeds import as named processes with that role. */
export const canImport = (actor: Actor): boolean => isAdmin(actor)
/** Articles are read at the desk only: their full text is their publishers'. */
export const canReadArticles = (actor: Actor): boolean => isStaff(actor)
/** Cited: a published claim was made in it, so that public pages name it and records count it. */
type ArticleFacts = { isCited: boolean }
/** Days, titles, bylines and addresses are corrected by whoever reads the text; once it is cited, by an editor. */
export const canEditArticle = (actor: Actor, { isCited }: ArticleFacts): boolean =>
  isCited ? isEditor(actor) : isAdmin(actor) || isReviewer(actor)
/** Hiding takes an article out of the lists, with a reason. Once it is cited that is editorial: admins alone may not. */
export const canHideArticle = (actor: Actor, { isCited }: ArticleFacts): boolean =>
  isEditor(actor) || (isAdmin(actor) && !isCited)
/** Publishers carry track records, so merging and splitting them is an editorial act; admins keep the list. */
export const canEditPublishers = (actor: Actor): boolean => isAdmin(actor) || isEditor(actor)
export const canMergePublishers = (actor: Actor): boolean => isEditor(actor)
export const canSplitPublishers = (actor: Actor): boolean => isEditor(actor)
/** Feeds bring articles in, so whoever imports watches them and decides on what they bring. */
export const canWatchFeeds = (actor: Actor): boolean => isAdmin(actor)
/** Finding copies is the work of the worker and the command line. */
export const canLinkStories = (actor: Actor): boolean => isAdmin(actor)
/** Which articles are one story: taking one out, and linking by hand. */
export const canKeepStories = (actor: Actor): boolean => isEditor(actor) || isAdmin(actor)
