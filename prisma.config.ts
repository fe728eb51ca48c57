import { defineConfig } from 'prisma/config'

/** Migrations run as the owner (MIGRATE_URL); the app's own role may neither own nor change tables. */
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.MIGRATE_URL ?? process.env.DATABASE_URL ?? '' },
})
