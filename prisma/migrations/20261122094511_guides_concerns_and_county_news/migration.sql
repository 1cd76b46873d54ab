-- CreateEnum
CREATE TYPE "forwarding_end" AS ENUM ('ANSWERED', 'RETURNED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "escalation_step" AS ENUM ('DEPUTY', 'LEAD');

-- CreateEnum
CREATE TYPE "concern_outcome" AS ENUM ('DONE', 'PARTLY', 'CARRIED', 'INFORMED', 'DECLINED');

-- AlterEnum
ALTER TYPE "concern_origin" ADD VALUE 'MUNICIPALITY';

-- AlterTable
ALTER TABLE "concern" ADD COLUMN     "bundle_id" UUID;

-- AlterTable
ALTER TABLE "report_back" ADD COLUMN     "outcome" "concern_outcome",
ADD COLUMN     "summary" TEXT;

-- CreateTable
CREATE TABLE "concern_bundle" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "concern_bundle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concern_mail" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "sender_name" TEXT,
    "sender" TEXT,
    "subject" TEXT,
    "text" TEXT,
    "written_at" TIMESTAMPTZ(3),
    "left_out" TEXT[],
    "concern_id" UUID,

    CONSTRAINT "concern_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concern_forwarding" (
    "id" UUID NOT NULL,
    "concern_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "forwarded_at" TIMESTAMPTZ(3) NOT NULL,
    "forwarded_by" UUID,
    "due_on" DATE NOT NULL,
    "end" "forwarding_end",
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "reply" TEXT,

    CONSTRAINT "concern_forwarding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concern_escalation" (
    "concern_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "step" "escalation_step" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "concern_escalation_pkey" PRIMARY KEY ("concern_id","due_on","step")
);

-- CreateTable
CREATE TABLE "concern_draft" (
    "concern_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "concern_draft_pkey" PRIMARY KEY ("concern_id","person_id")
);

-- CreateTable
CREATE TABLE "county_news" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "topic_id" UUID,
    "area_id" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "valid_until" DATE NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "written_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "county_news_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "county_news_delivery" (
    "id" UUID NOT NULL,
    "news_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "delivered_at" TIMESTAMPTZ(3) NOT NULL,
    "mailed_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "raised_at" TIMESTAMPTZ(3),
    "raised_by_id" UUID,
    "office_day_id" UUID,
    "discussed_at" TIMESTAMPTZ(3),

    CONSTRAINT "county_news_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "concern_bundle_owner_id_idx" ON "concern_bundle"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "concern_mail_concern_id_key" ON "concern_mail"("concern_id");

-- CreateIndex
CREATE INDEX "concern_mail_owner_id_added_at_idx" ON "concern_mail"("owner_id", "added_at");

-- CreateIndex
CREATE INDEX "concern_forwarding_concern_id_forwarded_at_idx" ON "concern_forwarding"("concern_id", "forwarded_at");

-- CreateIndex
CREATE INDEX "concern_forwarding_post_id_ended_at_idx" ON "concern_forwarding"("post_id", "ended_at");

-- CreateIndex
CREATE INDEX "concern_draft_person_id_idx" ON "concern_draft"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "county_news_code_key" ON "county_news"("code");

-- CreateIndex
CREATE INDEX "county_news_owner_id_published_at_idx" ON "county_news"("owner_id", "published_at");

-- CreateIndex
CREATE INDEX "county_news_delivery_municipality_id_delivered_at_idx" ON "county_news_delivery"("municipality_id", "delivered_at");

-- CreateIndex
CREATE UNIQUE INDEX "county_news_delivery_news_id_municipality_id_key" ON "county_news_delivery"("news_id", "municipality_id");

-- CreateIndex
CREATE INDEX "concern_bundle_id_idx" ON "concern"("bundle_id");

-- AddForeignKey
ALTER TABLE "concern_bundle" ADD CONSTRAINT "concern_bundle_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_mail" ADD CONSTRAINT "concern_mail_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_mail" ADD CONSTRAINT "concern_mail_concern_id_fkey" FOREIGN KEY ("concern_id") REFERENCES "concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_forwarding" ADD CONSTRAINT "concern_forwarding_concern_id_fkey" FOREIGN KEY ("concern_id") REFERENCES "concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_forwarding" ADD CONSTRAINT "concern_forwarding_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_escalation" ADD CONSTRAINT "concern_escalation_concern_id_fkey" FOREIGN KEY ("concern_id") REFERENCES "concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern_draft" ADD CONSTRAINT "concern_draft_concern_id_fkey" FOREIGN KEY ("concern_id") REFERENCES "concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "county_news" ADD CONSTRAINT "county_news_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "county_news" ADD CONSTRAINT "county_news_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "county_news" ADD CONSTRAINT "county_news_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "county_news" ADD CONSTRAINT "county_news_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "county_news_delivery" ADD CONSTRAINT "county_news_delivery_news_id_fkey" FOREIGN KEY ("news_id") REFERENCES "county_news"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "county_news_delivery" ADD CONSTRAINT "county_news_delivery_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "county_news_delivery" ADD CONSTRAINT "county_news_delivery_office_day_id_fkey" FOREIGN KEY ("office_day_id") REFERENCES "office_day"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concern" ADD CONSTRAINT "concern_bundle_id_fkey" FOREIGN KEY ("bundle_id") REFERENCES "concern_bundle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language of Prisma cannot say. Appended by hand.
ALTER TABLE concern_forwarding
	ADD CONSTRAINT concern_forwarding_ended CHECK ((ended_at IS NULL) = ("end" IS NULL)),
	-- An answer has words, and so has what comes back.
	ADD CONSTRAINT concern_forwarding_said CHECK ("end" IS NULL OR "end" = 'WITHDRAWN' OR reply IS NOT NULL);
-- One question at a time, also when two forward at once.
CREATE UNIQUE INDEX concern_forwarding_open ON concern_forwarding (concern_id) WHERE ended_at IS NULL;
-- Nothing is declined without a reason that the report may print.
ALTER TABLE report_back ADD CONSTRAINT report_back_declined CHECK (outcome <> 'DECLINED' OR summary IS NOT NULL);
ALTER TABLE county_news_delivery ADD CONSTRAINT county_news_delivery_discussed CHECK (discussed_at IS NULL OR raised_at IS NOT NULL);
