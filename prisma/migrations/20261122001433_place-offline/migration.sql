-- AlterTable
ALTER TABLE "space" ADD COLUMN     "address" TEXT,
ADD COLUMN     "easy_language" JSONB,
ADD COLUMN     "phone_hours" TEXT;
