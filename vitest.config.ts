import { defineConfig } from 'vitest/config'

const alias = { '@': import.meta.dirname }

/** Two projects: `unit` needs nothing; `db` makes databases of its own on the server of DATABASE_URL, else on the embedded one. */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          env: { LOG_LEVEL: 'silent' },
          include: ['lib/**/*.test.ts', 'app/**/*.test.ts', 'scripts/**/*.test.ts', 'seeds/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', 'node_modules/**'],
          // how long a test takes is never what is tested: a busy machine may take its time
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          env: { LOG_LEVEL: 'silent' },
          include: ['lib/**/*.db.test.ts', 'seeds/**/*.db.test.ts'],
          exclude: ['node_modules/**'],
          globalSetup: ['lib/testing/database-run.ts'],
          setupFiles: ['lib/testing/database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
