-- CreateTable
CREATE TABLE "group_document" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "draft" INTEGER NOT NULL DEFAULT 1,
    "draft_open" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "state" BYTEA NOT NULL,
    "content" JSONB NOT NULL,
    "words" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_document_version" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "frozen_by_id" UUID,

    CONSTRAINT "group_document_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_document_writer" (
    "document_id" UUID NOT NULL,
    "draft" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "group_document_writer_pkey" PRIMARY KEY ("document_id","draft","person_id")
);

-- CreateTable
CREATE TABLE "group_document_right" (
    "document_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "right" TEXT NOT NULL,
    "valid_until" DATE,
    "given_by_id" UUID,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_document_right_pkey" PRIMARY KEY ("document_id","person_id")
);

-- CreateTable
CREATE TABLE "group_document_suggestion" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "on_behalf_of" TEXT,
    "quote" TEXT NOT NULL,
    "anchor_start" BYTEA NOT NULL,
    "anchor_end" BYTEA NOT NULL,
    "replacement" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "decided_draft" INTEGER,
    "version_block" INTEGER,

    CONSTRAINT "group_document_suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_document_comment" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "parent_id" UUID,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "anchor_start" BYTEA,
    "anchor_end" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,

    CONSTRAINT "group_document_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_document_return" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "draft" INTEGER NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "heard" INTEGER NOT NULL,
    "taken" JSONB NOT NULL,
    "returned_by_id" UUID,
    "returned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_document_return_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "group_document_code_key" ON "group_document"("code");

-- CreateIndex
CREATE INDEX "group_document_group_id_created_at_idx" ON "group_document"("group_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "group_document_version_document_id_number_key" ON "group_document_version"("document_id", "number");

-- CreateIndex
CREATE INDEX "group_document_writer_person_id_idx" ON "group_document_writer"("person_id");

-- CreateIndex
CREATE INDEX "group_document_right_person_id_idx" ON "group_document_right"("person_id");

-- CreateIndex
CREATE INDEX "group_document_suggestion_document_id_state_idx" ON "group_document_suggestion"("document_id", "state");

-- CreateIndex
CREATE INDEX "group_document_suggestion_author_id_idx" ON "group_document_suggestion"("author_id");

-- CreateIndex
CREATE INDEX "group_document_suggestion_decided_by_id_idx" ON "group_document_suggestion"("decided_by_id");

-- CreateIndex
CREATE INDEX "group_document_comment_document_id_created_at_idx" ON "group_document_comment"("document_id", "created_at");

-- CreateIndex
CREATE INDEX "group_document_comment_parent_id_idx" ON "group_document_comment"("parent_id");

-- CreateIndex
CREATE INDEX "group_document_comment_author_id_idx" ON "group_document_comment"("author_id");

-- CreateIndex
CREATE INDEX "group_document_return_document_id_draft_idx" ON "group_document_return"("document_id", "draft");

-- AddForeignKey
ALTER TABLE "group_document" ADD CONSTRAINT "group_document_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_document_version" ADD CONSTRAINT "group_document_version_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "group_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_document_writer" ADD CONSTRAINT "group_document_writer_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "group_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_document_writer" ADD CONSTRAINT "group_document_writer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_document_right" ADD CONSTRAINT "group_document_right_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "group_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_document_right" ADD CONSTRAINT "group_document_right_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_document_suggestion" ADD CONSTRAINT "group_document_suggestion_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "group_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_document_suggestion" ADD CONSTRAINT "group_document_suggestion_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_document_suggestion" ADD CONSTRAINT "group_document_suggestion_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_document_comment" ADD CONSTRAINT "group_document_comment_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "group_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_document_comment" ADD CONSTRAINT "group_document_comment_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "group_document_comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_document_comment" ADD CONSTRAINT "group_document_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_document_return" ADD CONSTRAINT "group_document_return_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "group_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say about texts that groups write together. Appended by hand.
ALTER TABLE group_document
	ADD CONSTRAINT group_document_counts CHECK (draft >= 1 AND revision >= 1);
ALTER TABLE group_document_right
	ADD CONSTRAINT group_document_right_known CHECK ("right" IN ('write', 'read', 'none'));
ALTER TABLE group_document_suggestion
	ADD CONSTRAINT group_document_suggestion_state CHECK (state IN ('open', 'accepted', 'rejected', 'withdrawn')),
	ADD CONSTRAINT group_document_suggestion_decided CHECK ((state = 'open') = (decided_at IS NULL)),
	ADD CONSTRAINT group_document_suggestion_accepted CHECK ((state = 'accepted') = (decided_draft IS NOT NULL)),
	-- a rejection without a reason is none
	ADD CONSTRAINT group_document_suggestion_reason CHECK (state <> 'rejected' OR decision <> '');

CREATE FUNCTION keep_group_document_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'a frozen version of a group is never changed';
END $$;
CREATE TRIGGER group_document_version_kept BEFORE UPDATE OR DELETE ON group_document_version
	FOR EACH ROW EXECUTE FUNCTION keep_group_document_version();

CREATE FUNCTION keep_group_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.draft < OLD.draft OR NEW.revision < OLD.revision THEN
		RAISE EXCEPTION 'drafts and revisions only grow';
	END IF;
	IF NOT OLD.draft_open AND NEW.draft = OLD.draft
		AND (NEW.draft_open OR (NEW.state, NEW.content::text, NEW.title) IS DISTINCT FROM (OLD.state, OLD.content::text, OLD.title)) THEN
		RAISE EXCEPTION 'a frozen draft is not written in';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER group_document_kept BEFORE UPDATE ON group_document
	FOR EACH ROW EXECUTE FUNCTION keep_group_document();

-- who wrote in a draft stays once it was frozen
CREATE FUNCTION keep_group_document_writer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' THEN
		RAISE EXCEPTION 'authors of a group''s text are never changed';
	END IF;
	IF EXISTS (SELECT FROM group_document_version WHERE document_id = NEW.document_id AND number = NEW.draft) THEN
		RAISE EXCEPTION 'a frozen version gets no more authors';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER group_document_writer_kept BEFORE INSERT OR UPDATE OR DELETE ON group_document_writer
	FOR EACH ROW EXECUTE FUNCTION keep_group_document_writer();
