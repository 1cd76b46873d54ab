-- AlterTable
ALTER TABLE "event_registration" ADD COLUMN     "channel" TEXT NOT NULL DEFAULT 'online',
ADD COLUMN     "phone" TEXT;

-- AlterTable
ALTER TABLE "event_card" ADD COLUMN     "token_hash" TEXT;

-- AlterTable
ALTER TABLE "planning_statement" ADD COLUMN     "authority_id" UUID,
ADD COLUMN     "channel" TEXT NOT NULL DEFAULT 'online',
ADD COLUMN     "entered_at" TIMESTAMPTZ(3),
ADD COLUMN     "entered_by_id" UUID;

-- AlterTable
ALTER TABLE "process" ADD COLUMN     "release_digests" JSONB;

-- AlterTable
ALTER TABLE "survey" ADD COLUMN     "electorate" TEXT NOT NULL DEFAULT 'mail';

-- CreateTable
CREATE TABLE "planning_authority" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "planning_authority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "planning_notification" (
    "id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,

    CONSTRAINT "planning_notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_letter_code" (
    "survey_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,

    CONSTRAINT "survey_letter_code_pkey" PRIMARY KEY ("survey_id","code_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "planning_authority_process_id_email_key" ON "planning_authority"("process_id", "email");

-- CreateIndex
CREATE INDEX "planning_notification_process_id_round_idx" ON "planning_notification"("process_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "planning_notification_authority_id_round_key" ON "planning_notification"("authority_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "event_card_token_hash_key" ON "event_card"("token_hash");

-- AddForeignKey
ALTER TABLE "planning_authority" ADD CONSTRAINT "planning_authority_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "planning"("process_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_notification" ADD CONSTRAINT "planning_notification_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "planning_authority"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_notification" ADD CONSTRAINT "planning_notification_process_id_round_fkey" FOREIGN KEY ("process_id", "round") REFERENCES "planning_display"("process_id", "round") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_statement" ADD CONSTRAINT "planning_statement_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "planning_authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_letter_code" ADD CONSTRAINT "survey_letter_code_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;
