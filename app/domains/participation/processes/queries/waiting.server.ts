import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { mayManageProcesses } from "../policy.server";
import { setupMessages } from "../setup-messages";

/** What waits for this reader: drafts that others ask to release, and requests for help, by place. */
export async function waiting(view: View): Promise<Waiting[]> {
	const { actor } = view;
	if (actor.kind !== "person") return [];
	const organisations = actor.grants
		.flatMap(({ scope }) => (scope.kind === "organisation" ? [scope.id] : []))
		.filter((organisationId) => mayManageProcesses(actor, { organisationId }));
	if (organisations.length === 0) return [];
	const t = textFor(view.locale, setupMessages);
	const [drafts, helps] = await Promise.all([
		view.db.process.findMany({
			where: {
				organisationId: { in: organisations },
				releaseAskedAt: { not: null },
				releaseAskedById: { not: actor.personId },
				publishedAt: null,
				binnedAt: null,
			},
			orderBy: [{ releaseAskedAt: "asc" }, { id: "asc" }],
			take: 50,
			select: { slug: true, title: true, organisation: { select: { space: { select: { slug: true } } } } },
		}),
		view.db.processHelp.findMany({
			where: { helperId: { in: organisations }, acceptedAt: null, endedAt: null },
			orderBy: [{ askedAt: "asc" }, { id: "asc" }],
			take: 50,
			select: {
				id: true,
				process: { select: { title: true } },
				helper: { select: { space: { select: { slug: true } } } },
			},
		}),
	]);
	return [
		...drafts.flatMap(({ slug, title, organisation: { space } }) =>
			space
				? [
						{
							label: t("waiting.release"),
							about: title,
							count: 1,
							href: `/o/${space.slug}/verwaltung/beteiligung/${slug}/freigabe`,
							urgent: true,
						},
					]
				: [],
		),
		...helps.flatMap(({ id, process: { title }, helper: { space } }) =>
			space
				? [
						{
							label: t("waiting.help"),
							about: title,
							count: 1,
							href: `/o/${space.slug}/verwaltung/beteiligung/hilfe/${id}`,
							urgent: false,
						},
					]
				: [],
		),
	];
}
