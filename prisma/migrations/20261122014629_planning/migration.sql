-- CreateTable
CREATE TABLE "planning" (
    "process_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'development-plan',
    "name" TEXT NOT NULL DEFAULT '',
    "area" TEXT NOT NULL DEFAULT '',
    "way" TEXT NOT NULL DEFAULT 'link',
    "system_address" TEXT,
    "office" TEXT NOT NULL DEFAULT '',
    "office_email" TEXT,
    "office_address" TEXT NOT NULL DEFAULT '',
    "stage" TEXT NOT NULL DEFAULT 'begun',
    "next_number" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "planning_pkey" PRIMARY KEY ("process_id")
);

-- CreateTable
CREATE TABLE "planning_step" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "planning_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "planning_display" (
    "process_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "earliest_end" DATE NOT NULL,
    "shortened_because" TEXT,
    "changes" TEXT,
    "second_access" TEXT NOT NULL,
    "environmental_info" TEXT NOT NULL,
    "announced_on" DATE,
    "announced_in" TEXT,

    CONSTRAINT "planning_display_pkey" PRIMARY KEY ("process_id","round")
);

-- CreateTable
CREATE TABLE "planning_statement" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "organisation" TEXT,
    "name" TEXT,
    "email" TEXT,
    "address" TEXT,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "author_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "token_hash" TEXT NOT NULL,

    CONSTRAINT "planning_statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "planning_statement_part" (
    "id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "vote" TEXT,
    "comment" TEXT,
    "weighed_by_id" UUID,
    "weighed_at" TIMESTAMPTZ(3),

    CONSTRAINT "planning_statement_part_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "planning_step_process_id_recorded_at_idx" ON "planning_step"("process_id", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "planning_statement_token_hash_key" ON "planning_statement"("token_hash");

-- CreateIndex
CREATE INDEX "planning_statement_author_id_idx" ON "planning_statement"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "planning_statement_process_id_number_key" ON "planning_statement"("process_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "planning_statement_part_statement_id_position_key" ON "planning_statement_part"("statement_id", "position");

-- AddForeignKey
ALTER TABLE "planning" ADD CONSTRAINT "planning_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_step" ADD CONSTRAINT "planning_step_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "planning"("process_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_display" ADD CONSTRAINT "planning_display_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "planning"("process_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_statement" ADD CONSTRAINT "planning_statement_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "planning"("process_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_statement" ADD CONSTRAINT "planning_statement_process_id_round_fkey" FOREIGN KEY ("process_id", "round") REFERENCES "planning_display"("process_id", "round") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_statement_part" ADD CONSTRAINT "planning_statement_part_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "planning_statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
