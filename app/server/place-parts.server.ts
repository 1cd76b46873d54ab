import { ablePeople, peopleWithRoles } from "~/domains/accounts/index.server";
import type { PlacePart } from "~/domains/organisations/index.server";
import { latestAnswers, listProcesses } from "~/domains/participation/index.server";
import { hasRole } from "~/platform/actor";
import { formatFor, textFor } from "~/platform/i18n";
import { messages } from "./messages";

/** What the domains to the right of organisations show on the start page of a place, and where its staff begin their work. */
export const placeParts: PlacePart[] = [
	{
		async lists(view, place) {
			const t = textFor(view.locale, messages);
			const { dateLong } = formatFor(view.locale);
			const [running, answers] = await Promise.all([
				listProcesses(view, { place: place.slug, words: "", state: "running", page: 1 }),
				latestAnswers(view, 3, place.organisationId),
			]);
			return [
				{
					id: "mitmachen",
					title: t("start.joinNow"),
					entries: running.processes.slice(0, 4).map((process) => ({
						title: process.title,
						href: process.href,
						text: process.summary,
						above: process.lastDay ? t("places.joinUntil", { date: dateLong(process.lastDay) }) : undefined,
					})),
					more: { href: `/o/${place.slug}/beteiligung`, label: t("start.allProcesses") },
				},
				{
					id: "ergebnisse",
					title: t("start.results"),
					entries: answers.map((answer) => ({
						title: answer.title,
						href: answer.href,
						text: answer.reason,
						above: t("start.answeredOn", { date: dateLong(answer.releasedAt) }),
					})),
				},
			].filter(({ entries }) => entries.length > 0);
		},
		async joinable(view, place) {
			const { processes } = await listProcesses(view, { place: place.slug, words: "", state: "running", page: 1 });
			return processes.map(({ title, href, shortPath, lastDay, hasEasyLanguage }) => ({
				title,
				href,
				shortPath,
				lastDay,
				easyLanguageHref: hasEasyLanguage ? `${href}#leichte-sprache` : null,
			}));
		},
		async work(view, place) {
			const t = textFor(view.locale, messages);
			const { actor } = view;
			const here = `/o/${place.slug}/verwaltung`;
			const manages = hasRole(actor, place.organisationId, "participation-manager");
			const moderates = manages || hasRole(actor, place.organisationId, "moderator");
			const administers = hasRole(actor, place.organisationId, "organisation-admin");
			const entries = [
				{ key: "processes", path: "beteiligung", shown: manages },
				{ key: "moderation", path: "moderation", shown: moderates },
				{ key: "paper", path: "papier", shown: true },
				{ key: "people", path: "personen", shown: administers },
			] as const;
			return entries
				.filter(({ shown }) => shown)
				.map(({ key, path }) => ({ href: `${here}/${path}`, label: t(`places.${key}`), text: t(`places.${key}Text`) }));
		},
	},
	// Who has a role here can be chosen for a post.
	{ people: peopleWithRoles, able: ablePeople },
];
