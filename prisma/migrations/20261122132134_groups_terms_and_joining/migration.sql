-- AlterTable
ALTER TABLE "working_group" ADD COLUMN     "parent_body_id" UUID,
ADD COLUMN     "parent_id" UUID;

-- CreateTable
CREATE TABLE "seat_join_code" (
    "membership_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "seat_join_code_pkey" PRIMARY KEY ("membership_id")
);

-- CreateTable
CREATE TABLE "group_topic" (
    "group_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "group_topic_pkey" PRIMARY KEY ("group_id","topic_id")
);

-- CreateTable
CREATE TABLE "group_area" (
    "group_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,

    CONSTRAINT "group_area_pkey" PRIMARY KEY ("group_id","area_id")
);

-- CreateTable
CREATE TABLE "listed_body_topic" (
    "body_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "listed_body_topic_pkey" PRIMARY KEY ("body_id","topic_id")
);

-- CreateTable
CREATE TABLE "listed_body_area" (
    "body_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,

    CONSTRAINT "listed_body_area_pkey" PRIMARY KEY ("body_id","area_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "seat_join_code_code_hash_key" ON "seat_join_code"("code_hash");

-- CreateIndex
CREATE INDEX "group_topic_topic_id_idx" ON "group_topic"("topic_id");

-- CreateIndex
CREATE INDEX "group_area_area_id_idx" ON "group_area"("area_id");

-- CreateIndex
CREATE INDEX "listed_body_topic_topic_id_idx" ON "listed_body_topic"("topic_id");

-- CreateIndex
CREATE INDEX "listed_body_area_area_id_idx" ON "listed_body_area"("area_id");

-- CreateIndex
CREATE INDEX "working_group_parent_id_idx" ON "working_group"("parent_id");

-- CreateIndex
CREATE INDEX "working_group_parent_body_id_idx" ON "working_group"("parent_body_id");

-- AddForeignKey
ALTER TABLE "seat_join_code" ADD CONSTRAINT "seat_join_code_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "group_membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_group" ADD CONSTRAINT "working_group_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_group" ADD CONSTRAINT "working_group_parent_body_id_fkey" FOREIGN KEY ("parent_body_id") REFERENCES "listed_body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_topic" ADD CONSTRAINT "group_topic_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_topic" ADD CONSTRAINT "group_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_area" ADD CONSTRAINT "group_area_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_area" ADD CONSTRAINT "group_area_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listed_body_topic" ADD CONSTRAINT "listed_body_topic_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "listed_body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listed_body_topic" ADD CONSTRAINT "listed_body_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listed_body_area" ADD CONSTRAINT "listed_body_area_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "listed_body"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listed_body_area" ADD CONSTRAINT "listed_body_area_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.
ALTER TABLE working_group
	ADD CONSTRAINT working_group_one_parent CHECK (parent_id IS NULL OR parent_body_id IS NULL),
	ADD CONSTRAINT working_group_parent_is_another CHECK (parent_id <> id);

-- Words that are a topic or an area of the owner become it; all other words stay as they were.
INSERT INTO group_topic (group_id, topic_id)
	SELECT DISTINCT g.id, t.id FROM working_group g CROSS JOIN LATERAL unnest(g.topics) AS word
	JOIN topic t ON t.owner_id = g.organisation_id AND t.valid_until IS NULL AND lower(t.name) = lower(word);
INSERT INTO group_area (group_id, area_id)
	SELECT DISTINCT g.id, a.id FROM working_group g CROSS JOIN LATERAL unnest(g.areas) AS word
	JOIN area a ON a.owner_id = g.organisation_id AND a.valid_until IS NULL AND lower(a.name) = lower(word);
INSERT INTO listed_body_topic (body_id, topic_id)
	SELECT DISTINCT b.id, t.id FROM listed_body b CROSS JOIN LATERAL unnest(b.topics) AS word
	JOIN topic t ON t.owner_id = b.organisation_id AND t.valid_until IS NULL AND lower(t.name) = lower(word);
INSERT INTO listed_body_area (body_id, area_id)
	SELECT DISTINCT b.id, a.id FROM listed_body b CROSS JOIN LATERAL unnest(b.areas) AS word
	JOIN area a ON a.owner_id = b.organisation_id AND a.valid_until IS NULL AND lower(a.name) = lower(word);
UPDATE working_group g SET
	topics = ARRAY(SELECT word FROM unnest(g.topics) WITH ORDINALITY AS w(word, place) WHERE NOT EXISTS (
		SELECT FROM group_topic l JOIN topic t ON t.id = l.topic_id WHERE l.group_id = g.id AND lower(t.name) = lower(word)) ORDER BY place),
	areas = ARRAY(SELECT word FROM unnest(g.areas) WITH ORDINALITY AS w(word, place) WHERE NOT EXISTS (
		SELECT FROM group_area l JOIN area a ON a.id = l.area_id WHERE l.group_id = g.id AND lower(a.name) = lower(word)) ORDER BY place);
UPDATE listed_body b SET
	topics = ARRAY(SELECT word FROM unnest(b.topics) WITH ORDINALITY AS w(word, place) WHERE NOT EXISTS (
		SELECT FROM listed_body_topic l JOIN topic t ON t.id = l.topic_id WHERE l.body_id = b.id AND lower(t.name) = lower(word)) ORDER BY place),
	areas = ARRAY(SELECT word FROM unnest(b.areas) WITH ORDINALITY AS w(word, place) WHERE NOT EXISTS (
		SELECT FROM listed_body_area l JOIN area a ON a.id = l.area_id WHERE l.body_id = b.id AND lower(a.name) = lower(word)) ORDER BY place);

-- A name in a version is forgotten, or becomes that of the same person's account; the name itself is never another.
CREATE OR REPLACE FUNCTION keep_minutes_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND (NEW.version_id, NEW.key, NEW.name, NEW.is_public)
			IS NOT DISTINCT FROM (OLD.version_id, OLD.key, OLD.name, OLD.is_public)
		AND NOT EXISTS (SELECT FROM account WHERE person_id = OLD.person_id)
		AND EXISTS (SELECT FROM account WHERE person_id = NEW.person_id) THEN
		RETURN NEW;
	END IF;
	IF TG_OP = 'DELETE' OR NEW.name IS NOT NULL
		OR (NEW.version_id, NEW.key, NEW.person_id) IS DISTINCT FROM (OLD.version_id, OLD.key, OLD.person_id) THEN
		RAISE EXCEPTION 'a name in minutes is only ever forgotten';
	END IF;
	RETURN NEW;
END $$;
