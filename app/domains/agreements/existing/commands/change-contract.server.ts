import { attach } from "~/domains/files/index.server";
import { command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import type { CostClass } from "../../costs/cost-item";
import { euroField } from "../../costs/money-input";
import { mayLead } from "../../policy.server";
import { type ContractInput, changedFields, contractKey, typedAgain } from "../contract-input";
import { enteredContract } from "../queries/entered-contract.server";
import { knownContracts } from "../queries/known-contracts.server";
import { contractRows, holdContracts } from "./enter-contract.server";

/**
 * Changes an entry of a contract that was signed on paper elsewhere, or adds its scan. What it said before stays in its
 * history, with who changed it when. An entry whose contract is over is only kept.
 * @param revision of the entry when the form was opened
 * @returns refused with "contract-over", "changed-meanwhile", "contract-there" (it would say the same as another entry) or
 * "contract-same" (nothing is different)
 * @throws NotFound when it is not there (any more)
 */
export const changeContract = command(
	"agreements.change-contract",
	async (
		world,
		{
			ownerId,
			id,
			revision,
			costClass,
			input,
			stored,
		}: {
			ownerId: string;
			id: string;
			revision: number;
			costClass: CostClass;
			input: ContractInput;
			stored: StoredFile | null;
		},
	): Promise<
		Outcome<{ revision: number }, "contract-over" | "changed-meanwhile" | "contract-there" | "contract-same">
	> => {
		demand(mayLead, world.actor, { ownerId });
		await holdContracts(world, ownerId);
		const before = await enteredContract(world.db, ownerId, id);
		if (!before) throw new NotFound();
		if (before.endsOn !== null && before.endsOn <= today(world.now)) return refused("contract-over");
		if (before.revision !== revision) return refused("changed-meanwhile");
		const key = contractKey(input);
		if (key !== contractKey(before.input) && (await knownContracts(world.db, ownerId, [input])).has(key)) {
			return refused("contract-there", { field: "title" });
		}
		const fields = changedFields(
			{ ...typedAgain(before.input, euroField), costClass: before.costClass },
			{ ...typedAgain(input, euroField), costClass, scan: stored?.name ?? "" },
		);
		if (fields.length === 0) return refused("contract-same");
		await world.db.existingContractParty.deleteMany({ where: { contractId: id } });
		await world.db.existingContract.update({
			where: { id },
			data: { costClass, revision: { increment: 1 }, ...(await contractRows(world, ownerId, input)) },
		});
		await world.db.existingContractChange.create({
			data: {
				id: newId(world.now),
				contractId: id,
				revision: revision + 1,
				changedById: personIdOf(world.actor),
				at: world.now,
				fields,
			},
		});
		if (stored) await attach(world, { ownerId, subject: { kind: "existing-contract", id }, stored });
		world.record({
			type: "agreements.existing-contract.changed",
			subject: { kind: "existing-contract", id },
			ownerId,
			facts: { revision: revision + 1, fields: fields.map(({ field }) => field).join(" ") },
		});
		return done({ revision: revision + 1 });
	},
);
