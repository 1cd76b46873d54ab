import { command } from "~/platform/act.server";
import { fromStored, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { holdForEditing } from "../../drafting/commands/editing.server";
import { readDraft } from "../../drafting/queries/draft.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";

/**
 * The legal office confirms the forms of all parties as the rules give them: dated, with its name and its reason. Parties for
 * which no rule is known stay open: there it has to say the form itself.
 * @param by who of the legal office said so
 * @returns refused with "not-editable", "nothing-to-confirm" or for the text
 */
export const confirmForms = command(
	"agreements.confirm-forms",
	async (
		world,
		input: { code: string; by: string; reason: string },
	): Promise<Outcome<null, "not-editable" | "nothing-to-confirm" | TextRefusal>> => {
		const held = await holdForEditing(world, input.code, "forms");
		if (!held.done) return held;
		const [by, reason] = [checkText(input.by), checkText(input.reason)];
		if (!by.done) return by;
		if (!reason.done) return reason;
		const day = today(world.now);
		const draft = await readDraft(world.db, held.value.id, fromStored(day).toString());
		const open = draft.parties.filter(({ form, toBeConfirmed }) => form !== null && toBeConfirmed);
		if (open.length === 0) return refused("nothing-to-confirm");
		for (const { id, form, officialTitle, decision } of open) {
			await world.db.agreementParty.update({
				where: { id },
				data: {
					legalForm: form,
					legalTitle: officialTitle,
					legalBy: by.value,
					legalOn: day,
					legalReason: reason.value,
					legalRules: decision.because.map(({ key }) => key),
				},
			});
		}
		return done(null);
	},
);
