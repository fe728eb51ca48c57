/** Closed word classes. Everything lower case. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean))

export const DETERMINERS = words(`
  the a an this that these those my your his her its our their some any each every no another either neither both all
  several many few such what which whose
`)
export const POSSESSIVES = words(`my your his her its our their 's ' whose`)
export const PREPOSITIONS = words(`
  of in on at by for from with to into onto upon about against among amid amidst around across along alongside after before
  between beyond behind below beneath beside besides despite down during except inside near off out outside over past
  per since than through throughout till toward towards under underneath until unlike up via within without versus ahead
  like as
`)
export const PRONOUNS = words(`
  i you he she it we they who someone somebody everyone everybody anyone anybody nobody nothing something everything
  there one this that these those
`)
export const PERSONAL_PRONOUNS = words('i you he she it we they')
export const OBJECT_PRONOUNS = words('me him her us them himself herself itself themselves myself ourselves yourself')
export const COORDINATORS = words('and or but nor yet')
export const SUBORDINATORS = words(`
  as while when whenever after before because since until though although whereas if unless once where wherever that
  whether lest so
`)
export const RELATIVES = words('which who whom whose that where when')
export const MODALS = words(
  `will 'll would shall should can could may might must cannot can't won't wouldn't couldn't shouldn't ought`,
)
export const BE = words(`is are was were be been being am 's 're 'm isn't aren't wasn't weren't`)
export const HAVE = words(`has have had having 've hasn't haven't hadn't`)
export const DO = words(`do does did don't doesn't didn't`)
export const NEGATIONS =
  words(`not never no neither nor n't cannot can't won't wouldn't couldn't shouldn't isn't aren't wasn't weren't
  hasn't haven't hadn't don't doesn't didn't none nobody nothing without`)
export const ADVERBS = words(`
  also not never now then already still yet just only even soon again later recently currently previously formerly
  reportedly allegedly apparently largely mostly mainly nearly almost about around roughly once often always sometimes
  usually likely probably possibly perhaps maybe ever further further too there here instead meanwhile however therefore
  together publicly privately repeatedly initially finally eventually immediately ultimately once twice
`)

/** Words that cannot be inside a short noun phrase: they end what a number counts. */
export const ENDS_NOUN_PHRASE = words(`
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
const NOT_ADVERBS = words(
  'family supply reply italy july daily weekly monthly yearly friendly early elderly ally rally assembly apply fly likely only anomaly monopoly',
)
