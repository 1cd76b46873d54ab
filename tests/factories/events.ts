import { type EventInput, planEvent } from "~/domains/participation/events/commands/plan-event.server";
import { confirmRegistration, register } from "~/domains/participation/events/commands/register.server";
import { registrationToken } from "~/domains/participation/events/registration-token.server";
import { guest } from "~/platform/actor";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

type EventGiven = Partial<Omit<EventInput, "agenda">> & { processId: string; agenda?: string };

/** An event of a process, by default a workshop for ten in a week, two hours long; planned by the world's actor. */
export async function event(world: World, { agenda, ...given }: EventGiven): Promise<{ id: string; code: string }> {
	const startsAt = given.startsAt ?? new Date(world.now.getTime() + 7 * 86_400_000);
	return must(
		await planEvent(world, {
			title: "Werkstatt im Bürgerhaus",
			mode: "in-person",
			endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
			place: "Bürgerhaus, Marktplatz 1",
			directions: null,
			accessibility: null,
			onlineAddress: null,
			registers: true,
			seats: 10,
			registrationEndsAt: null,
			...given,
			startsAt,
			agenda: agenda === undefined ? null : richTextFromMarkdown(agenda),
		}),
	);
}

/** A guest's registration, confirmed by the link of the mail. */
export async function guestRegistration(
	world: World,
	given: { eventId: string; email: string; name?: string; persons?: number; needs?: string },
): Promise<{ id: string; token: string }> {
	const asGuest = { ...world, actor: guest };
	const { id } = must(
		await register(asGuest, {
			eventId: given.eventId,
			name: given.name ?? "Gast",
			persons: given.persons ?? 1,
			needs: given.needs ?? null,
			email: given.email,
		}),
	);
	const token = registrationToken(id);
	must(await confirmRegistration(asGuest, { token }));
	return { id, token };
}
