import { createHash } from "node:crypto";
import { applicationPath } from "~/domains/groups/calls/application-token.server";
import { applyForSeat, confirmApplication } from "~/domains/groups/calls/commands/apply.server";
import { drawLot } from "~/domains/groups/calls/commands/draw.server";
import { publishCall } from "~/domains/groups/calls/commands/publish-call.server";
import { addGroupFile } from "~/domains/groups/documents/commands/group-files.server";
import { inviteGuest } from "~/domains/groups/guests/commands/invite-guest.server";
import { guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

const day = 24 * 60 * 60 * 1000;

/** A call for seats of citizens, open for three weeks, by the house. */
export async function seatCall(
	world: World,
	wanted: { groupId: string } & Partial<Omit<Parameters<typeof publishCall>[1], "groupId">>,
): Promise<{ id: string; code: string; seedHash: string; closesAt: Date }> {
	const closesAt = wanted.closesAt ?? new Date(world.now.getTime() + 21 * day);
	const made = await publishCall(
		{ ...world, actor: house },
		{
			benchKind: "citizens",
			text: "Wir suchen Menschen, die im Arbeitskreis mitreden wollen.",
			seats: 2,
			minAge: null,
			livesIn: "",
			strataQuestion: "",
			strata: [],
			publicSource: "",
			answerDays: 7,
			seatFrom: today(closesAt),
			seatUntil: null,
			...wanted,
			closesAt,
		},
	);
	return { ...must(made), closesAt };
}

/** An application of a guest who has confirmed the address. @returns id, number and the token of its mail */
export async function application(
	world: World,
	wanted: { callId: string; email: string } & Partial<Parameters<typeof applyForSeat>[1]>,
): Promise<{ id: string; number: number; token: string }> {
	const asked = await applyForSeat(
		{ ...world, actor: guest },
		{
			givenName: "Probe",
			familyName: wanted.email.split("@")[0] ?? "Bewerbung",
			about: "",
			nameIsPublic: true,
			stratum: null,
			oldEnough: true,
			livesThere: true,
			...wanted,
		},
	);
	const { id } = must(asked);
	const token = applicationPath(id).split("/").at(-1) ?? "";
	const { number } = must(await confirmApplication({ ...world, actor: guest }, { token }));
	return { id, number, token };
}

/** Draws the lot of a call a minute after its deadline. */
export async function drawn(world: World, call: { id: string; closesAt: Date }, publicValue = ""): Promise<Date> {
	const now = new Date(call.closesAt.getTime() + 60_000);
	must(await drawLot({ ...world, actor: house, now }, { callId: call.id, publicValue }));
	return now;
}

/** A file as the storage gives it after checking. */
export function storedText(now: Date, name = "unterlage.txt"): StoredFile {
	const bytes = Buffer.from(`Inhalt von ${name}`);
	return {
		id: newId(now),
		field: "file",
		name,
		mediaType: "text/plain",
		bytes: bytes.length,
		sha256: createHash("sha256").update(bytes).digest("hex"),
		width: null,
		height: null,
		hasThumbnail: false,
	};
}

/** A paper of a group. */
export async function groupFile(
	world: World,
	wanted: { groupId: string; title?: string; isPublic?: boolean; keepUntil?: Date | null },
): Promise<string> {
	const made = await addGroupFile(
		{ ...world, actor: house },
		{
			groupId: wanted.groupId,
			title: wanted.title ?? "Entwurf der Leitlinien",
			isPublic: wanted.isPublic ?? false,
			keepUntil: wanted.keepUntil ?? null,
			stored: storedText(world.now),
		},
	);
	return must(made).id;
}

/** A guest of named items and papers for thirty days. */
export async function groupGuest(
	world: World,
	wanted: { groupId: string; agendaItemIds?: string[]; groupFileIds?: string[] },
): Promise<string> {
	const made = await inviteGuest(
		{ ...world, actor: house },
		{
			groupId: wanted.groupId,
			name: "Gisela Gast",
			email: "gast@example.org",
			purpose: "Fachplanerin",
			agendaItemIds: wanted.agendaItemIds ?? [],
			groupFileIds: wanted.groupFileIds ?? [],
			validUntil: daysFrom(today(world.now), 30),
		},
	);
	return must(made).id;
}
