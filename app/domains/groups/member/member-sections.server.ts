import { today } from "~/platform/calendar.server";
import { formatFor, textFor } from "~/platform/i18n";
import { stepsOf } from "../charter/queries/charter-pages.server";
import { openVotesFor } from "../deciding/queries/ballot-page.server";
import { groupFilesOf } from "../documents/queries/group-files.server";
import { documentsOf } from "../drafting/queries/document-pages.server";
import { announced } from "../meetings/meeting";
import { dayText } from "../queries/names.server";
import { memberTasks } from "../tasks/queries/member-tasks.server";
import type { SectionOf } from "./member-section.server";
import { memberMessages } from "./messages";
import { askedOfMe } from "./queries/asked-of-me.server";

const asked: SectionOf = async (view, { group, seat, path }) => {
	const t = textFor(view.locale, memberMessages);
	return {
		id: "gebraucht",
		title: t("asked.title"),
		empty: t("asked.nothing"),
		entries: await askedOfMe(view, { group, personId: seat.personId, path }),
	};
};

const nextMeetings: SectionOf = async (view, { group, path }) => {
	const t = textFor(view.locale, memberMessages);
	const rows = await view.db.meeting.findMany({
		where: { groupId: group.id, startsAt: { gt: view.now }, ...announced },
		select: { id: true, title: true, startsAt: true, place: true },
		orderBy: { startsAt: "asc" },
		take: 5,
	});
	return {
		id: "sitzungen",
		title: t("meetings"),
		empty: t("noMeetings"),
		entries: rows.map(({ id, title, startsAt, place }) => ({
			text: title,
			href: `${path}/sitzungen/${id}`,
			note: `${formatFor(view.locale).dateTime(startsAt)}, ${place}`,
		})),
	};
};

const papers: SectionOf = async (view, { group, path }) => {
	const t = textFor(view.locale, memberMessages);
	const files = await groupFilesOf(view, group);
	return {
		id: "unterlagen",
		title: t("papers"),
		empty: t("noPapers"),
		entries: files
			.slice(0, 5)
			.flatMap(({ title, versions: [newest] }) =>
				newest ? [{ text: title, href: newest.href, note: formatFor(view.locale).date(newest.at) }] : [],
			),
		more: { href: `${path}/unterlagen`, label: t("allPapers") },
	};
};

const votes: SectionOf = async (view, { group, path }) => {
	const t = textFor(view.locale, memberMessages);
	const open = await openVotesFor(view, group.id);
	return {
		id: "abstimmungen",
		title: t("votes"),
		empty: t("noVotes"),
		entries: open.map(({ code, title, hasVoted }) => ({
			text: title,
			href: `${path}/abstimmungen/${code}`,
			note: t(hasVoted ? "voted" : "notVoted"),
		})),
	};
};

const tasks: SectionOf = (view, { group }) => memberTasks(view, { place: group.place.slug, group: group.slug });

const texts: SectionOf = async (view, { group, path }) => {
	const t = textFor(view.locale, memberMessages);
	const { documents } = await documentsOf(view, group);
	return {
		id: "texte",
		title: t("texts"),
		empty: t("noTexts"),
		entries: documents.slice(0, 5).map(({ code, title, draftOpen, version }) => ({
			text: title,
			href: `${path}/texte/${code}`,
			note: draftOpen ? t("draft") : version ? t("version", { number: String(version.number) }) : undefined,
		})),
		more: { href: `${path}/texte`, label: t("allTexts") },
	};
};

/** What happened before somebody joined, and since: newcomers read it from the beginning. */
const history: SectionOf = async (view, { group, path }) => {
	const t = textFor(view.locale, memberMessages);
	const format = formatFor(view.locale);
	const [held, decided] = await Promise.all([
		view.db.meeting.findMany({
			where: { groupId: group.id, heldAt: { not: null } },
			select: { id: true, title: true, day: true },
			orderBy: { day: "desc" },
			take: 100,
		}),
		view.db.recommendation.findMany({
			where: { groupId: group.id, certifiedAt: { not: null } },
			select: { code: true, title: true, certifiedAt: true },
			orderBy: { certifiedAt: "desc" },
			take: 100,
		}),
	]);
	const events = [
		...held.map(({ id, title, day }) => ({ on: dayText(day), text: title, href: `${path}/sitzungen/${id}` })),
		...decided.map(({ code, title, certifiedAt }) => ({
			on: certifiedAt ? dayText(certifiedAt) : "",
			text: title,
			href: `/empfehlung/${code}`,
		})),
		// what is in force only later has not happened yet
		...group.charters
			.filter(({ validFrom }) => validFrom <= today(view.now))
			.map(({ number, validFrom }) => ({
				on: dayText(validFrom),
				text: t("charterVersion", { number: String(number) }),
				href: `${path}/auftrag#fassung-${number}`,
			})),
		...stepsOf(view, group).map(({ on, title, text }) => ({
			on,
			text: text ? `${title}. ${text}` : title,
			href: undefined,
		})),
	];
	return {
		id: "geschichte",
		title: t("history"),
		empty: t("noHistory"),
		entries: events
			.toSorted((one, other) => (one.on < other.on ? 1 : -1))
			.map(({ on, ...event }) => ({ ...event, note: format.date(on) })),
	};
};

/** The sections of "Mein Arbeitskreis" in their order; every part of the domain adds one line. */
export const memberSections: readonly SectionOf[] = [asked, nextMeetings, votes, tasks, texts, papers, history];
