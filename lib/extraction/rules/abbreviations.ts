import { wordSet } from './words'

/** Before a name; a full stop after them never ends a sentence. Lower case, without the stop. */
export const TITLES = wordSet(`
  mr mrs ms mx dr prof gen sen rep gov lt col capt cpl sgt maj cmdr adm brig pvt hon rev fr sr st ste mt messrs mme mlle
  pres supt det insp atty amb dep
`)

/** Never end a sentence either. */
export const ALWAYS_JOINED = wordSet('vs v e.g i.e cf viz al approx est fig figs ed eds vol pp art arts n° sec ft mt')

/** Join only with a number behind them: "p. 55", "No. 10". */
export const JOINED_BEFORE_NUMBER = wordSet(
  'p no nos nr n° § ca c art sec ch jan feb mar apr jun jul aug sep sept oct nov dec',
)

/** May end a sentence: they do when a usual sentence opener follows. */
export const ENDS_OR_JOINS = wordSet(`
  co corp inc ltd llc plc bros jr sr esq phd etc dept univ assn u.s u.k u.n e.u u.s.a ave blvd rd st sq
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
  ont que min max avg a.m p.m
`)

/** Words that usually open a sentence and rarely begin a name. */
export const SENTENCE_OPENERS = wordSet(`
  the a an this that these those there here he she it they we you i his her its their our my your
  in on at by for from with as after before when while since if although though because but and or so yet however
  what who how why where which is are was were do does did has have had will would can could may
  some many most more few several all both no not one two another other each every also then now still meanwhile
  its it's he's she's they're i'm we're let let's according under during despite
`)
