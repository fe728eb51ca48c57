import { type Word, WordClass } from './lexicon'

/** A class from a list of words between white space: tables stay readable. */
export const wordSet = (list: string): WordClass => new WordClass(list.split(/\s+/).filter(Boolean))

/** All words of several classes, for one look that passes over the rest. */
export const anyOf = (...classes: readonly Iterable<string>[]): WordClass =>
  new WordClass([...new Set(classes.flatMap((words) => [...words]))])

/** Closed word classes. Everything lower case. */

export const DETERMINERS = wordSet(`
  the a an this that these those my your his her its our their some any each every no another either neither both all
  several many few such what which whose
`)
export const POSSESSIVES = wordSet(`my your his her its our their 's ' whose`)
export const PREPOSITIONS = wordSet(`
  of in on at by for from with to into onto upon about against among amid amidst around across along alongside after before
  between beyond behind below beneath beside besides despite down during except inside near off out outside over past
  per since than through throughout till toward towards under underneath until unlike up via within without versus ahead
  like as
`)
export const PERSONAL_PRONOUNS = wordSet('i you he she it we they')
export const COORDINATORS = wordSet('and or but nor yet')
export const SUBORDINATORS = wordSet(`
  as while when whenever after before because since until though although whereas if unless once where wherever that
  whether lest so
`)
export const RELATIVES = wordSet('which who whom whose that where when')
export const MODALS = wordSet(
  `will 'll would shall should can could may might must cannot can't won't wouldn't couldn't shouldn't ought`,
)
export const BE = wordSet(`is are was were be been being am 's 're 'm isn't aren't wasn't weren't`)
export const HAVE = wordSet(`has have had having 've hasn't haven't hadn't`)
export const DO = wordSet(`do does did don't doesn't didn't`)
export const NEGATIONS =
  wordSet(`not never no neither nor n't cannot can't won't wouldn't couldn't shouldn't isn't aren't wasn't weren't
  hasn't haven't hadn't don't doesn't didn't none nobody nothing without`)
const ADVERBS = wordSet(`
  also not never now then already still yet just only even soon again later recently currently previously formerly
  reportedly allegedly apparently largely mostly mainly nearly almost about around roughly once often always sometimes
  usually likely probably possibly perhaps maybe ever further further too there here instead meanwhile however therefore
  together publicly privately repeatedly initially finally eventually immediately ultimately once twice
`)

/** Words that cannot be inside a short noun phrase: they end what a number counts. */
export const ENDS_NOUN_PHRASE = wordSet(`
  of in on at by for from with to into onto upon about against among amid around across along after before between beyond
  behind below during except inside near off out outside over past per since than through throughout till toward towards
  under until up via within without versus ahead like as and or but nor yet so if when while where because although though
  that which who whom whose what this these those the a an my your his her its our their it he she they we you i
  is are was were be been being am has have had having do does did will would shall should can could may might must
  not also more less ago each every any some all both either neither there here then now just only even still
  later earlier away apart
`)

export const isAdverb = (word: string): boolean =>
  ADVERBS.has(word) || (word.length > 4 && word.endsWith('ly') && !NOT_ADVERBS.has(word))
const NOT_ADVERBS = wordSet(
  'unlikely costly deadly lovely ugly silly elderly orderly hourly quarterly bully belly jelly lonely lively homely timely family supply reply italy july daily weekly monthly yearly friendly early elderly ally rally assembly apply fly likely only anomaly monopoly',
)

/** The same of a token, remembered with its word. */
export const isAdverbial = ({ word }: { readonly word: Word }): boolean => {
  word.isAdverb ??= isAdverb(word.lower)
  return word.isAdverb
}
