-- AlterTable
ALTER TABLE "contribution" ADD COLUMN     "changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "next_comment" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "split_from_id" UUID;

-- CreateTable
CREATE TABLE "contribution_rules" (
    "process_id" UUID NOT NULL,
    "comments_appear" TEXT NOT NULL,
    "guests_comment" BOOLEAN NOT NULL,
    "guests_support" BOOLEAN NOT NULL,

    CONSTRAINT "contribution_rules_pkey" PRIMARY KEY ("process_id")
);

-- CreateTable
CREATE TABLE "contribution_version" (
    "contribution_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "category" TEXT,
    "place" TEXT,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contribution_version_pkey" PRIMARY KEY ("contribution_id","version")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "reply_to_id" UUID,
    "number" INTEGER,
    "thread" INTEGER,
    "code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID,
    "author_name" TEXT,
    "author_erased_at" TIMESTAMPTZ(3),
    "guest_email" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3),
    "draft_hash" TEXT,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_version" (
    "comment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_version_pkey" PRIMARY KEY ("comment_id","version")
);

-- CreateTable
CREATE TABLE "comment_moderation" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "rule" TEXT,
    "reason" TEXT,
    "moderator_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "review_asked_at" TIMESTAMPTZ(3),
    "review_text" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "reviewed_by_id" UUID,
    "review_outcome" TEXT,
    "review_reason" TEXT,

    CONSTRAINT "comment_moderation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guest_code" (
    "id" UUID NOT NULL,
    "comment_id" UUID,
    "contribution_id" UUID,
    "email" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "page_hash" TEXT NOT NULL,
    "link_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "guest_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guest_support" (
    "contribution_id" UUID NOT NULL,
    "address_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guest_support_pkey" PRIMARY KEY ("contribution_id","address_hash")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "comment_id" UUID,
    "rule" TEXT NOT NULL,
    "text" TEXT,
    "reporter_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,
    "outcome" TEXT,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ban" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID,
    "address_hash" TEXT,
    "rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "banned_by_id" UUID,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,

    CONSTRAINT "ban_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution_merge" (
    "contribution_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "merged_by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contribution_merge_pkey" PRIMARY KEY ("contribution_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "comment_code_key" ON "comment"("code");

-- CreateIndex
CREATE UNIQUE INDEX "comment_draft_hash_key" ON "comment"("draft_hash");

-- CreateIndex
CREATE INDEX "comment_author_id_idx" ON "comment"("author_id");

-- CreateIndex
CREATE INDEX "comment_guest_email_idx" ON "comment"("guest_email");

-- CreateIndex
CREATE INDEX "comment_process_id_idx" ON "comment"("process_id");

-- CreateIndex
CREATE INDEX "comment_reply_to_id_idx" ON "comment"("reply_to_id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_contribution_id_number_key" ON "comment"("contribution_id", "number");

-- CreateIndex
CREATE INDEX "comment_moderation_comment_id_at_idx" ON "comment_moderation"("comment_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "guest_code_link_hash_key" ON "guest_code"("link_hash");

-- CreateIndex
CREATE INDEX "guest_code_page_hash_idx" ON "guest_code"("page_hash");

-- CreateIndex
CREATE INDEX "guest_code_email_created_at_idx" ON "guest_code"("email", "created_at");

-- CreateIndex
CREATE INDEX "guest_code_comment_id_idx" ON "guest_code"("comment_id");

-- CreateIndex
CREATE INDEX "guest_code_contribution_id_idx" ON "guest_code"("contribution_id");

-- CreateIndex
CREATE INDEX "report_contribution_id_idx" ON "report"("contribution_id");

-- CreateIndex
CREATE INDEX "report_comment_id_idx" ON "report"("comment_id");

-- CreateIndex
CREATE INDEX "report_reporter_id_idx" ON "report"("reporter_id");

-- CreateIndex
CREATE INDEX "ban_organisation_id_until_at_idx" ON "ban"("organisation_id", "until_at");

-- CreateIndex
CREATE INDEX "ban_person_id_idx" ON "ban"("person_id");

-- CreateIndex
CREATE INDEX "ban_address_hash_idx" ON "ban"("address_hash");

-- CreateIndex
CREATE INDEX "contribution_merge_into_id_idx" ON "contribution_merge"("into_id");

-- CreateIndex
CREATE INDEX "contribution_split_from_id_idx" ON "contribution"("split_from_id");

-- AddForeignKey
ALTER TABLE "contribution_rules" ADD CONSTRAINT "contribution_rules_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_version" ADD CONSTRAINT "contribution_version_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_reply_to_id_fkey" FOREIGN KEY ("reply_to_id") REFERENCES "comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_version" ADD CONSTRAINT "comment_version_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_moderation" ADD CONSTRAINT "comment_moderation_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_code" ADD CONSTRAINT "guest_code_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_code" ADD CONSTRAINT "guest_code_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_support" ADD CONSTRAINT "guest_support_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ban" ADD CONSTRAINT "ban_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_merge" ADD CONSTRAINT "contribution_merge_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_merge" ADD CONSTRAINT "contribution_merge_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_split_from_id_fkey" FOREIGN KEY ("split_from_id") REFERENCES "contribution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say about contributions. Appended by hand.
ALTER TABLE contribution_rules ADD CONSTRAINT contribution_rules_appear CHECK (comments_appear IN ('before', 'after'));

ALTER TABLE comment
	ADD CONSTRAINT comment_numbered_when_handed_in CHECK (
		(number IS NULL) = (submitted_at IS NULL) AND (thread IS NULL) = (submitted_at IS NULL) AND thread <= number),
	ADD CONSTRAINT comment_seen_after_handing_in CHECK (
		submitted_at IS NOT NULL OR (published_at IS NULL AND hidden_at IS NULL)),
	ADD CONSTRAINT comment_text_length CHECK (length(text) BETWEEN 2 AND 3000);
-- One page of the threads of a contribution: 25 rows by one index. What has appeared keeps its place, as text or placeholder.
CREATE INDEX comment_threads ON comment (contribution_id, thread, number) INCLUDE (id) WHERE published_at IS NOT NULL;
-- The queue of the moderators: what waits, oldest first.
CREATE INDEX comment_waiting ON comment (organisation_id, submitted_at, id)
	WHERE submitted_at IS NOT NULL AND published_at IS NULL AND hidden_at IS NULL AND withdrawn_at IS NULL;

ALTER TABLE comment_moderation
	ADD CONSTRAINT comment_moderation_outcome CHECK (outcome IN ('published', 'hidden')),
	ADD CONSTRAINT comment_moderation_hidden_with_reason CHECK (
		outcome <> 'hidden' OR (rule IS NOT NULL AND reason IS NOT NULL)),
	ADD CONSTRAINT comment_moderation_review_asked_first CHECK (reviewed_at IS NULL OR review_asked_at IS NOT NULL),
	ADD CONSTRAINT comment_moderation_review_by_second_person CHECK (
		reviewed_by_id IS NULL OR moderator_id IS NULL OR reviewed_by_id <> moderator_id);

ALTER TABLE guest_code
	ADD CONSTRAINT guest_code_attempts CHECK (attempts BETWEEN 0 AND 5),
	ADD CONSTRAINT guest_code_for_one_act CHECK ((comment_id IS NULL) <> (contribution_id IS NULL));

ALTER TABLE report
	ADD CONSTRAINT report_settled_whole CHECK ((settled_at IS NULL) = (outcome IS NULL)),
	ADD CONSTRAINT report_outcome CHECK (outcome IN ('hidden', 'kept'));
CREATE INDEX report_open ON report (organisation_id, at) WHERE settled_at IS NULL;

ALTER TABLE ban
	ADD CONSTRAINT ban_ends CHECK (until_at > from_at),
	ADD CONSTRAINT ban_subject CHECK (subject_kind IN ('contribution', 'comment'));

ALTER TABLE contribution_merge ADD CONSTRAINT contribution_merge_with_another CHECK (contribution_id <> into_id);
-- The map of a process: places within a part of the map.
CREATE INDEX contribution_placed ON contribution (process_id, longitude, latitude)
	WHERE longitude IS NOT NULL AND published_at IS NOT NULL AND hidden_at IS NULL AND withdrawn_at IS NULL;
ALTER TABLE contribution ADD CONSTRAINT contribution_place_whole CHECK (
	(latitude IS NULL) = (longitude IS NULL) AND latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);
