import { houseAddress } from "~/platform/address.server";
import { dayOf } from "~/platform/calendar.server";
import { paperText } from "~/platform/typesetting/paper-text";
import type { View } from "~/platform/world.server";
import { storedContent } from "../minutes/commands/finish.server";
import { publicVersion } from "../minutes/content";
import { minutesPaper } from "../minutes/paper.server";
import { namesOf } from "../minutes/queries/assembled.server";
import { shownSignatures, withSignatures } from "../minutes/queries/signatures.server";
import { own, type Plain, textFile, weighed } from "./public-object.server";

type Of = { id: string; title: string; group: { slug: string; name: string }; place: { slug: string; name: string } };

/**
 * The public versions of final minutes, as texts with their particulars, by meeting. What is closed, internal or not agreed
 * to be named is left out by the same rule as on the page, and the text says how much.
 * @param meetings public ones of public groups
 */
export async function minutesFiles({ db, now }: Pick<View, "db" | "now">, meetings: readonly Of[]) {
	const rows = await db.minutes.findMany({
		where: { meetingId: { in: meetings.map(({ id }) => id) }, finalAt: { lte: now } },
		include: {
			versions: {
				include: { names: true, ...withSignatures },
				orderBy: { number: "desc" },
				take: 1,
			},
			objections: { select: { outcome: true } },
			addenda: { where: { isPublic: true }, orderBy: { number: "asc" } },
		},
	});
	const files = new Map<string, { key: string; data: { [name: string]: Plain } }>();
	for (const row of rows) {
		const meeting = meetings.find(({ id }) => id === row.meetingId);
		const [version] = row.versions;
		if (!meeting || !version || !row.finalAt) continue;
		const shown = publicVersion(
			storedContent(version.content),
			namesOf(new Map(version.names.map((one) => [one.key, one]))),
		);
		const { sha256, number } = version;
		const text = paperText(
			minutesPaper("de", {
				...{ place: meeting.place, group: meeting.group, meeting: { id: meeting.id, title: meeting.title } },
				state: "final",
				audience: "public",
				content: shown.content,
				names: [...shown.names].map(([key, { name }]) => ({ key, name })),
				omitted: shown.omitted,
				version: { number, sha256 },
				signatures: shownSignatures(version.signatures),
				objected: {
					all: row.objections.length,
					accepted: row.objections.filter(({ outcome }) => outcome === "accepted").length,
				},
				addenda: row.addenda.map(({ number: at, text: added, createdAt, isPublic }) => ({
					...{ number: at, text: added, at: createdAt, isPublic },
				})),
			}),
		);
		const path = `/o/${meeting.place.slug}/arbeitskreise/${meeting.group.slug}/sitzungen/${meeting.id}/protokoll`;
		files.set(row.meetingId, {
			key: row.id,
			data: {
				name: `Protokoll (öffentliche Fassung): ${meeting.title}`,
				date: dayOf(row.finalAt).toString(),
				...textFile(row.id, `protokoll-${shown.content.day}.txt`, "text/plain"),
				...weighed(text),
				text,
				web: houseAddress(path),
				[own("minutesSha256")]: sha256,
			},
		});
	}
	return files;
}
