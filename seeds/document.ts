/** What Windows-1252 has at 0x80 to 0x9f of the signs that the demo's texts use; a PDF's plain fonts know no others. */
const SIGNS: Record<string, number> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
}
const LINE = 80

/** A page (A4, PDF) of paragraphs, for sources that are invented and so lie at no address: the desk has them as files. */
export function pdfOf(paragraphs: readonly string[]): Uint8Array {
  const lines = paragraphs.flatMap((paragraph) => [...wrapped(paragraph), ''])
  const shown = lines.map((line, n) => `BT /F 11 Tf 60 ${780 - 15 * n} Td (${line.replace(/[\\()]/g, '\\$&')}) Tj ET`)
  const page = shown.filter((_, n) => lines[n] !== '').join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents 5 0 R >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
  ]
  let text = '%PDF-1.4\n'
  const rows = objects.map((object, n) => {
    const row = `${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
    return row
  })
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  const whole = `${text}${head}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Uint8Array.from(whole, (sign) => SIGNS[sign] ?? sign.charCodeAt(0))
}

function wrapped(paragraph: string): string[] {
  const lines: string[] = []
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1)
    if (line === undefined || line.length + word.length >= LINE) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}
