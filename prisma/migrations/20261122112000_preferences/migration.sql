-- What a person chose about their own desk, one row a key.
CREATE TABLE "preference" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "preference_pkey" PRIMARY KEY ("user_id","key"),
    CONSTRAINT preference_key CHECK (key ~ '^[a-z][a-z0-9_.]{0,63}$'),
    -- A choice, not a store of documents.
    CONSTRAINT preference_length CHECK (octet_length(value::text) <= 20000)
);
ALTER TABLE "preference" ADD CONSTRAINT "preference_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
