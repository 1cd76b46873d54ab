import { command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { holdForEditing } from "../../drafting/commands/editing.server";
import { demandParties } from "../../drafting/commands/parties.server";
import { checkTexts, type TextRefusal } from "../../drafting/text-check";
import type { Approval, Rhythm } from "../particulars";

/** Notes until when what was funded must serve its purpose; null takes it away. */
export const bindUntil = command(
	"agreements.bind-until",
	async (world, input: { code: string; boundUntil: Date | null }): Promise<Outcome<null, "not-editable">> => {
		const held = await holdForEditing(world, input.code, "funding");
		if (!held.done) return held;
		await world.db.agreement.update({ where: { id: held.value.id }, data: { boundUntil: input.boundUntil } });
		return done(null);
	},
);

/** Adds a condition of the funding, with the party that proves it and how. */
export const addFundingCondition = command(
	"agreements.add-funding-condition",
	async (
		world,
		input: { code: string; partyId: string; text: string; evidence: string; source: string; dueOn: Date | null },
	): Promise<Outcome<null, "not-editable" | TextRefusal>> => {
		const held = await holdForEditing(world, input.code, "funding");
		if (!held.done) return held;
		const texts = checkTexts({ text: input.text, evidence: input.evidence, source: input.source });
		if (!texts.done) return texts;
		await demandParties(world, held.value.id, [input.partyId]);
		const { partyId, dueOn } = input;
		await world.db.agreementFundingCondition.create({
			data: { id: newId(world.now), agreementId: held.value.id, partyId, dueOn, ...texts.value },
		});
		return done(null);
	},
);

/**
 * Adds who tells whom what, and how often. Every rhythm but "on-event" has a first day: dated tasks come from it later.
 * @returns refused with "first-day-missing"
 */
export const addInformationDuty = command(
	"agreements.add-information-duty",
	async (
		world,
		input: {
			code: string;
			partyId: string;
			subject: string;
			recipient: string;
			rhythm: Rhythm;
			firstOn: Date | null;
		},
	): Promise<Outcome<null, "not-editable" | "first-day-missing" | TextRefusal>> => {
		const held = await holdForEditing(world, input.code, "information");
		if (!held.done) return held;
		const texts = checkTexts({ subject: input.subject, recipient: input.recipient });
		if (!texts.done) return texts;
		const { partyId, rhythm } = input;
		const firstOn = rhythm === "on-event" ? null : input.firstOn;
		if (rhythm !== "on-event" && !firstOn) return refused("first-day-missing", { field: "firstOn" });
		await demandParties(world, held.value.id, [partyId]);
		await world.db.agreementInformationDuty.create({
			data: { id: newId(world.now), agreementId: held.value.id, partyId, rhythm, firstOn, ...texts.value },
		});
		return done(null);
	},
);

/**
 * Saves how the parties speak in public. @param days within which who is asked answers; 0 to 60
 * @param revision the one that the form began with, 0 for none yet
 */
export const savePublicRelations = command(
	"agreements.save-public-relations",
	async (
		world,
		input: { code: string; approval: Approval; days: number; logoRule: string; revision: number },
	): Promise<Outcome<null, "not-editable" | "changed-meanwhile" | TextRefusal>> => {
		const held = await holdForEditing(world, input.code, "public-relations");
		if (!held.done) return held;
		const texts = checkTexts({ logoRule: input.logoRule });
		if (!texts.done) return texts;
		const agreementId = held.value.id;
		const stored = await world.db.agreementPublicRelations.findUnique({ where: { agreementId } });
		if ((stored?.revision ?? 0) !== input.revision) return refused("changed-meanwhile");
		const rules = { approval: input.approval, days: input.days, ...texts.value };
		await world.db.agreementPublicRelations.upsert({
			where: { agreementId },
			create: { agreementId, ...rules },
			update: { ...rules, revision: { increment: 1 } },
		});
		return done(null);
	},
);

/** Adds the office of a party that answers in public, and how it is reached. */
export const addContact = command(
	"agreements.add-contact",
	async (
		world,
		input: { code: string; partyId: string; office: string; reach: string },
	): Promise<Outcome<null, "not-editable" | TextRefusal>> => {
		const held = await holdForEditing(world, input.code, "public-relations");
		if (!held.done) return held;
		const texts = checkTexts({ office: input.office, reach: input.reach });
		if (!texts.done) return texts;
		await demandParties(world, held.value.id, [input.partyId]);
		await world.db.agreementContact.create({
			data: { id: newId(world.now), agreementId: held.value.id, partyId: input.partyId, ...texts.value },
		});
		return done(null);
	},
);

/** Takes one line out. @throws NotFound when it is not there (any more) */
export const removeParticular = command(
	"agreements.remove-particular",
	async (
		world,
		{ code, of, id }: { code: string; of: "condition" | "information" | "contact"; id: string },
	): Promise<Outcome<null, "not-editable">> => {
		const held = await holdForEditing(world, code, of === "condition" ? "funding" : of);
		if (!held.done) return held;
		const where = { id, agreementId: held.value.id };
		const { db } = world;
		const { count } = await {
			condition: () => db.agreementFundingCondition.deleteMany({ where }),
			information: () => db.agreementInformationDuty.deleteMany({ where }),
			contact: () => db.agreementContact.deleteMany({ where }),
		}[of]();
		if (count === 0) throw new NotFound();
		return done(null);
	},
);
