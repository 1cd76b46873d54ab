-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "unproven" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "contribution" ADD COLUMN     "support_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "unproven" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "place_protection" (
    "organisation_id" UUID NOT NULL,
    "proof_of_work" BOOLEAN NOT NULL,

    CONSTRAINT "place_protection_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "spent_proof" (
    "signature" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_proof_pkey" PRIMARY KEY ("signature")
);

-- CreateIndex
CREATE INDEX "spent_proof_expires_at_idx" ON "spent_proof"("expires_at");

-- AddForeignKey
ALTER TABLE "place_protection" ADD CONSTRAINT "place_protection_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: lists, search and hints that stay as quick with ten thousand contributions as with a hundred.
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- The figure of supports, kept by the database in the act that supports or takes back: one row lock, no lost update.
UPDATE contribution SET support_count =
	(SELECT count(*) FROM support s WHERE s.contribution_id = contribution.id)
	+ (SELECT count(*) FROM guest_support g WHERE g.contribution_id = contribution.id);
ALTER TABLE contribution ADD CONSTRAINT contribution_support_count_not_negative CHECK (support_count >= 0);

CREATE FUNCTION count_supports() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE contribution SET support_count = support_count + change.by FROM (
		SELECT contribution_id, (CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END) * count(*)::int AS by
		FROM changed GROUP BY contribution_id
	) change WHERE contribution.id = change.contribution_id;
	RETURN NULL; END; $$;
CREATE TRIGGER count_supports_given AFTER INSERT ON support
	REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_supports();
CREATE TRIGGER count_supports_taken_back AFTER DELETE ON support
	REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_supports();
CREATE TRIGGER count_supports_given AFTER INSERT ON guest_support
	REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_supports();
CREATE TRIGGER count_supports_taken_back AFTER DELETE ON guest_support
	REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_supports();

-- Pages, their number and the figures of a process are read from these alone, without the rows.
DROP INDEX contribution_listed;
CREATE INDEX contribution_listed ON contribution (process_id, kind, submitted_at DESC, id) INCLUDE (support_count, hidden_at, channel)
	WHERE (published_at IS NOT NULL OR hidden_at IS NOT NULL) AND withdrawn_at IS NULL;
CREATE INDEX contribution_by_support ON contribution (process_id, kind, support_count DESC, submitted_at DESC, id)
	WHERE (published_at IS NOT NULL OR hidden_at IS NOT NULL) AND withdrawn_at IS NULL;
DROP INDEX contribution_placed;
CREATE INDEX contribution_placed ON contribution (process_id, kind, longitude, latitude)
	WHERE longitude IS NOT NULL AND published_at IS NOT NULL AND hidden_at IS NULL AND withdrawn_at IS NULL;
-- Words and parts of titles within one process. Without fastupdate: a reader never walks through a list of pending entries.
DROP INDEX contribution_words;
CREATE INDEX contribution_found ON contribution USING gin (process_id, words, title gin_trgm_ops) WITH (fastupdate = off);
-- Nothing asked it: titles alone are compared.
DROP INDEX contribution_similar;
