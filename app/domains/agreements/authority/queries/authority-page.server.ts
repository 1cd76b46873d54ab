import { placeOf } from "~/domains/organisations/index.server";
import { dayOf, fromStored, inForce, today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { contractName } from "../../contract-name";
import { mayLead } from "../../policy.server";
import { readAlternatives } from "./kept.server";

const nameFields = { id: true, name: true, registerType: true } as const;

/**
 * Who signs for the organisation of a place, or for a partner of one of its agreements.
 * @param organisationId whose; null: its own
 * @throws NotFound for organisations that it has no agreement with
 */
export async function authorityPage(view: View, slug: string, organisationId: string | null) {
	const place = await placeOf(view, slug);
	const keeperId = place.organisationId;
	demand(mayLead, view.actor, { ownerId: keeperId });
	const parties = await view.db.organisation.findMany({
		where: { agreementParties: { some: { agreement: { ownerId: keeperId } } } },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		take: 200,
		select: nameFields,
	});
	const own = await view.db.organisation.findUniqueOrThrow({ where: { id: keeperId }, select: nameFields });
	const shown = organisationId === null ? own : [own, ...parties].find(({ id }) => id === organisationId);
	if (!shown) throw new NotFound();
	const day = today(view.now);
	const kept = { keeperId, organisationId: shown.id };
	const [posts, rules, authorities] = await Promise.all([
		view.db.post.findMany({
			where: { organisationId: shown.id, ...inForce(day) },
			orderBy: [{ kind: "asc" }, { label: "asc" }, { id: "asc" }],
			take: 200,
			select: { id: true, label: true },
		}),
		view.db.agreementRepresentation.findMany({
			where: { ...kept, validFrom: { lte: day } },
			orderBy: [{ validFrom: "desc" }, { recordedAt: "desc" }, { id: "desc" }],
			take: 1,
		}),
		view.db.agreementAuthority.findMany({
			where: kept,
			orderBy: [{ validFrom: "desc" }, { id: "asc" }],
			take: 200,
			include: { post: { select: { label: true } } },
		}),
	]);
	const [rule] = rules;
	const alternatives = rule ? readAlternatives(rule.alternatives) : [];
	const labels = await view.db.post.findMany({
		where: { id: { in: alternatives.flatMap((one) => [...one.posts]) } },
		select: { id: true, label: true },
	});
	const label = (id: string) => labels.find((post) => post.id === id)?.label ?? "";
	return {
		place: { slug: place.slug, name: place.name },
		keeperId,
		organisation: { id: shown.id, name: contractName(shown), own: shown.id === keeperId },
		others: parties.filter(({ id }) => id !== keeperId).map((one) => ({ id: one.id, name: contractName(one) })),
		posts,
		today: dayOf(view.now).toString(),
		rule:
			rule && alternatives.length > 0
				? {
						validFrom: fromStored(rule.validFrom).toString(),
						source: rule.source,
						alternatives,
						ways: alternatives.map(({ count, posts: of, mandatory }) => ({
							count,
							posts: of.map(label),
							mandatory: mandatory.map(label),
						})),
					}
				: null,
		authorities: authorities.map((one) => ({
			id: one.id,
			post: one.post.label,
			basis: one.basis,
			note: one.note,
			limit: one.limitCents?.toString() ?? null,
			from: fromStored(one.validFrom).toString(),
			lastDay: one.validUntil && fromStored(one.validUntil).subtract({ days: 1 }).toString(),
			revoked: one.revokedAt && { day: dayOf(one.revokedAt).toString(), reason: one.revokedReason ?? "" },
		})),
	};
}
