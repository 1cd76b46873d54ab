-- CreateTable
CREATE TABLE "process_event" (
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "directions" TEXT,
    "accessibility" TEXT,
    "online_address" TEXT,
    "agenda" JSONB,
    "agenda_text" TEXT NOT NULL DEFAULT '',
    "registers" BOOLEAN NOT NULL,
    "seats" INTEGER,
    "seats_taken" INTEGER NOT NULL DEFAULT 0,
    "registration_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "reminded_at" TIMESTAMPTZ(3),
    "attended_registered" INTEGER,
    "attended_besides" INTEGER,
    "minutes" JSONB,
    "minutes_text" TEXT NOT NULL DEFAULT '',
    "minutes_published_at" TIMESTAMPTZ(3),

    CONSTRAINT "process_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_registration" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "person_id" UUID,
    "email" TEXT,
    "name" TEXT NOT NULL,
    "persons" INTEGER NOT NULL,
    "needs" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "waiting_since" TIMESTAMPTZ(3),
    "offered_until" TIMESTAMPTZ(3),
    "attended" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "event_registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_card" (
    "contribution_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "event_card_pkey" PRIMARY KEY ("contribution_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "process_event_code_key" ON "process_event"("code");

-- CreateIndex
CREATE INDEX "process_event_process_id_starts_at_idx" ON "process_event"("process_id", "starts_at");

-- CreateIndex
CREATE INDEX "process_event_starts_at_idx" ON "process_event"("starts_at");

-- CreateIndex
CREATE INDEX "event_registration_event_id_state_idx" ON "event_registration"("event_id", "state");

-- CreateIndex
CREATE INDEX "event_registration_person_id_idx" ON "event_registration"("person_id");

-- CreateIndex
CREATE INDEX "event_registration_state_offered_until_idx" ON "event_registration"("state", "offered_until");

-- CreateIndex
CREATE INDEX "event_card_event_id_idx" ON "event_card"("event_id");

-- AddForeignKey
ALTER TABLE "process_event" ADD CONSTRAINT "process_event_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_registration" ADD CONSTRAINT "event_registration_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "process_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_card" ADD CONSTRAINT "event_card_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_card" ADD CONSTRAINT "event_card_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "process_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a row may say at all; the seats are the last word of 500 people who register at once.
ALTER TABLE "process_event"
	ADD CONSTRAINT "process_event_mode" CHECK (mode IN ('in-person', 'online', 'hybrid')),
	ADD CONSTRAINT "process_event_time" CHECK (starts_at < ends_at),
	ADD CONSTRAINT "process_event_seats" CHECK (seats_taken >= 0 AND (seats IS NULL OR (seats > 0 AND seats_taken <= seats)));
ALTER TABLE "event_registration"
	ADD CONSTRAINT "event_registration_state" CHECK (state IN ('pending', 'seat', 'waiting', 'offered', 'cancelled', 'lapsed')),
	ADD CONSTRAINT "event_registration_persons" CHECK (persons BETWEEN 1 AND 10),
	ADD CONSTRAINT "event_registration_offer" CHECK ((state = 'offered') = (offered_until IS NOT NULL)),
	ADD CONSTRAINT "event_registration_one" CHECK (person_id IS NULL OR email IS NULL);
-- One living registration for each person and each address.
CREATE UNIQUE INDEX "event_registration_person" ON "event_registration" (event_id, person_id) WHERE state NOT IN ('cancelled', 'lapsed');
CREATE UNIQUE INDEX "event_registration_email" ON "event_registration" (event_id, email) WHERE state NOT IN ('cancelled', 'lapsed');
