-- AlterTable
ALTER TABLE "contribution" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'idea';

-- CreateTable
CREATE TABLE "process_text" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "process_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "text_version" (
    "id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "text_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "text_block" (
    "version_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "text_block_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "annotation" (
    "contribution_id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "block_key" TEXT,
    "quote" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "whole" BOOLEAN NOT NULL,
    "suggestion" TEXT,

    CONSTRAINT "annotation_pkey" PRIMARY KEY ("contribution_id")
);

-- CreateTable
CREATE TABLE "annotation_place" (
    "contribution_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "how" TEXT NOT NULL,
    "block_key" TEXT,
    "start" INTEGER,
    "end" INTEGER,

    CONSTRAINT "annotation_place_pkey" PRIMARY KEY ("contribution_id","version_id")
);

-- CreateTable
CREATE TABLE "annotation_credit" (
    "contribution_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "block_key" TEXT NOT NULL,
    "credited_by_id" UUID,
    "credited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "annotation_credit_pkey" PRIMARY KEY ("contribution_id","version_id","block_key")
);

-- CreateTable
CREATE TABLE "statement_segment" (
    "id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "vote" TEXT,
    "comment" TEXT,
    "weighed_by_id" UUID,
    "weighed_at" TIMESTAMPTZ(3),

    CONSTRAINT "statement_segment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "process_text_code_key" ON "process_text"("code");

-- CreateIndex
CREATE INDEX "process_text_process_id_created_at_idx" ON "process_text"("process_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "text_version_text_id_number_key" ON "text_version"("text_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "text_block_version_id_position_key" ON "text_block"("version_id", "position");

-- CreateIndex
CREATE INDEX "annotation_text_id_idx" ON "annotation"("text_id");

-- CreateIndex
CREATE INDEX "annotation_place_version_id_block_key_idx" ON "annotation_place"("version_id", "block_key");

-- CreateIndex
CREATE INDEX "annotation_credit_version_id_idx" ON "annotation_credit"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_segment_contribution_id_position_key" ON "statement_segment"("contribution_id", "position");

-- AddForeignKey
ALTER TABLE "process_text" ADD CONSTRAINT "process_text_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_version" ADD CONSTRAINT "text_version_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "process_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_block" ADD CONSTRAINT "text_block_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "text_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "process_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "text_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_place" ADD CONSTRAINT "annotation_place_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "annotation"("contribution_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_place" ADD CONSTRAINT "annotation_place_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "text_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_credit" ADD CONSTRAINT "annotation_credit_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "annotation"("contribution_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_credit" ADD CONSTRAINT "annotation_credit_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "text_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_segment" ADD CONSTRAINT "statement_segment_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "annotation"("contribution_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say about texts. Appended by hand to the migration.
ALTER TABLE contribution ADD CONSTRAINT contribution_kind CHECK (kind IN ('idea', 'annotation'));

ALTER TABLE process_text ADD CONSTRAINT process_text_title_length CHECK (length(title) BETWEEN 5 AND 120);
ALTER TABLE text_version ADD CONSTRAINT text_version_number CHECK (number >= 1);
-- One version at a time is being worked on.
CREATE UNIQUE INDEX text_version_in_work ON text_version (text_id) WHERE published_at IS NULL;

ALTER TABLE annotation
	ADD CONSTRAINT annotation_quotes_a_block CHECK ((block_key IS NULL) = (quote = ''));
ALTER TABLE annotation_place
	ADD CONSTRAINT annotation_place_how CHECK (how IN ('exact', 'context', 'similar', 'paragraph', 'lost')),
	ADD CONSTRAINT annotation_place_whole CHECK (
		(how = 'lost') = (block_key IS NULL) AND (block_key IS NULL) = (start IS NULL) AND (start IS NULL) = ("end" IS NULL)
		AND start >= 0 AND "end" >= start);
ALTER TABLE statement_segment
	ADD CONSTRAINT statement_segment_vote CHECK (vote IN ('followed', 'partly-followed', 'not-followed', 'noted', 'clarified')),
	ADD CONSTRAINT statement_segment_weighed_whole CHECK ((vote IS NULL) = (weighed_at IS NULL));

-- A published version stays what it was: people quoted it. Only who worked on it may be forgotten, and a process that was
-- never published may be deleted with everything in it.
CREATE FUNCTION keep_published_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.published_at IS NULL THEN
		RETURN COALESCE(NEW, OLD);
	END IF;
	IF TG_OP = 'DELETE' THEN
		IF NOT EXISTS (SELECT FROM process_text JOIN process ON process.id = process_id
			WHERE process_text.id = OLD.text_id AND process.published_at IS NOT NULL) THEN
			RETURN OLD;
		END IF;
	ELSIF (NEW.id, NEW.text_id, NEW.number, NEW.note, NEW.revision, NEW.changed_at, NEW.published_at)
		IS NOT DISTINCT FROM (OLD.id, OLD.text_id, OLD.number, OLD.note, OLD.revision, OLD.changed_at, OLD.published_at) THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'a published version of a text is never changed, only followed by another';
END $$;
CREATE TRIGGER text_version_kept BEFORE UPDATE OR DELETE ON text_version
	FOR EACH ROW EXECUTE FUNCTION keep_published_versions();

CREATE FUNCTION keep_published_blocks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM text_version
		WHERE id IN (OLD.version_id, NEW.version_id) AND published_at IS NOT NULL) THEN
		RAISE EXCEPTION 'a published version of a text is never changed, only followed by another';
	END IF;
	RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER text_block_kept BEFORE INSERT OR UPDATE OR DELETE ON text_block
	FOR EACH ROW EXECUTE FUNCTION keep_published_blocks();
