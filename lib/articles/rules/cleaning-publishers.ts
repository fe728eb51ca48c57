/** News agencies whose names stand in datelines and credits: what is written (folded) -> the name shown. */
const AGENCIES: Record<string, string> = {
  afp: 'AFP',
  'agence france-presse': 'AFP',
  ap: 'AP',
  'associated press': 'AP',
  'the associated press': 'AP',
  reuters: 'Reuters',
  'thomson reuters': 'Reuters',
  kyodo: 'Kyodo News',
  'kyodo news': 'Kyodo News',
  jiji: 'Jiji Press',
  'jiji press': 'Jiji Press',
  yonhap: 'Yonhap',
  xinhua: 'Xinhua',
  tass: 'TASS',
  interfax: 'Interfax',
  dpa: 'dpa',
  upi: 'UPI',
  ani: 'ANI',
  pti: 'PTI',
  ians: 'IANS',
  app: 'APP',
  'associated press of pakistan': 'APP',
  aap: 'AAP',
  bernama: 'Bernama',
  antara: 'ANTARA',
  anadolu: 'Anadolu Agency',
  'anadolu agency': 'Anadolu Agency',
  aa: 'Anadolu Agency',
  efe: 'EFE',
  ansa: 'ANSA',
  'pa media': 'PA Media',
  pa: 'PA Media',
  cna: 'CNA',
  bloomberg: 'Bloomberg',
  prnewswire: 'PR Newswire',
  'pr newswire': 'PR Newswire',
  'business wire': 'Business Wire',
  globenewswire: 'GlobeNewswire',
  'globe newswire': 'GlobeNewswire',
  cnn: 'CNN',
  wam: 'WAM',
  spa: 'SPA',
  irna: 'IRNA',
  mena: 'MENA',
  'canadian press': 'The Canadian Press',
  'the canadian press': 'The Canadian Press',
}

/** The agency that a written name stands for, or null. */
export const agencyOf = (name: string): string | null =>
  AGENCIES[
    name
      .replace(/[()[\]/.]/g, ' ')
      .trim()
      .toLowerCase()
  ] ?? null

const TOP_LEVEL =
  '(?:com|net|org|info|news|media|press|io|tv|today|online|example|(?:co|com|net|org|or|ne|ac|gov)\\.[a-z]{2}|(?:jp|kr|cn|tw|in|pk|uk|de|fr|eu|us|ca|au|nz|ie|sg|my|ph|id|th|vn|ru|ch|at|nl|be|se|no|dk|fi|pl|cz|it|es|pt|br|mx|za|ng|ke|il|ae|sa|tr|gr))'
/** A site's name as it is written on its pages: "ExampleNews.com". Bounded; to be anchored by its users. */
export const SITE_NAME = `(?:www\\.)?[A-Za-z0-9][A-Za-z0-9-]{1,40}(?:\\.[A-Za-z0-9-]{2,30}){0,2}\\.${TOP_LEVEL}`

const WHOLE_SITE = new RegExp(`^[\\s([–—-]{0,4}(${SITE_NAME})[\\s)\\].]{0,3}$`)

/** The site that a whole line names, or null. */
export const siteOf = (line: string): string | null => (line.length <= 90 ? (WHOLE_SITE.exec(line)?.[1] ?? null) : null)
