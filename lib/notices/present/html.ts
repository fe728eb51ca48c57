const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML, in content and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

/** Classes of the document below: mail programs that know no style sheets show plain black on white. */
export const MAIL_COLOURS = {
  ink: 'class="ink"',
  soft: 'class="soft"',
  rule: 'class="rule"',
  accent: 'class="accent"',
} as const

/** A mail's document, for light and dark. `body` is HTML. Nothing in it is loaded from anywhere. */
export const htmlDocument = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>
:root{color-scheme:light dark}
body,.ink{color:#1a1a18}.paper{background:#fbfaf7}.soft{color:#5a574f}.rule{border-color:#dcd8ce!important}.accent{color:#1b4470}
@media (prefers-color-scheme:dark){body,.ink{color:#edebe4}.paper{background:#141412}.soft{color:#aeaa9f}.rule{border-color:#3a3934!important}.accent{color:#9cc0ea}}
</style>
</head>
<body class="paper" style="margin:0;padding:0;font:15px/1.5 Inter,'Segoe UI',Helvetica,Arial,sans-serif;-webkit-text-size-adjust:100%">
<div class="paper" style="max-width:600px;margin:0 auto;padding:32px 20px 40px">
${body}
</div>
</body>
</html>
`
