import localFont from 'next/font/local'

/*
 * Two families, served by ourselves from the latin subsets of @fontsource-variable 5.3 (licences beside the files).
 * next/font measures a fallback for each, so that text does not jump when the face arrives. The "extended" faces carry
 * a unicode-range without the space character: a browser fetches them only for names such as Šimić or Erdoğan, and
 * they stand first in the family list because the measured fallback would otherwise take those letters.
 */

export const sans = localFont({
  src: './fonts/inter-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  variable: '--face-sans',
  adjustFontFallback: 'Arial',
})

export const serif = localFont({
  src: './fonts/source-serif-4-latin-wght-normal.woff2',
  weight: '200 900',
  display: 'swap',
  variable: '--face-serif',
  adjustFontFallback: 'Times New Roman',
})

export const serifItalic = localFont({
  src: './fonts/source-serif-4-latin-wght-italic.woff2',
  weight: '200 900',
  style: 'italic',
  display: 'swap',
  preload: false,
  variable: '--face-serif-italic',
  adjustFontFallback: 'Times New Roman',
})

export const sansExtended = localFont({
  src: './fonts/inter-latin-ext-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  preload: false,
  variable: '--face-sans-extended',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
})

export const serifExtended = localFont({
  src: './fonts/source-serif-4-latin-ext-wght-normal.woff2',
  weight: '200 900',
  display: 'swap',
  preload: false,
  variable: '--face-serif-extended',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
})

/** The class names that define all the `--face-…` variables; belongs on `<html>`. */
export const faceVariables = [sans, serif, serifItalic, sansExtended, serifExtended]
  .map((face) => face.variable)
  .join(' ')
