import { publishMinutes, recordEventAttendance } from "~/domains/participation/events/commands/on-the-spot.server";
import type { Actor } from "~/platform/actor";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import type { World } from "~/platform/world.server";
import { event, guestRegistration } from "~tests/factories/events";
import { must } from "~tests/factories/outcome";

type As = (daysAgo: number) => Promise<World & { actor: Actor & { kind: "person" } }>;

/** The next full hour in the evening of a day, counted from the day of loading. */
function evening(world: World, inDays: number, hour: number): Date {
	const moment = new Date(world.now.getTime() + inDays * 86_400_000);
	moment.setUTCHours(hour, 0, 0, 0);
	return moment;
}

/** Two events about the ways of everyday life: an evening that is documented, and a walk that is still to come. */
export async function loadEvents({ processId, manager }: { processId: string; manager: As }): Promise<void> {
	const planned = await manager(13);
	const begins = evening(planned, 10, 17);
	const opening = await event(planned, {
		processId,
		title: "Auftakt: Wege im Alltag",
		startsAt: begins,
		place: "Laacher-See-Halle Mendig, kleiner Saal (erfundener Termin)",
		accessibility: "Stufenloser Eingang, Behindertenparkplatz vor der Tür, keine Höranlage.",
		agenda: "- Ankommen und Kaffee\n- Was schon feststeht\n- Karten schreiben an vier Tischen",
		seats: 40,
	});
	const afterwards = await manager(2);
	must(await recordEventAttendance(afterwards, { id: opening.id, registrationIds: [], besides: 27 }));
	must(
		await publishMinutes(afterwards, {
			id: opening.id,
			text: richTextFromMarkdown(
				"## Was wichtig war\n\nAn allen Tischen ging es um den Schulweg und um die Busse am Abend. Die Verwaltung hat gesagt, was schon feststeht.\n\n## Wie es weitergeht\n\nAlle Karten werden Beiträge und bekommen eine Antwort.",
			),
		}),
	);
	const now = await manager(1);
	const walk = await event(now, {
		processId,
		title: "Spaziergang: Wo hakt es zu Fuß?",
		startsAt: evening(now, 12, 14),
		place: "Treffpunkt Marktplatz Mendig, am Brunnen",
		directions: "Bus 310 bis Marktplatz. Parken an der Halle.",
		accessibility: "Der Weg ist zwei Kilometer lang und ohne Stufen. Eine Bank gibt es nach 400 Metern.",
		agenda: "Wir gehen zu fünf Stellen, die in den Beiträgen genannt wurden, und sehen sie zusammen an.",
		seats: 12,
	});
	await guestRegistration(now, {
		eventId: walk.id,
		email: "familie.kern@example.org",
		name: "Familie Kern (erfunden)",
		persons: 4,
	});
}
