import { fromStored, parseDay } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { type ContractInput, contractKey } from "../contract-input";

/**
 * Which of these contracts the organisation has entered already, by `contractKey`. Asks nobody: the caller has asked the
 * policy.
 */
export async function knownContracts(
	db: Pick<View["db"], "existingContract">,
	ownerId: string,
	inputs: readonly ContractInput[],
): Promise<Set<string>> {
	const days = [...new Set(inputs.map(({ startsOn }) => startsOn))].flatMap((day) => parseDay(day) ?? []);
	const rows = await db.existingContract.findMany({
		where: { ownerId, startsOn: { in: days } },
		select: {
			title: true,
			fileNumber: true,
			startsOn: true,
			parties: { orderBy: { position: "asc" }, select: { name: true } },
		},
	});
	return new Set(
		rows.map(({ startsOn, parties, ...row }) =>
			contractKey({ ...row, startsOn: fromStored(startsOn).toString(), parties: parties.map(({ name }) => name) }),
		),
	);
}
