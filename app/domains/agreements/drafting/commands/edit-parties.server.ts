import { enterStrangersPost } from "~/domains/organisations/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { fromStored, inForce, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { isLooser, type RequiredForm } from "../../form-rules/form-rule";
import { readDraft } from "../queries/draft.server";
import type { PartyRole } from "../readiness";
import { checkText, checkTexts, type TextRefusal } from "../text-check";
import { holdForEditing } from "./editing.server";

type Refused =
	| "not-editable"
	| "party-there"
	| "party-in-use"
	| "lead-stays"
	| "post-elsewhere"
	| "form-looser"
	| TextRefusal;

/** Adds a party at the end of the contract's order. @throws NotFound for an organisation that is no more */
export const addParty = command(
	"agreements.add-party",
	async (
		world,
		input: { code: string; organisationId: string; role: Exclude<PartyRole, "lead"> },
	): Promise<Outcome<{ partyId: string }, Refused>> => {
		const held = await holdForEditing(world, input.code, "parties");
		if (!held.done) return held;
		const day = today(world.now);
		const organisation = await world.db.organisation.findFirst({
			where: { id: input.organisationId, OR: [{ validUntil: null }, { validUntil: { gt: day } }] },
			select: { id: true },
		});
		if (!organisation) throw new NotFound();
		if (held.value.partyIds.includes(organisation.id)) return refused("party-there", { field: "organisationId" });
		const last = await world.db.agreementParty.findFirst({
			where: { agreementId: held.value.id },
			orderBy: { position: "desc" },
			select: { position: true },
		});
		const partyId = newId(world.now);
		await world.db.agreementParty.create({
			data: {
				id: partyId,
				agreementId: held.value.id,
				organisationId: organisation.id,
				position: (last?.position ?? 0) + 1,
				role: input.role,
			},
		});
		return done({ partyId });
	},
);

/** Takes a party out; refused while duties, costs or commitments name it, and for the lead party. */
export const removeParty = command(
	"agreements.remove-party",
	async (world, input: { code: string; partyId: string }): Promise<Outcome<null, Refused>> => {
		const held = await holdForEditing(world, input.code, "parties");
		if (!held.done) return held;
		const { id, role } = await partyOf(world, held.value.id, input.partyId);
		if (role === "lead") return refused("lead-stays");
		const { db } = world;
		const uses = [
			() => db.agreementDuty.count({ where: { OR: [{ responsibleId: id }, { helperIds: { has: id } }] } }),
			() => db.agreementCostBasis.count({ where: { partyId: id } }),
			() => db.agreementCostItem.count({ where: { restPartyId: id } }),
			() => db.agreementCommitment.count({ where: { partyId: id } }),
			() => db.agreementFundingCondition.count({ where: { partyId: id } }),
			() => db.agreementInformationDuty.count({ where: { partyId: id } }),
			() => db.agreementContact.count({ where: { partyId: id } }),
			() => db.agreementGuest.count({ where: { partyId: id } }),
		];
		for (const count of uses) if ((await count()) > 0) return refused("party-in-use");
		await db.agreementParty.delete({ where: { id } });
		return done(null);
	},
);

/** Names the posts whose holders sign for a party; all of them sign. Refused for posts of another organisation. */
export const nameSignatories = command(
	"agreements.name-signatories",
	async (world, input: { code: string; partyId: string; postIds: string[] }): Promise<Outcome<null, Refused>> => {
		const held = await holdForEditing(world, input.code, "parties");
		if (!held.done) return held;
		const { id, organisationId } = await partyOf(world, held.value.id, input.partyId);
		const postIds = [...new Set(input.postIds)];
		const posts = await world.db.post.count({
			where: { id: { in: postIds }, organisationId, ...inForce(today(world.now)) },
		});
		if (posts !== postIds.length) return refused("post-elsewhere", { field: "postIds" });
		await world.db.agreementSignatory.deleteMany({ where: { partyId: id } });
		await world.db.agreementSignatory.createMany({ data: postIds.map((postId) => ({ partyId: id, postId })) });
		return done(null);
	},
);

/**
 * Enters the post that signs for a party for which nobody works here, and names it: without it a municipality that is no user
 * of this house could be a party and never sign. By hand on paper, or through an invitation.
 * @param label office or function as it stands below the signature
 * @returns refused with "post-theirs", "post-there", "not-editable" or a forbidden character
 */
export const enterSigningPost = command(
	"agreements.enter-signing-post",
	async (
		world,
		input: { code: string; partyId: string; label: string },
	): Promise<Outcome<{ postId: string }, Refused | "post-theirs" | "post-there">> => {
		const held = await holdForEditing(world, input.code, "parties");
		if (!held.done) return held;
		const { id, organisationId } = await partyOf(world, held.value.id, input.partyId);
		const label = checkText(input.label);
		if (!label.done) return { done: false, refusals: label.refusals.map((one) => ({ ...one, field: "label" })) };
		const { ownerId } = held.value;
		const entered = await enterStrangersPost(world, { organisationId, label: label.value, ownerId });
		if (!entered.done) return entered;
		const { postId } = entered.value;
		await world.db.agreementSignatory.create({ data: { partyId: id, postId } });
		return done({ postId });
	},
);

/**
 * Notes what the legal office said about a party's form. It may decide where no rule is known and make a form stricter,
 * never looser than a known rule.
 */
export const noteLegalWord = command(
	"agreements.note-legal-word",
	async (
		world,
		input: { code: string; partyId: string; form: RequiredForm; officialTitle: boolean; by: string; reason: string },
	): Promise<Outcome<null, Refused>> => {
		const held = await holdForEditing(world, input.code, "forms");
		if (!held.done) return held;
		const { id } = await partyOf(world, held.value.id, input.partyId);
		const texts = checkTexts({ by: input.by, reason: input.reason });
		if (!texts.done) return texts;
		const day = today(world.now);
		const draft = await readDraft(world.db, held.value.id, fromStored(day).toString());
		const rules = draft.parties.find((party) => party.id === id)?.decision.because ?? [];
		if (rules.some(({ requiredForm }) => isLooser(input.form, requiredForm))) {
			return refused("form-looser", { field: "form" });
		}
		await world.db.agreementParty.update({
			where: { id },
			data: {
				legalForm: input.form,
				legalTitle: input.officialTitle,
				legalBy: texts.value.by,
				legalOn: day,
				legalReason: texts.value.reason,
				legalRules: rules.map(({ key }) => key),
			},
		});
		return done(null);
	},
);

async function partyOf({ db }: ActWorld, agreementId: string, partyId: string) {
	const party = await db.agreementParty.findFirst({ where: { id: partyId, agreementId } });
	if (!party) throw new NotFound();
	return party;
}
