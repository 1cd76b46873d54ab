import { dayOf, fromStored } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import type { AgreementContent } from "../../content";
import { contractName } from "../../contract-name";
import { forms, type RequiredForm } from "../../form-rules/form-rule";
import { knownWord } from "../../stored-word";
import { rulesIn, signedParties } from "../completeness";

/** One line under the contract: who signs in which form, and whether it is done. */
export type SignedSlot = {
	slotId: string;
	organisationId: string;
	postId: string;
	party: string;
	post: string;
	form: RequiredForm;
	officialTitle: boolean;
	text: { name: string; capacity: string; day: string; deputy: boolean; personId: string } | null;
	/** The qualified signature, with the day on which a second person accepted it. */
	qualified: { name: string; capacity: string; day: string; deputy: boolean } | null;
	/** A qualified signature waits for its check. */
	qualifiedWaits: boolean;
	/** The party is represented by others already. */
	notNeeded: boolean;
	/** Day on which a second person accepted the paper. */
	paper: string | null;
	scan: { id: string; fileHref: string; broughtInBy: string; day: string; signedOn: string } | null;
};

/** The slots of a version in the order of the contract. The caller has asked whether the reader is of a party. */
export async function signaturesOf(view: Pick<View, "db">, versionId: string): Promise<SignedSlot[]> {
	const [slots, scans] = await Promise.all([
		view.db.agreementSlot.findMany({
			where: { versionId },
			orderBy: [{ position: "asc" }, { id: "asc" }],
			take: 200,
			include: {
				organisation: { select: { name: true, registerType: true } },
				post: { select: { label: true } },
				confirmation: true,
				qualified: { include: { check: true } },
				version: { select: { content: true } },
			},
		}),
		view.db.agreementScan.findMany({
			where: { versionId },
			orderBy: { uploadedAt: "desc" },
			take: 200,
			include: { check: true },
		}),
	]);
	const papers = scans.flatMap(({ organisationId, check }) => (check?.accepted ? [organisationId] : []));
	const open = slots.map((slot) => ({
		...slot,
		form: knownWord(forms, slot.requiredForm),
		click: slot.confirmation,
		qualified: slot.qualified.find(({ check }) => check?.accepted) ?? null,
	}));
	const [first] = slots;
	// The version holds what `contentOf` wrote; the database lets nobody change it.
	const rules = first ? rulesIn(JSON.parse(first.version.content) as AgreementContent) : [];
	const signed = signedParties(open, papers, rules);
	return slots.map((slot) => {
		const ofParty = scans.filter(({ organisationId }) => organisationId === slot.organisationId);
		const accepted = ofParty.find(({ check }) => check?.accepted);
		const waiting = ofParty.find(({ check }) => check === null);
		const { confirmation } = slot;
		const own = slot.qualified.find(({ check }) => check?.accepted);
		return {
			slotId: slot.id,
			organisationId: slot.organisationId,
			postId: slot.postId,
			party: contractName(slot.organisation),
			post: slot.post.label,
			form: knownWord(forms, slot.requiredForm),
			officialTitle: slot.officialTitle,
			text: confirmation && {
				name: confirmation.personName,
				capacity: confirmation.capacity,
				day: dayOf(confirmation.at).toString(),
				deputy: confirmation.deputy,
				personId: confirmation.personId,
			},
			qualified: own?.check
				? {
						name: own.personName,
						capacity: own.capacity,
						deputy: own.deputy,
						day: dayOf(own.check.checkedAt).toString(),
					}
				: null,
			qualifiedWaits: slot.qualified.some(({ check }) => check === null),
			notNeeded: !confirmation && !own && signed.has(slot.organisationId),
			paper: accepted?.check ? dayOf(accepted.check.checkedAt).toString() : null,
			scan: waiting
				? {
						id: waiting.id,
						fileHref: `/datei/${waiting.fileId}`,
						broughtInBy: waiting.uploadedById,
						day: dayOf(waiting.uploadedAt).toString(),
						signedOn: fromStored(waiting.signedOn).toString(),
					}
				: null,
		};
	});
}
