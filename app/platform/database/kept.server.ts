import { isTaken } from "../act.server";
import { type Outcome, type Refusal, refused } from "../outcome";
import { Prisma } from "./generated/client";

/**
 * Runs a write and turns what the database refuses into a refusal, by the name of the constraint: it knows about two at
 * once, a question before the write does not. The act must return that refusal, for its transaction is broken.
 * @param sentences code and field by constraint, or by "unique" for any unique one
 * @throws whatever else went wrong
 */
export async function kept<Value, Code extends string>(
	write: Promise<Value>,
	sentences: Record<string, Refusal<Code>>,
): Promise<Outcome<Value, Code>> {
	try {
		return { done: true, value: await write };
	} catch (error) {
		const unique = sentences.unique;
		if (unique && isTaken(error)) return refused(unique.code, unique);
		const told = constraintIn(error);
		for (const [constraint, { code, ...details }] of Object.entries(sentences)) {
			if (told.includes(constraint)) return refused(code, details);
		}
		throw error;
	}
}

/** Prisma has no code for CHECK and EXCLUDE; the driver's own message names the constraint. */
function constraintIn(error: unknown): string {
	if (error instanceof Prisma.PrismaClientKnownRequestError) return error.message + JSON.stringify(error.meta ?? {});
	return error instanceof Error ? error.message : "";
}
