import { placeOf } from "~/domains/organisations/index.server";
import { dayOf, inForce, today } from "~/platform/calendar.server";
import { literally } from "~/platform/database/like-pattern.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { contractName } from "../../contract-name";
import { coverageOf } from "../../costs/coverage";
import { mayLead } from "../../policy.server";
import { findAgreement } from "../../queries/find-agreement.server";
import { mayStep } from "../../state";
import { type Conflict, conflictsOf } from "../conflicts";
import { whatIsMissing } from "../readiness";
import { asChecked, type DraftRead, readDraft } from "./draft.server";

export type EditingPage = {
	place: { slug: string; name: string };
	here: string;
	code: string;
	number: string;
	title: string;
	state: Awaited<ReturnType<typeof findAgreement>>["stateNow"];
	mayEdit: boolean;
	mayFreeze: boolean;
	draft: DraftRead;
	points: ReturnType<typeof whatIsMissing>;
	conflicts: Conflict[];
};

/**
 * What every page of the making of an agreement shows, found through the leading organisation's place.
 * @throws NotFound for another organisation's agreement
 */
export async function editingPage(
	view: View,
	{ place: slug, code }: { place: string; code: string },
): Promise<EditingPage> {
	const place = await placeOf(view, slug);
	const agreement = await findAgreement(view, code);
	if (agreement.ownerId !== place.organisationId) throw new NotFound();
	demand(mayLead, view.actor, agreement);
	const day = dayOf(view.now).toString();
	const draft = await readDraft(view.db, agreement.id, day);
	return {
		place: { slug: place.slug, name: place.name },
		here: `/o/${place.slug}/verwaltung/vereinbarungen/${agreement.code}`,
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		state: agreement.stateNow,
		mayEdit: mayStep(agreement.state, "edit"),
		mayFreeze: mayStep(agreement.state, "freeze"),
		draft,
		points: mayStep(agreement.state, "edit") ? whatIsMissing(asChecked(draft), day) : [],
		conflicts: mayStep(agreement.state, "edit") ? conflictsOf(draft) : [],
	};
}

/** Cost and cover per year, amounts in cents as text. */
export function yearsOf(draft: DraftRead) {
	const costs = draft.items.flatMap(({ years }) => years);
	return coverageOf(costs, draft.cover, draft.fundingEnd).map(
		({ year, afterFunding, cost, secured, reserved, open, gap }) => ({
			year,
			afterFunding,
			cost: cost.toString(),
			secured: secured.toString(),
			reserved: reserved.toString(),
			open: open.toString(),
			gap: gap.toString(),
		}),
	);
}

/** The posts whose holders could sign for each of these organisations. */
export async function signingPosts(view: View, organisationIds: readonly string[]) {
	return view.db.post.findMany({
		where: { organisationId: { in: [...organisationIds] }, ...inForce(today(view.now)) },
		orderBy: [{ kind: "asc" }, { label: "asc" }, { id: "asc" }],
		take: 500,
		select: { id: true, organisationId: true, label: true },
	});
}

/** Organisations by a part of their name, for choosing a party. */
export async function organisationsNamed(view: View, name: string) {
	if (name.trim().length < 2) return [];
	const found = await view.db.organisation.findMany({
		where: {
			name: { contains: literally(name.trim().slice(0, 80)), mode: "insensitive" },
			OR: [{ validUntil: null }, { validUntil: { gt: today(view.now) } }],
			kind: { notIn: ["STATE", "DISTRICT", "UNINCORPORATED_AREA"] },
		},
		orderBy: [{ name: "asc" }, { id: "asc" }],
		take: 20,
		select: { id: true, name: true, registerType: true },
	});
	return found.map((organisation) => ({ id: organisation.id, name: contractName(organisation) }));
}
