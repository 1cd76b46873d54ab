import type { ActWorld } from "~/platform/act.server";
import type { Prisma } from "~/platform/database/generated/client";
import { newId } from "~/platform/tokens.server";
import { processById } from "../../processes/index.server";
import type { BoxKind, Electorate } from "../ballot";

/** Makes an empty box in a process; whoever calls it has asked the policy and hangs what is voted on upon its id. */
export async function beginBox(
	world: ActWorld,
	given: {
		processId: string;
		kind: BoxKind;
		title: string;
		electorate: Electorate;
		ruleChoice: Prisma.InputJsonObject;
	},
): Promise<{ id: string; position: number }> {
	// One after the other per process, so that two get two numbers.
	await world.db.$queryRaw`SELECT 1 FROM process WHERE id = ${given.processId}::uuid FOR UPDATE`;
	const { organisationId } = await processById(world, given.processId);
	const where = { processId: given.processId, kind: given.kind };
	const position = (await world.db.ballotBox.count({ where })) + 1;
	const id = newId(world.now);
	await world.db.ballotBox.create({ data: { ...given, id, organisationId, position, createdAt: world.now } });
	world.record({
		type: `participation.${given.kind}.begun`,
		subject: { kind: given.kind, id },
		ownerId: organisationId,
		facts: { process: given.processId },
	});
	return { id, position };
}
