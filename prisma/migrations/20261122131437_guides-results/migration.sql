-- AlterEnum
ALTER TYPE "concern_step" ADD VALUE 'RESULT';
