/** @type {import('next').NextConfig} */
export default {
  // The tests build into a folder of their own, so that they never disturb a desk that runs from .next.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'graphile-worker', 'pino'],
}
