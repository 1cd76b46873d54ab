import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import type { FoundGroup } from "../../queries/find-group.server";
import { readableGroup } from "../../queries/group-page.server";
import { dayText } from "../../queries/names.server";
import { storedContent } from "../commands/finish.server";
import { type MinutesContent, type Names, type Omitted, publicVersion } from "../content";
import { mayReadMinutes, mayWriteMinutes } from "../policy.server";
import { stateOn } from "../state";
import { assembled, namesOf } from "./assembled.server";
import { belongedThen } from "./find-minutes.server";
import { shownSignatures, withSignatures } from "./signatures.server";

type At = { place: string; group: string; meeting: string };
/** `version`: an earlier one, for those inside; `asPublic`: as everybody reads it. */
type Asked = { version: number | null; asPublic: boolean };

/**
 * The minutes of a meeting as this reader may have them: those inside the frozen text with its versions and objections (who
 * writes it the draft too), everybody else the public version of final minutes.
 * @throws NotFound when there are none for this reader
 */
export async function minutesPage(view: View, at: At, { version: wanted, asPublic }: Asked) {
	const group = await readableGroup(view, at);
	const meeting = await view.db.meeting.findFirst({
		where: { id: at.meeting, groupId: group.id },
		include: {
			minutes: {
				include: {
					versions: {
						include: {
							names: true,
							...withSignatures,
						},
						orderBy: { number: "desc" },
					},
					objections: {
						include: { person: { select: { displayName: true, erasedAt: true } } },
						orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
					},
					addenda: { orderBy: { number: "asc" } },
				},
			},
		},
	});
	if (!meeting?.minutes) throw new NotFound();
	const { minutes } = meeting;
	const given = { ...group, minuteTakerId: minutes.minuteTakerId, circulatedAt: minutes.circulatedAt };
	const inside = mayReadMinutes(view.actor, given);
	if (!inside && !isOpenToAll(view, group, { ...meeting, finalAt: minutes.finalAt })) throw new NotFound();
	const version = inside && wanted ? minutes.versions.find(({ number }) => number === wanted) : minutes.versions[0];
	if (wanted && !version) throw new NotFound();
	const text = version
		? { content: storedContent(version.content), names: namesOf(new Map(version.names.map((one) => [one.key, one]))) }
		: await draft(view, minutes);
	const open = inside && !asPublic;
	const shown: { content: MinutesContent; names: Names; omitted: Omitted | null } = open
		? { ...text, omitted: null }
		: publicVersion(text.content, text.names);
	const state = stateOn(minutes, today(view.now));
	return {
		id: minutes.id,
		place: group.place,
		group: { name: group.name, slug: group.slug },
		meeting: { id: meeting.id, title: meeting.title },
		state,
		audience: open ? ("inside" as const) : ("public" as const),
		/** Whether there is a public version at all, once final. */
		willBePublic: meeting.isPublic && group.isPublic,
		inside,
		content: shown.content,
		names: [...shown.names].map(([key, { name }]) => ({ key, name })),
		omitted: shown.omitted,
		version: version && {
			number: version.number,
			sha256: version.sha256,
			reason: version.reason,
			at: version.createdAt,
			isNewest: version.number === minutes.versions[0]?.number,
		},
		versions: open ? minutes.versions.map(({ number, createdAt, reason }) => ({ number, at: createdAt, reason })) : [],
		signatures: shownSignatures(version?.signatures ?? []),
		objectionsUntil: minutes.objectionsUntil && dayText(minutes.objectionsUntil),
		finalAt: minutes.finalAt,
		objected: {
			all: minutes.objections.length,
			accepted: minutes.objections.filter(({ outcome }) => outcome === "accepted").length,
		},
		objections: open
			? minutes.objections.map(({ id, person, text: said, raisedAt, versionNumber, outcome, reason, decidedAt }) => ({
					id,
					name: person.erasedAt ? null : person.displayName,
					text: said,
					at: raisedAt,
					version: versionNumber,
					outcome,
					reason,
					decidedAt,
				}))
			: [],
		addenda: minutes.addenda
			.filter(({ isPublic }) => open || isPublic)
			.map(({ number, text: added, createdAt, isPublic }) => ({ number, text: added, at: createdAt, isPublic })),
		may: {
			write: mayWriteMinutes(view.actor, given),
			object: state === "objections" && (await belongedThen(view, group, meeting.day)),
		},
	};
}

export type MinutesPage = Awaited<ReturnType<typeof minutesPage>>;

type Held = { isPublic: boolean; heldAt: Date | null; invitedAt: Date | null; finalAt: Date | null };

/** Final minutes of a public meeting of a public group; which group can be read has been asked. */
function isOpenToAll(view: View, group: FoundGroup, { isPublic, finalAt, heldAt, invitedAt }: Held): boolean {
	return group.isPublic && isPublic && (heldAt ?? invitedAt) !== null && finalAt !== null && finalAt <= view.now;
}

async function draft(view: View, minutes: Parameters<typeof assembled>[1]) {
	const { content, people } = await assembled(view, minutes);
	return { content, names: namesOf(people) };
}

/** What the page of a meeting says of its minutes: nothing, that they are there for this reader, or that they are to come. */
export async function minutesOfMeeting(view: View, at: At): Promise<{ href: string; final: boolean } | null> {
	const group = await readableGroup(view, at);
	const minutes = await view.db.minutes.findFirst({
		where: { meetingId: at.meeting, meeting: { groupId: group.id } },
		include: { meeting: { select: { isPublic: true, heldAt: true, invitedAt: true } } },
	});
	if (!minutes) return null;
	const given = { ...group, minuteTakerId: minutes.minuteTakerId, circulatedAt: minutes.circulatedAt };
	const open = isOpenToAll(view, group, { ...minutes.meeting, finalAt: minutes.finalAt });
	if (!open && !mayReadMinutes(view.actor, given)) return null;
	return {
		href: `/o/${at.place}/arbeitskreise/${at.group}/sitzungen/${at.meeting}/protokoll`,
		final: minutes.finalAt !== null,
	};
}
