-- CreateEnum
CREATE TYPE "office_rhythm" AS ENUM ('ONCE', 'WEEKLY', 'FORTNIGHTLY', 'FOUR_WEEKLY', 'MONTHLY');

-- AlterTable
ALTER TABLE "concern" ADD COLUMN     "office_day_id" UUID;

-- CreateTable
CREATE TABLE "office_series" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "accessibility" TEXT,
    "note" TEXT,
    "rhythm" "office_rhythm" NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE,
    "opens_at" TEXT NOT NULL,
    "closes_at" TEXT NOT NULL,
    "slot_minutes" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "office_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_day" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "moved_to" DATE,
    "opens_at" TEXT,
    "closes_at" TEXT,
    "place" TEXT,
    "cancelled_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "office_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_booking" (
    "id" UUID NOT NULL,
    "day_id" UUID NOT NULL,
    "minute" INTEGER NOT NULL,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "subject" TEXT,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "office_booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_visit" (
    "id" UUID NOT NULL,
    "day_id" UUID NOT NULL,
    "topic_id" UUID,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "office_visit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "office_series_code_key" ON "office_series"("code");

-- CreateIndex
CREATE INDEX "office_series_owner_id_idx" ON "office_series"("owner_id");

-- CreateIndex
CREATE INDEX "office_series_municipality_id_idx" ON "office_series"("municipality_id");

-- CreateIndex
CREATE INDEX "office_series_post_id_idx" ON "office_series"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "office_day_series_id_day_key" ON "office_day"("series_id", "day");

-- CreateIndex
CREATE INDEX "office_booking_day_id_idx" ON "office_booking"("day_id");

-- CreateIndex
CREATE INDEX "office_booking_person_id_idx" ON "office_booking"("person_id");

-- CreateIndex
CREATE INDEX "office_visit_day_id_idx" ON "office_visit"("day_id");

-- CreateIndex
CREATE INDEX "concern_office_day_id_idx" ON "concern"("office_day_id");

-- AddForeignKey
ALTER TABLE "concern" ADD CONSTRAINT "concern_office_day_id_fkey" FOREIGN KEY ("office_day_id") REFERENCES "office_day"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_series" ADD CONSTRAINT "office_series_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_series" ADD CONSTRAINT "office_series_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_series" ADD CONSTRAINT "office_series_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_day" ADD CONSTRAINT "office_day_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "office_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_booking" ADD CONSTRAINT "office_booking_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "office_day"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_visit" ADD CONSTRAINT "office_visit_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "office_day"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_visit" ADD CONSTRAINT "office_visit_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One living booking per slot, under any number of parallel requests.
CREATE UNIQUE INDEX "office_booking_slot" ON "office_booking" ("day_id", "minute") WHERE "cancelled_at" IS NULL;
ALTER TABLE "office_series" ADD CONSTRAINT "office_series_hours" CHECK ("opens_at" < "closes_at" AND "opens_at" ~ '^[0-2][0-9]:[0-5][0-9]$' AND "closes_at" ~ '^[0-2][0-9]:[0-5][0-9]$');
ALTER TABLE "office_series" ADD CONSTRAINT "office_series_days" CHECK ("last_day" IS NULL OR "last_day" >= "first_day" - 1);
ALTER TABLE "office_series" ADD CONSTRAINT "office_series_slot" CHECK ("slot_minutes" BETWEEN 5 AND 240);
ALTER TABLE "office_day" ADD CONSTRAINT "office_day_reason" CHECK ("reason" IS NOT NULL OR ("cancelled_at" IS NULL AND "moved_to" IS NULL));
