import { command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { mayLead } from "../../policy.server";
import type { RequiredForm } from "../form-rule";

export type Review = {
	requiredForm: RequiredForm;
	officialTitle: boolean;
	norm: string;
	statement: string;
	source: string;
	validFrom: Date;
	reviewedBy: string;
	reason: string;
};

/**
 * The legal office of an organisation reviews a rule: what it found becomes a new dated row that counts for the agreements
 * of this organisation; the row before stays as it was, for all that was signed under it.
 * @param key of the rule as it counts for this organisation so far
 * @returns the key of the new row; refused with "rule-replaced" when somebody was faster, "date-invalid" for a first day
 * before that of the rule itself, or for a text
 * @throws NotFound for a rule of another organisation
 */
export const reviewFormRule = command(
	"agreements.review-form-rule",
	async (
		world,
		{ ownerId, key, review }: { ownerId: string; key: string; review: Review },
	): Promise<Outcome<{ key: string }, "rule-replaced" | "date-invalid" | TextRefusal>> => {
		demand(mayLead, world.actor, { ownerId });
		await world.db.$queryRaw`SELECT id FROM agreement_form_rule WHERE key = ${key} FOR UPDATE`;
		const rule = await world.db.agreementFormRule.findUnique({ where: { key } });
		if (!rule || (rule.ownerId !== null && rule.ownerId !== ownerId)) throw new NotFound();
		const later = await world.db.agreementFormRule.count({ where: { ownerId, supersedes: key } });
		if (later > 0) return refused("rule-replaced");
		if (review.validFrom < rule.validFrom) return refused("date-invalid", { field: "validFrom" });
		const words: Record<"norm" | "statement" | "source" | "reviewedBy" | "reason", string> = {
			norm: "",
			statement: "",
			source: "",
			reviewedBy: "",
			reason: "",
		};
		for (const name of ["norm", "statement", "source", "reviewedBy", "reason"] as const) {
			const checked = checkText(review[name]);
			if (!checked.done) return checked;
			words[name] = checked.value;
		}
		const id = newId(world.now);
		const day = today(world.now);
		await world.db.agreementFormRule.create({
			data: {
				id,
				key: `${key.split("~")[0]}~${id}`,
				state: rule.state,
				organisationKinds: rule.organisationKinds,
				nature: rule.nature,
				requiredForm: review.requiredForm,
				officialTitle: review.officialTitle,
				norm: words.norm,
				statement: words.statement,
				statementEn: words.statement === rule.statement ? rule.statementEn : words.statement,
				source: words.source,
				sourceDate: day,
				validFrom: review.validFrom,
				validUntil: rule.validUntil,
				reviewedBy: words.reviewedBy,
				reviewedOn: day,
				ownerId,
				supersedes: key,
				reason: words.reason,
				recordedAt: world.now,
			},
		});
		world.record({
			type: "agreements.form-rule.reviewed",
			subject: { kind: "organisation", id: ownerId },
			ownerId,
			facts: { rule: id, supersedes: key, requiredForm: review.requiredForm },
		});
		return done({ key: `${key.split("~")[0]}~${id}` });
	},
);
