import { reportAbsence } from "~/domains/organisations/absence/commands/absences.server";
import { house } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

/** Somebody who is away from today on, until further notice unless said otherwise. @returns the absence's id */
export async function absence(
	world: World,
	wanted: Partial<Parameters<typeof reportAbsence>[1]> & { personId: string; ownerId: string },
): Promise<string> {
	const usual = { validFrom: today(world.now), validUntil: null, reason: null, coverPostId: null };
	return must(await reportAbsence({ ...world, actor: house }, { ...usual, ...wanted })).absenceId;
}
