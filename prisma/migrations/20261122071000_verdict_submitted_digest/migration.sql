-- The approver decides on what was submitted: statement, figures and evidence too, which lie in rows of their own.
ALTER TABLE "verdict" ADD COLUMN "submitted_digest" TEXT;
