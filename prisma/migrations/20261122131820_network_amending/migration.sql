-- AlterTable
ALTER TABLE "network_tie" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;
