import path from 'node:path'

// What every answer carries. Scripts and styles get a policy of their own with the work on security.
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  {
    key: 'Content-Security-Policy',
    value: "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'",
  },
]

/** A caught mail as HTML: without scripts, forms, cookies or anything loaded. What stands here goes before what a route says. */
const CAUGHT_MAIL = {
  key: 'Content-Security-Policy',
  value:
    "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
}

/** @type {import('next').NextConfig} */
export default {
  // The tests build into a folder of their own, so that they never disturb a desk that runs from .next.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  // Public pages are kept whole in bounded memory, under their edition (docs/adr/0001).
  cacheHandler: path.join(import.meta.dirname, 'lib/web/page-cache.mjs'),
  cacheMaxMemorySize: 0,
  // The import form takes files of 25 MB, one at a time, and texts of two million characters.
  experimental: { serverActions: { bodySizeLimit: '27mb' }, proxyClientMaxBodySize: '27mb' },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'graphile-worker', 'nodemailer', 'pino'],
  // Types are checked by `npm run check`, over fresh route types; whoever starts the app need not wait for that.
  // Next writes into the file it is given, so it gets one of its own.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    // Somebody else's files: whatever is in them, nothing of it runs or loads anything.
    {
      source: '/desk/sources/copies/:path*',
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'; sandbox" }],
    },
    { source: '/desk/admin/mail/:id/html', headers: [CAUGHT_MAIL] },
    // Next hands the type that a route gives to its compression as a list, which that takes for none (16.4); not this one.
    ...['/data/', '/data/:kind/'].flatMap((folder) => [
      { source: `${folder}:file([^/]*\\.csv)`, headers: [{ key: 'Content-Type', value: 'text/csv; charset=utf-8' }] },
      {
        source: `${folder}:file([^/]*\\.json)`,
        headers: [{ key: 'Content-Type', value: 'application/json; charset=utf-8' }],
      },
    ]),
  ],
}
