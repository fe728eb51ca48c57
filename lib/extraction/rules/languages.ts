/**
 * The languages that are told apart: code (ISO 639-1), English name, and frequent words of running text that English
 * does not have. Languages with a script of their own need no words; see `SCRIPTS`.
 */
// biome-ignore format: a table
export const LATIN: readonly (readonly [code: string, name: string, words: string])[] = [
  ['fr', 'French', 'le la les des du un une et est dans pour que qui sur pas plus par avec sont au aux cette ces ce il elle nous vous ils ont été être mais où leur leurs comme se sa ses son tout selon entre après aussi ou ne même toute droit'],
  ['de', 'German', 'der das und ist nicht ein eine einer eines einem einen zu den dem des mit von auf für sich auch nach bei aus wird werden wurde als sind haben hat über oder aber sie er es ich wir noch vom zum zur im durch jeder seine seiner nur wie dass daß kann'],
  ['es', 'Spanish', 'el la los las del de y en que un una por con para es se su sus al lo como más pero fue ha han este esta son entre cuando sin sobre también ser ya desde todo toda tiene o no derecho hasta según donde nos'],
  ['it', 'Italian', 'il lo la gli le di del della dei delle degli e è che un una per con non sono nel nella si da al alla come più anche ma ha hanno questo questa essere ai dal dalla su o ogni suo sua tutti tra diritto ad ed'],
  ['pt', 'Portuguese', 'o os a as do da dos das de e em no na nos nas que um uma por para com não se é ao à mais como foi são ou seu sua pelo pela mas tem ser este esta entre também já sem todo toda direito até sobre'],
  ['nl', 'Dutch', 'de het een en van is in op dat te voor met niet zijn aan er om ook als door naar bij maar uit heeft hebben werd worden wordt nog deze dit die zich tot ik wij hij ze haar hun ieder recht of geen over'],
  ['sv', 'Swedish', 'och att det som en på är av för med den till inte har ett de om var han hon men vi jag från sig vid kan så eller efter också när där sin sina ska skall hade varje rätt hans än mot utan'],
  ['da', 'Danish', 'og at det er en på af for med den til ikke har et de om var han hun men vi jeg fra sig ved kan så eller efter også når der sin sine skal havde enhver ret hans mod uden blev efter ud'],
  ['no', 'Norwegian', 'og at det er en på av for med den til ikke har et de om var han hun men vi jeg fra seg ved kan så eller etter også når der sin sine skal hadde enhver rett hans mot uten ble ble etter ut mellom'],
  ['fi', 'Finnish', 'ja on ei että se hän oli ovat joka mutta kun niin myös sen tai kuin ole mukaan jos jotka hänen olla joka jokaisella oikeus ovat siitä tämä tämän sekä hänellä olisi ollut vain mitä kaikki jonka'],
  ['et', 'Estonian', 'ja on ei et see ta oli kes mis aga kui ning ka või tema igal õigus oma selle ole inimesel kõik mitte nende sest veel oma pole neid'],
  ['pl', 'Polish', 'i w na z do że nie się jest to o jak od po ale za przez dla są czy oraz tym był była może ma lub jego jej ich który która które każdy prawo ze także tego'],
  ['cs', 'Czech', 'a v na se je že s z do o k i za ve by jsou ale jako pro po od nebo jeho její který která které každý právo byl byla bylo také při podle má již'],
  ['sk', 'Slovak', 'a v na sa je že s z do o k aj za vo by sú ale ako pre po od alebo jeho jej ktorý ktorá ktoré každý právo bol bola bolo tiež pri podľa má už'],
  ['hu', 'Hungarian', 'a az és hogy nem is egy van volt meg csak de ez vagy már mint ha ki minden joga kell lesz szerint után között magyar azt ezt el még amely mindenkinek'],
  ['ro', 'Romanian', 'și şi în de la cu pe nu că este un o pentru care din mai sau sunt a al ale prin fi orice dreptul are lui ca au fost dar după către să această'],
  ['hr', 'Croatian or Serbian', 'i u je na se da za su od s ne kao ili iz ima svatko pravo koji koja koje bi ali po što biti njegov do sve bio nije samo nakon kako ovo svako'],
  ['sl', 'Slovenian', 'in je v na da se za so z ki ne pa kot ali po pri od vsakdo pravico ima tudi bi do njegov kateri lahko bil bila če ni iz'],
  ['tr', 'Turkish', 've bir bu da de için ile olarak olan çok daha var gibi ne ama her kadar o veya hakkı hakkına sonra göre değil ya olduğu en herkes ancak oldu'],
  ['az', 'Azerbaijani', 've və bir bu üçün ilə olan hər olaraq da də kimi daha hüququ var sonra onun isə öz şəxs etmək edilir'],
  ['id', 'Indonesian or Malay', 'yang dan di dengan untuk pada tidak ini itu dari dalam akan oleh adalah atau telah juga ada dapat setiap orang hak sebagai ke karena mereka kepada bagi berhak'],
  ['tl', 'Filipino', 'ang ng mga na sa ay at ito kung hindi para siya nila kaniyang may karapatan bawat tao lahat ni isang kanyang pang upang din nang'],
  ['vi', 'Vietnamese', 'và của là có không được cho trong với các một người này những đã để khi từ đến cũng như quyền mọi ở về tại bị ra đều'],
  ['lv', 'Latvian', 'un ir ar uz par no ka kas bet ne tiek vai kā pie arī cilvēkam tiesības viņa to katram lai pēc jau savu'],
  ['lt', 'Lithuanian', 'ir yra kad su iš į ne tai bet kaip ar jo turi teisę kiekvienas žmogus apie už buvo nuo dėl savo taip pat prie jų visi'],
  ['sq', 'Albanian', 'dhe në të e i së një që për me nga është nuk ka si por kjo drejtë gjithkush do tij se ose janë më'],
  ['ca', 'Catalan', 'el la els les de del i en que un una per amb és no se al com més però dret seva seu tota persona té són aquest aquesta dels ha als o'],
  ['sw', 'Swahili', 'na ya wa kwa ni la katika za kila haki mtu yake au kuwa ana hiyo huo kama cha watu bila wake si baada lakini pia'],
  ['so', 'Somali', 'iyo oo ka ku in waa la uu ayaa u ay ah qof xaq leeyahay soo si wuxuu laga kasta'],
  ['ha', 'Hausa', 'da na a ya ta ko ba wa su shi yana hakkin kowa kuma wanda cikin don ga yake abin duk kan'],
  ['yo', 'Yoruba', 'ni ti àti ní tí kò fún sí bí gbogbo ẹnì kan ẹ̀tọ́ lati wa ó kí'],
  ['af', 'Afrikaans', 'die en van het is nie in op te vir met dat aan om ook as deur na sy word elkeen reg hy wat hulle was uit of ons kan sal'],
  ['eu', 'Basque', 'eta da ez du dute bat dira izan eskubidea pertsona orok hori baina ere bere den duen dela edo zuen'],
  ['gl', 'Galician', 'o os a as do da dos das de e en no na que un unha por para con non se é ao á máis como foi son ou seu súa pero ten dereito toda persoa'],
  ['cy', 'Welsh', 'y yr a i o yn ar mae ac ei gan nid am wedi pob hawl neu fod bod gyda hyn oedd gyfer sydd unrhyw'],
  ['ga', 'Irish', 'an na agus is ag ar le i a go do atá tá duine gach ceart nó nach chun é ní sin aige bhí leis'],
  ['is', 'Icelandic', 'og að er í á sem ekki með til um það hann var en við fyrir af sé rétt maður hver eða hafa þeir sig því eru'],
  ['mt', 'Maltese', 'u li ta il l fil fuq għal għandu dritt kull bniedem ma jew tal dan hija huwa biex kien bil'],
  ['la', 'Latin', 'et in est non ad ut cum qui quod sed aut ex omnis ius sunt ab atque ac esse habet quae'],
  ['eo', 'Esperanto', 'la kaj de en al ne estas kiu por ke kun aŭ ĉiu havas rajton pri sia li por tiu ili el'],
]

/** Words of English text that hardly any of the others has. */
// biome-ignore format: a table
export const ENGLISH =
  'the of and to that for with by from it this are were been have has had not but which they you we his her their would who said will or at as there more than when after about its into also can could one our all up out on an be he she if what so my just over'

/** Ranges of letters [first, last] -> what is written in them, decided further by letters for some. */
// biome-ignore format: a table
export const SCRIPTS: readonly (readonly [first: number, last: number, code: string])[] = [
  [0x0370, 0x03ff, 'el'], [0x0400, 0x052f, 'ru'], [0x0531, 0x058f, 'hy'], [0x0590, 0x05ff, 'he'], [0x0600, 0x077f, 'ar'], [0x0900, 0x097f, 'hi'], [0x0980, 0x09ff, 'bn'], [0x0a00, 0x0a7f, 'pa'], [0x0a80, 0x0aff, 'gu'],
  [0x0b00, 0x0b7f, 'or'], [0x0b80, 0x0bff, 'ta'], [0x0c00, 0x0c7f, 'te'], [0x0c80, 0x0cff, 'kn'], [0x0d00, 0x0d7f, 'ml'], [0x0d80, 0x0dff, 'si'], [0x0e00, 0x0e7f, 'th'], [0x0e80, 0x0eff, 'lo'], [0x0f00, 0x0fff, 'bo'], [0x1000, 0x109f, 'my'],
  [0x10a0, 0x10ff, 'ka'], [0x1100, 0x11ff, 'ko'], [0x1200, 0x139f, 'am'], [0x1780, 0x17ff, 'km'], [0x1800, 0x18af, 'mn'], [0x1f00, 0x1fff, 'el'], [0x3040, 0x30ff, 'ja'], [0x31f0, 0x31ff, 'ja'], [0x3400, 0x9fff, 'zh'], [0xac00, 0xd7af, 'ko'], [0xf900, 0xfaff, 'zh'],
]

/** Letters that only one of the languages of a script has. */
// biome-ignore format: a table
export const TELLING: Readonly<Record<string, readonly (readonly [letters: string, code: string])[]>> = {
  ru: [['әғқңөұүһӘҚҢӨҰҮ', 'kk'], ['ўЎ', 'be'], ['іїєґІЇЄҐ', 'uk'], ['ђћЂЋ', 'sr'], ['ѓќѕјљњџЃЌЈЉЊЏ', 'mk']],
  ar: [['ټډړښڅځۍې', 'ps'], ['ٹڈڑںے', 'ur'], ['پچژگکی', 'fa']],
}

// biome-ignore format: a table
const SCRIPT_NAMES: Readonly<Record<string, string>> = {
  en: 'English', el: 'Greek', ru: 'Russian', uk: 'Ukrainian', be: 'Belarusian', bg: 'Bulgarian', mk: 'Macedonian', sr: 'Serbian', kk: 'Kazakh', hy: 'Armenian', he: 'Hebrew', ar: 'Arabic', fa: 'Persian', ur: 'Urdu', ps: 'Pashto', hi: 'Hindi', bn: 'Bengali', pa: 'Punjabi', gu: 'Gujarati',
  or: 'Odia', ta: 'Tamil', te: 'Telugu', kn: 'Kannada', ml: 'Malayalam', si: 'Sinhala', th: 'Thai', lo: 'Lao', bo: 'Tibetan', my: 'Burmese', ka: 'Georgian', ko: 'Korean', am: 'Amharic', km: 'Khmer', mn: 'Mongolian', ja: 'Japanese', zh: 'Chinese',
}
const NAMES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(SCRIPT_NAMES),
  ...LATIN.map(([code, name]) => [code, name] as const),
])

/** "fr" -> "French"; a code that is not known is its own name. */
export const languageName = (code: string): string => NAMES.get(code) ?? code
