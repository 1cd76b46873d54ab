import { inForce, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Subject, SubjectView } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { messages } from "./messages";
import { messages as places } from "./place-messages";
import { mayAdminister, worksFor } from "./policy.server";
import { placesOf } from "./queries/bodies.server";
import { nameOf } from "./queries/posts.server";

/** Where something of an organisation is read: at its place, otherwise where its name is found. */
function hrefAt(slugs: Map<string, string>, organisation: { id: string; shortName: string }, path = ""): string {
	const slug = slugs.get(organisation.id);
	return slug ? `/o/${slug}${path}` : `/orte?q=${encodeURIComponent(organisation.shortName)}`;
}

/** Everybody may know which organisations there are; only those with a place are found by search. */
export const organisation: Subject = {
	async resolve(view, ids) {
		const rows = await view.db.organisation.findMany({
			where: { id: { in: ids } },
			select: { id: true, shortName: true, kind: true, space: { select: { name: true, openedAt: true } } },
		});
		const slugs = await placesOf(view, ids);
		const t = textFor(view.locale, messages);
		return new Map(
			rows.map((row): [string, SubjectView] => [
				row.id,
				{
					id: row.id,
					title: row.space?.name ?? row.shortName,
					href: hrefAt(slugs, row),
					kindLabel: t(`kinds.${row.kind}`),
					state: null,
					at: row.space?.openedAt ?? null,
					organisationId: row.id,
				},
			]),
		);
	},
	async searchText(db, id) {
		const space = await db.space.findUnique({
			where: { organisationId: id },
			select: { name: true, openedAt: true, organisation: { include: { parent: { select: { shortName: true } } } } },
		});
		if (!space) return null;
		const { name, kind, parent } = space.organisation;
		const body = [name, messages.de.kinds[kind], parent?.shortName].filter(Boolean).join(" · ");
		return { ownerId: id, isPublic: true, title: space.name, body, at: space.openedAt };
	},
	/** The only file of an organisation is its logo, which stands on every page of its place. */
	async mayReadFiles() {
		return true;
	},
	async mayWriteFiles({ actor }, organisationId) {
		return mayAdminister(actor, { organisationId });
	},
};

/** Public posts for everybody, others for those who work there. Without names, so that erasure leaves none behind. */
export const post: Subject = {
	async resolve(view, ids) {
		const rows = await view.db.post.findMany({
			where: { id: { in: ids } },
			select: {
				id: true,
				label: true,
				isPublic: true,
				validFrom: true,
				organisationId: true,
				organisation: { select: { id: true, shortName: true } },
				holdings: { where: inForce(today(view.now)), select: { id: true }, take: 1 },
			},
		});
		const seen = rows.filter((row) => row.isPublic || worksFor(view.actor, row));
		const organisationIds = [...new Set(seen.map((row) => row.organisationId))];
		const slugs = await placesOf(view, organisationIds);
		const t = textFor(view.locale, places);
		return new Map(
			seen.map((row): [string, SubjectView] => [
				row.id,
				{
					id: row.id,
					title: `${row.label}, ${row.organisation.shortName}`,
					href: hrefAt(slugs, row.organisation, `/stellen/${row.id}`),
					kindLabel: t("posts.post"),
					state: row.holdings.length > 0 ? null : t("posts.vacant"),
					at: row.validFrom,
					organisationId: row.organisationId,
				},
			]),
		);
	},
	async searchText(db, id) {
		const row = await db.post.findFirst({
			where: { id, validUntil: null },
			include: { organisation: { select: { name: true } } },
		});
		if (!row) return null;
		const body = [row.organisation.name, places.de.postKinds[row.kind], row.room].filter(Boolean).join(" · ");
		const { organisationId: ownerId, isPublic, label: title, validFrom: at } = row;
		return { ownerId, isPublic, title, body, at };
	},
};

/** Only those who work for an organisation see a person as such: where that person holds or held a post. */
export const person: Subject = {
	async resolve(view, ids) {
		const rows = await view.db.person.findMany({
			where: { id: { in: ids } },
			select: {
				id: true,
				displayName: true,
				erasedAt: true,
				holdings: {
					select: {
						postId: true,
						validFrom: true,
						post: {
							select: { organisationId: true, label: true, organisation: { select: { id: true, shortName: true } } },
						},
					},
					orderBy: [{ validFrom: "desc" }, { id: "desc" }],
					take: 50,
				},
			},
		});
		const seen = rows.flatMap(({ holdings, ...row }) => {
			const holding = holdings.find(({ post: held }) => worksFor(view.actor, held));
			return holding ? [{ ...row, holding }] : [];
		});
		const slugs = await placesOf(view, [...new Set(seen.map(({ holding }) => holding.post.organisationId))]);
		return new Map(seen.map((row) => [row.id, personView(view, row, slugs)]));
	},
};

type Seen = {
	id: string;
	displayName: string;
	erasedAt: Date | null;
	holding: {
		postId: string;
		validFrom: Date;
		post: { organisationId: string; label: string; organisation: { id: string; shortName: string } };
	};
};

function personView(view: View, row: Seen, slugs: Map<string, string>): SubjectView {
	const { postId, validFrom, post: held } = row.holding;
	return {
		id: row.id,
		title: nameOf(row, view),
		href: hrefAt(slugs, held.organisation, `/stellen/${postId}`),
		kindLabel: textFor(view.locale, places)("post.person"),
		state: held.label,
		at: validFrom,
		organisationId: held.organisationId,
	};
}
