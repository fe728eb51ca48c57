import { type Actor, isAdmin, isEditor, isReviewer, isStaff } from '@/lib/core/context'

/** Importing is the admins' work; the command line and the demo's seeds import as named processes with that role. */
export const canImport = (actor: Actor): boolean => isAdmin(actor)
/** Articles are read at the desk only: their full text is their publishers'. */
export const canReadArticles = (actor: Actor): boolean => isStaff(actor)
/** Days, titles, bylines and addresses are corrected by whoever reads the text, reviewers included. */
export const canEditArticle = (actor: Actor): boolean => isAdmin(actor) || isReviewer(actor)
/** Hiding takes an article out of the lists, with a reason; what was published from it stays. */
export const canHideArticle = (actor: Actor): boolean => isAdmin(actor) || isEditor(actor)
/** Publishers carry track records, so merging them is an editorial act; admins keep the list. */
export const canEditPublishers = (actor: Actor): boolean => isAdmin(actor) || isEditor(actor)
export const canMergePublishers = (actor: Actor): boolean => isEditor(actor)
