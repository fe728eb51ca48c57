import { describe, expect, test } from 'vitest'
import { decodePage } from './decoding'

/** The bytes of a text in an encoding, by asking the decoder about every character that it has; Node's lacks some of 1252. */
function encoderOf(label: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(label)
  const known = new Map<string, number[]>()
  for (let byte = 0; byte < 256; byte++) remember(known, decoder.decode(Uint8Array.of(byte)), [byte])
  if (label === 'windows-1252')
    for (const [char, byte] of [
      ['’', 0x92],
      ['–', 0x96],
    ] as const)
      known.set(char, [byte])
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++)
      remember(known, decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return (text) => Uint8Array.from([...text].flatMap((char) => known.get(char) ?? [0x3f]))
}

function remember(known: Map<string, number[]>, text: string, bytes: number[]): void {
  if ([...text].length === 1 && text !== '\ufffd' && !known.has(text)) known.set(text, bytes)
}

const wide = (text: string, isLittle: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0)
      return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255]
    }),
  )

const FRENCH =
  'Le préfet a déclaré « l’été sera très sec » – la récolte baissera de 12 % à Évreux, où le maïs souffre déjà.'
const JAPANESE = '港の橋は三月五日に再開すると市議会が発表した。修理には四億円かかった。'
const RUSSIAN = 'Мост через залив снова откроют пятого марта, сообщил городской совет. Ремонт стоил четыре миллиона.'
const CHINESE = '市议会宣布，港口的旧桥将于三月五日重新开放，修理费用为四百万元。'
const KOREAN = '시의회는 항구의 오래된 다리를 삼월 오일에 다시 연다고 밝혔다.'
const POLISH = 'Rada miasta ogłosiła, że most zostanie otwarty ponownie piątego marca; źródło kosztów jest już znane.'

describe('the text of bytes', () => {
  test.each([
    ['windows-1252 that the header calls UTF-8', 'windows-1252', FRENCH, 'text/html; charset=utf-8'],
    ['windows-1252 that nothing names', 'windows-1252', FRENCH, null],
    ['Shift_JIS that the header calls windows-1252', 'shift_jis', JAPANESE, 'text/html; charset=windows-1252'],
    ['Shift_JIS that nothing names', 'shift_jis', JAPANESE, null],
    ['EUC-JP that the header names', 'euc-jp', JAPANESE, 'text/html; charset=euc-jp'],
    ['windows-1251 that the header calls UTF-8', 'windows-1251', RUSSIAN, 'text/html; charset=UTF-8'],
    ['KOI8-R that nothing names', 'koi8-r', RUSSIAN, null],
    ['GB18030 that the header calls ISO-8859-1', 'gb18030', CHINESE, 'text/html; charset=iso-8859-1'],
    ['EUC-KR that nothing names', 'euc-kr', KOREAN, null],
    ['windows-1250 that the header names', 'windows-1250', POLISH, 'text/html; charset=windows-1250'],
  ])('%s', (_, label, text, contentType) => {
    expect(decodePage(encoderOf(label)(text), contentType)).toBe(text)
  })

  test.each([
    [
      'UTF-8 that the header calls windows-1252',
      new TextEncoder().encode(FRENCH),
      FRENCH,
      'text/html; charset=windows-1252',
    ],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${FRENCH}`), FRENCH, null],
    ['UTF-16 with a mark, low byte first', wide(`\ufeff${FRENCH}`, true), FRENCH, null],
    ['UTF-16 with a mark, high byte first', wide(`\ufeff${FRENCH}`, false), FRENCH, null],
    ['UTF-16 without a mark, low byte first', wide(`<p>${RUSSIAN}</p>`, true), `<p>${RUSSIAN}</p>`, null],
    [
      'UTF-16 without a mark, high byte first',
      wide(`<p>${FRENCH}</p>`, false),
      `<p>${FRENCH}</p>`,
      'text/html; charset=utf-8',
    ],
    ['nothing', new Uint8Array(), '', null],
  ])('%s', (_, bytes, text, contentType) => {
    expect(decodePage(bytes, contentType)).toBe(text)
  })

  test('a meta tag names the encoding where the header is wrong', () => {
    const page = `<html lang="ja"><meta charset="Shift_JIS"><p>${JAPANESE}`
    expect(decodePage(encoderOf('shift_jis')(page), 'text/html; charset=utf-8')).toBe(page)
  })

  test('UTF-8 that was cut within a character stays UTF-8', () => {
    const bytes = new TextEncoder().encode(JAPANESE.repeat(10))
    expect(decodePage(bytes.subarray(0, -1))).toMatch(/^港の橋は/)
  })
})
