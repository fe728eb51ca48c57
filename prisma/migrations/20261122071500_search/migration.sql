-- Search over what is published. A plain column that the reindex job fills (not a generated one, which Prisma would drop).
-- CreateTable
CREATE TABLE "search_entry" (
    "claim_id" UUID NOT NULL,
    "document" tsvector NOT NULL,
    "indexed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("claim_id")
);

-- CreateIndex
CREATE INDEX "search_entry_document_idx" ON "search_entry" USING GIN ("document");

-- AddForeignKey
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


