import { command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import type { Nature } from "../../form-rules/form-rule";
import { checkTexts, type TextRefusal } from "../text-check";
import { holdForEditing } from "./editing.server";

type Refused = "not-editable" | "changed-meanwhile" | TextRefusal;

export type Basics = {
	title: string;
	nature: Nature;
	effectiveOn: Date | null;
	pilotStart: Date | null;
	pilotEnd: Date | null;
	fundingEnd: Date | null;
	endsOn: Date | null;
	agreedMonths: number;
};

/**
 * Changes title, nature and dates. @param revision the one that the form began with
 * @returns refused with "changed-meanwhile" when somebody saved in between: both versions are then shown, nothing is lost
 */
export const editBasics = command(
	"agreements.edit-basics",
	async (world, input: { code: string; revision: number; basics: Basics }): Promise<Outcome<null, Refused>> => {
		const held = await holdForEditing(world, input.code, "basics");
		if (!held.done) return held;
		const texts = checkTexts({ title: input.basics.title });
		if (!texts.done) return texts;
		const { count } = await world.db.agreement.updateMany({
			where: { id: held.value.id, revision: input.revision },
			data: { ...input.basics, title: texts.value.title, revision: { increment: 1 } },
		});
		return count === 1 ? done(null) : refused("changed-meanwhile");
	},
);

/**
 * Changes the text of a block. @param revision the one that the form began with
 * @returns refused with "changed-meanwhile" as above, or with the position of what may not stand in a contract
 * @throws NotFound for a block that the template does not have
 */
export const editBlock = command(
	"agreements.edit-block",
	async (
		world,
		input: { code: string; key: string; revision: number; text: string },
	): Promise<Outcome<null, Refused>> => {
		const held = await holdForEditing(world, input.code, `block:${input.key}`);
		if (!held.done) return held;
		const where = { agreementId: held.value.id, key: input.key };
		if ((await world.db.agreementBlock.count({ where })) === 0) throw new NotFound();
		const texts = checkTexts({ text: input.text });
		if (!texts.done) return texts;
		const { count } = await world.db.agreementBlock.updateMany({
			where: { ...where, revision: input.revision },
			data: { text: texts.value.text, revision: { increment: 1 } },
		});
		return count === 1 ? done(null) : refused("changed-meanwhile");
	},
);
