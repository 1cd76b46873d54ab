import { Prisma } from "~/platform/database/generated/client";

/**
 * Whether the database refused a write by this constraint. It knows about two at once, a question before the write does
 * not. Prisma has no code for CHECK and EXCLUDE; the driver's own message names the constraint.
 */
export function brokeConstraint(error: unknown, constraint: string): boolean {
	if (!(error instanceof Error)) return false;
	const meta = error instanceof Prisma.PrismaClientKnownRequestError ? JSON.stringify(error.meta ?? {}) : "";
	return (error.message + meta).includes(constraint);
}
