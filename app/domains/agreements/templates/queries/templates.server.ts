import { personIdOf } from "~/platform/actor";
import { dayOf } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayLead } from "../../policy.server";
import { knownWord } from "../../stored-word";
import { type AgreementType, agreementTypes } from "../agreement-type";
import { templateBlocks } from "../template";
import { publishesAlone } from "./alone.server";

export type OfferedTemplate = {
	versionId: string;
	name: string;
	type: AgreementType;
	number: number;
	/** Made by this organisation. */
	own: boolean;
};

/** What an agreement of this organisation can begin from: the newest published version of each template, the house's first. */
export async function offeredTemplates(view: View, ownerId: string): Promise<OfferedTemplate[]> {
	demand(mayLead, view.actor, { ownerId });
	const rows = await view.db.agreementTemplate.findMany({
		where: { OR: [{ ownerId: null }, { ownerId }], versions: { some: { publishedAt: { not: null } } } },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		take: 200,
		include: {
			versions: {
				where: { publishedAt: { not: null } },
				orderBy: { number: "desc" },
				take: 1,
				select: { id: true, number: true },
			},
		},
	});
	const offered = rows.flatMap(({ name, type, versions, ...row }) =>
		versions.map((version) => ({
			versionId: version.id,
			name,
			type: knownWord(agreementTypes, type),
			number: version.number,
			own: row.ownerId !== null,
		})),
	);
	return offered.toSorted(
		(a, b) => Number(a.own) - Number(b.own) || agreementTypes.indexOf(a.type) - agreementTypes.indexOf(b.type),
	);
}

/** The own templates of an organisation, also those that nobody has published yet. @throws Forbidden or SignInNeeded */
export async function ownTemplates(view: View, ownerId: string) {
	demand(mayLead, view.actor, { ownerId });
	const rows = await view.db.agreementTemplate.findMany({
		where: { ownerId },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		take: 200,
		include: { versions: { orderBy: { number: "desc" }, take: 1 } },
	});
	return rows.map(({ id, name, type, versions }) => ({
		id,
		name,
		type: knownWord(agreementTypes, type),
		number: versions[0]?.number ?? 1,
		open: versions[0]?.publishedAt === null,
	}));
}

/** One own template with the state that is being written, or the published one. @throws NotFound for others' */
export async function templatePage(view: View, ownerId: string, templateId: string) {
	demand(mayLead, view.actor, { ownerId });
	const row = await view.db.agreementTemplate.findFirst({
		where: { id: templateId, ownerId },
		include: {
			versions: { orderBy: { number: "desc" }, take: 20 },
			basedOn: { select: { number: true, template: { select: { name: true } } } },
		},
	});
	const newest = row?.versions[0];
	if (!row || !newest) throw new NotFound();
	const mine = newest.madeById !== null && newest.madeById === personIdOf(view.actor);
	const alone = mine ? await publishesAlone(view, ownerId, newest.madeAt) : null;
	return {
		id: row.id,
		name: row.name,
		type: knownWord(agreementTypes, row.type),
		basedOn: row.basedOn && { name: row.basedOn.template.name, number: row.basedOn.number },
		number: newest.number,
		revision: newest.revision,
		open: newest.publishedAt === null,
		mine,
		/** Nobody else can publish it: whether it is time, and from when on; null where somebody else does. */
		alone: alone?.from ? { may: alone.may, from: alone.from } : null,
		blocks: templateBlocks.parse(newest.blocks),
		published: row.versions.flatMap(({ number, publishedAt, publishedById, madeById }) =>
			publishedAt
				? [
						{
							number,
							day: dayOf(publishedAt).toString(),
							samePerson: publishedById !== null && publishedById === madeById,
						},
					]
				: [],
		),
	};
}
