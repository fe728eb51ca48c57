import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noteOn } from '../present/language'
import { extract } from '../rules'
import { languageOf } from './language'

const FRENCH =
  'Le conseil a voté hier la fermeture du port, et les pêcheurs de la ville ne sont pas d’accord avec cette décision qui coûtera 3 millions d’euros.'
const ENGLISH =
  'The council voted on Monday to close the port, and the fishermen of the town say that they do not agree with it.'

describe('language', () => {
  test.each([
    ['fr', FRENCH],
    [
      'de',
      'Der Rat hat gestern die Schließung des Hafens beschlossen, und die Fischer der Stadt sind damit nicht einverstanden, weil sie 3 Millionen kostet.',
    ],
    [
      'es',
      'El consejo aprobó ayer el cierre del puerto, y los pescadores de la ciudad no están de acuerdo con una decisión que costará 3 millones.',
    ],
    [
      'it',
      'Il consiglio ha approvato ieri la chiusura del porto, e i pescatori della città non sono d’accordo con una decisione che costerà 3 milioni.',
    ],
    [
      'pt',
      'O conselho aprovou ontem o fecho do porto, e os pescadores da cidade não estão de acordo com uma decisão que custará 3 milhões.',
    ],
    [
      'nl',
      'De raad heeft gisteren besloten de haven te sluiten, en de vissers van de stad zijn het niet eens met een besluit dat 3 miljoen kost.',
    ],
    [
      'pl',
      'Rada zdecydowała wczoraj o zamknięciu portu, a rybacy z miasta nie są z tego zadowoleni, bo to kosztuje 3 miliony i nie ma dla nich pracy.',
    ],
    [
      'tr',
      'Meclis dün limanın kapatılmasına karar verdi ve şehirdeki balıkçılar bu karar için çok üzgün, çünkü bir daha iş bulmaları kolay değil.',
    ],
    [
      'id',
      'Dewan kota memutuskan untuk menutup pelabuhan itu, dan para nelayan tidak setuju dengan keputusan yang akan menelan biaya 3 juta.',
    ],
    ['ru', 'Совет вчера решил закрыть порт, и рыбаки города с этим не согласны.'],
    ['uk', 'Рада вчора вирішила закрити порт, і рибалки міста з цим не згодні.'],
    ['ja', '市議会は昨日、港を閉鎖することを決めたが、漁師たちは同意していない。'],
    ['zh', '市议会昨天决定关闭港口,但是城里的渔民并不同意这个决定,因为他们会失业。'],
    ['ko', '시의회는 어제 항구를 폐쇄하기로 결정했지만 어부들은 동의하지 않는다.'],
    ['ar', 'قرر المجلس أمس إغلاق الميناء ولا يوافق الصيادون في المدينة على ذلك.'],
    ['el', 'Το συμβούλιο αποφάσισε χθες να κλείσει το λιμάνι.'],
  ])('knows %s', (code, text) => {
    expect(languageOf(text)).toBe(code)
  })

  test.each([
    ['a plain paragraph', ENGLISH],
    [
      'names and figures',
      'Harlow 3, Brixen 1. Lind, Okafor, Torres, García, Müller, Ngô, Šimić, Łukasz, Dvořák, Çelik, Öztürk, Ødegård.',
    ],
    ['a short text', 'Bonjour, le monde est grand.'],
    ['a quotation in French', `${ENGLISH} "${FRENCH}" ${ENGLISH} ${ENGLISH} ${ENGLISH}`],
    ['names in other scripts', `${ENGLISH} The ship is called Красная звезда (红星).`],
    ['capitals', 'COUNCIL VOTES TO CLOSE HARLOW PORT AS FISHERMEN PROTEST IN SEVERAL TOWNS NEAR THE COAST'],
  ])('leaves English: %s', (_, text) => {
    expect(languageOf(text)).toBe('en')
  })

  test('mostly French stays French', () => {
    expect(languageOf(`${FRENCH} ${FRENCH} "The port is closed," he said. ${FRENCH}`)).toBe('fr')
  })

  test('a text without letters is in none', () => {
    expect(languageOf(' 12,5 – 3 % \n')).toBeNull()
    expect(languageOf('')).toBeNull()
  })

  test('nothing is read of another language, and it is named', () => {
    const found = extract({ text: FRENCH, publishedOn: '2025-03-05' })
    expect(found).toEqual({ language: 'fr', sentences: [], quantities: [], times: [], attributions: [], claims: [] })
    expect(noteOn(found.language)).toBe('This text seems to be in French; only English is read.')
    expect(noteOn('en')).toBeNull()
  })

  test('looks at three windows of a long text, so its length does not matter', () => {
    const timeOf = (text: string) => {
      const start = performance.now()
      for (let i = 0; i < 20; i++) languageOf(text)
      return performance.now() - start
    }
    timeOf(FRENCH.repeat(200))
    expect(timeOf(FRENCH.repeat(20_000))).toBeLessThan(timeOf(FRENCH.repeat(200)) * 10 + 500)
    expect(languageOf(FRENCH.repeat(20_000))).toBe('fr')
  })

  test('answers for any string of code units', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0, max: 0xffff })), (text, units) => {
        const code = languageOf(text + String.fromCharCode(...units))
        expect(code === null || code.length === 2).toBe(true)
      }),
    )
  })
})
