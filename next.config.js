/** @type {import('next').NextConfig} */
export default {
  // The tests build into a folder of their own, so that they never disturb a desk that runs from .next.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  // The import form takes files of 5 MB and texts of two million characters.
  experimental: { serverActions: { bodySizeLimit: '12mb' } },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'graphile-worker', 'pino'],
  // Types are checked by `npm run check`, over fresh route types; whoever starts the app need not wait for that.
  // Next writes into the file it is given, so it gets one of its own.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
}
