import { command } from "~/platform/act.server";
import { isOperator, personIdOf } from "~/platform/actor";
import { houseChain } from "~/platform/audit.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { writeSetting } from "~/platform/settings.server";
import { demandStepUp } from "~/platform/step-up";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { keyChangeSetting, sealOrNone } from "../queries/house-seal.server";

/**
 * A named operator says, after password and factor, that the key of the seal is gone for good: the next seal makes another
 * one, and what waited for the key is tried at once. The certificate of before stays with the papers that bear it.
 * @returns refused with "seal-key-there" while there is one, "reason-missing"
 */
export const confirmSealKey = command(
	"agreements.confirm-seal-key",
	async (
		world,
		{ reason: typed }: { reason: string },
	): Promise<Outcome<null, "seal-key-there" | "reason-missing" | TextRefusal>> => {
		demand(isOperator, world.actor, null);
		demandStepUp(world);
		const reason = checkText(typed);
		if (!reason.done) return { done: false, refusals: reason.refusals.map((one) => ({ ...one, field: "reason" })) };
		if (reason.value === "") return refused("reason-missing", { field: "reason" });
		// Of two operators at once the second finds the key that the first one's word has made possible.
		await world.db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('seal-key'))::text`;
		if ((await sealOrNone(world.db)) !== null) return refused("seal-key-there");
		const last = await world.db.agreementSealedDocument.findFirst({
			orderBy: { sealedAt: "desc" },
			select: { certificateSha256: true },
		});
		await writeSetting(world.db, keyChangeSetting, {
			at: world.now.toISOString(),
			byId: personIdOf(world.actor),
			reason: reason.value,
		});
		await world.db.agreementSealing.updateMany({ where: { reason: "key" }, data: { nextTryAt: world.now } });
		world.record({
			type: "agreements.seal-key.change-confirmed",
			subject: { kind: "house", id: houseChain },
			ownerId: null,
			facts: { before: last?.certificateSha256 ?? null },
		});
		return done(null);
	},
);
