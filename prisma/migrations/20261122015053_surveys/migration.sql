-- CreateTable
CREATE TABLE "survey" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "intro" TEXT NOT NULL,
    "questions" JSONB NOT NULL,
    "first_answer_at" TIMESTAMPTZ(3),
    "result_note" TEXT,
    "result_told_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_answer" (
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "typed" JSONB NOT NULL,
    "values" JSONB,
    "channel" TEXT NOT NULL,
    "person_id" UUID,
    "participant_key" TEXT,
    "receipt" TEXT NOT NULL,
    "released_texts" TEXT[],
    "hidden_texts" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "handed_in_at" TIMESTAMPTZ(3),
    "pending_key" TEXT,
    "pending_email" TEXT,
    "wants_result" BOOLEAN NOT NULL DEFAULT false,
    "code_hash" TEXT,
    "code_attempts" INTEGER NOT NULL DEFAULT 0,
    "code_expires_at" TIMESTAMPTZ(3),
    "codes_sent" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "survey_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_mend" (
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "survey_mend_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_listener" (
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "person_id" UUID,
    "email" TEXT,
    "locale" TEXT NOT NULL,

    CONSTRAINT "survey_listener_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "survey_code_key" ON "survey"("code");

-- CreateIndex
CREATE INDEX "survey_organisation_id_idx" ON "survey"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "survey_process_id_position_key" ON "survey"("process_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "survey_answer_token_hash_key" ON "survey_answer"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "survey_answer_receipt_key" ON "survey_answer"("receipt");

-- CreateIndex
CREATE INDEX "survey_answer_survey_id_handed_in_at_idx" ON "survey_answer"("survey_id", "handed_in_at");

-- CreateIndex
CREATE INDEX "survey_answer_person_id_idx" ON "survey_answer"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "survey_answer_survey_id_participant_key_key" ON "survey_answer"("survey_id", "participant_key");

-- CreateIndex
CREATE INDEX "survey_mend_survey_id_idx" ON "survey_mend"("survey_id");

-- CreateIndex
CREATE UNIQUE INDEX "survey_listener_survey_id_person_id_key" ON "survey_listener"("survey_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "survey_listener_survey_id_email_key" ON "survey_listener"("survey_id", "email");

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_mend" ADD CONSTRAINT "survey_mend_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_listener" ADD CONSTRAINT "survey_listener_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;
