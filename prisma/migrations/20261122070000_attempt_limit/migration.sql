-- The table of the rate limiter: made here, because the app's role may not make tables.
CREATE TABLE "attempt_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "attempt_limit_pkey" PRIMARY KEY ("key")
);
