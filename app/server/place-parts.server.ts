import { peopleWithRoles } from "~/domains/accounts/index.server";
import { completePlaces, type PlacePart } from "~/domains/organisations/index.server";
import { listProcesses } from "~/domains/participation/index.server";
import { hasRole, type Role } from "~/platform/actor";
import { formatFor, textFor } from "~/platform/i18n";
import { messages } from "./place-messages";

/** The ways to the work of staff, each for those whose pages let them in. */
const works = [
	{ key: "processes", path: "beteiligung", roles: ["participation-manager"] },
	{ key: "moderation", path: "moderation", roles: ["moderator", "participation-manager"] },
	{ key: "people", path: "personen", roles: ["organisation-admin"] },
] as const satisfies { key: string; path: string; roles: Role[] }[];

const houseParts: PlacePart = {
	/** "Jetzt mitmachen": what one can join at this place. */
	async lists(view, { slug }) {
		const { processes } = await listProcesses(view, { place: slug, words: "", state: "running", page: 1 });
		const t = textFor(view.locale, messages);
		const { date } = formatFor(view.locale);
		return [
			{
				id: "mitmachen",
				title: t("joinNow"),
				more: { href: `/o/${slug}/beteiligung`, label: t("allProcesses") },
				entries: processes.slice(0, 4).map(({ title, href, summary, contributingUntil }) => ({
					title,
					href,
					text: summary,
					...(contributingUntil ? { above: t("until", { day: date(contributingUntil) }) } : {}),
				})),
			},
		];
	},
	async work(view, { slug, organisationId }) {
		const t = textFor(view.locale, messages);
		return works
			.filter(({ roles }) => hasRole(view.actor, organisationId, ...roles))
			.map(({ key, path }) => ({ href: `/o/${slug}/verwaltung/${path}`, label: t(key), text: t(`${key}Text`) }));
	},
	people: peopleWithRoles,
};

/** Adds to the places what stands to the right of them. */
export function introducePlaceParts(): void {
	completePlaces([houseParts]);
}
