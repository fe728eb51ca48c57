import { expect, test } from 'vitest'
import { csvLine } from './csv'

test.each([
  [['a', 1, null, 'b'], 'a,1,,b\r\n'],
  [['said "no"', 'a, b', 'two\nlines'], '"said ""no""","a, b","two\nlines"\r\n'],
  [['=1+1', '+1', '@x', '-x', '\tx', '\rx'], "'=1+1,'+1,'@x,'-x,'\tx,\"'\rx\"\r\n"],
  [['\n=1+1', '＝1+1', '＋1', '－1', '＠x'], "\"'\n=1+1\",'＝1+1,'＋1,'－1,'＠x\r\n"],
  [
    [' =1+1', '\u00a0@x', '\ufeff+1', '\u200b=x', '\0=x', '  -x'],
    "' =1+1,'\u00a0@x,'\ufeff+1,'\u200b=x,'\0=x,'  -x\r\n",
  ],
  [[' a', 'a=b', ' -3', 'mid-air'], ' a,a=b, -3,mid-air\r\n'],
  [['-3', '-3.5', '−3', '-3x'], "-3,-3.5,−3,'-3x\r\n"],
])('%j', (cells, line) => {
  expect(csvLine(cells)).toBe(line)
})
