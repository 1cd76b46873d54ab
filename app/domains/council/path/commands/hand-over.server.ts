import { type ActWorld, command } from "~/platform/act.server";
import { parseDay, today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { ownedSubject } from "../owned-subject.server";
import { pathOf } from "./steps.server";

/** Writes down when and to whom the package was handed over, e.g. "Sitzungsdienst". The house itself hands nothing over. */
export const noteHandOver = command(
	"council.note-hand-over",
	async (
		world: ActWorld,
		{ subject, on, to }: { subject: { kind: string; id: string }; on: string; to: string },
	): Promise<Outcome<null, "day-unknown" | "day-in-future" | "path-empty">> => {
		const { organisationId } = await ownedSubject(world, subject);
		const path = await pathOf(world, subject, organisationId);
		const handedOverOn = parseDay(on);
		if (!handedOverOn) return refused("day-unknown", { field: "on" });
		if (handedOverOn > today(world.now)) return refused("day-in-future", { field: "on" });
		if (path.steps.length === 0) return refused("path-empty", { field: "on" });
		await world.db.councilPath.update({ where: { id: path.id }, data: { handedOverOn, handedOverTo: to } });
		world.record({
			type: "council.path.handed-over",
			subject,
			ownerId: organisationId,
			facts: { path: path.id, steps: path.steps.length },
		});
		return done(null);
	},
);

/** Types the number back that the council's office gave the paper. */
export const noteReference = command(
	"council.note-reference",
	async (
		world: ActWorld,
		{ subject, reference }: { subject: { kind: string; id: string }; reference: string },
	): Promise<Outcome<null, "reference-taken">> => {
		const { organisationId } = await ownedSubject(world, subject);
		const path = await pathOf(world, subject, organisationId);
		const taken = await world.db.councilPath.count({
			where: { organisationId, reference, id: { not: path.id } },
		});
		if (taken > 0) return refused("reference-taken", { field: "reference" });
		await world.db.councilPath.update({
			where: { id: path.id },
			data: { reference, referenceOn: today(world.now) },
		});
		world.record({
			type: "council.path.reference-noted",
			subject,
			ownerId: organisationId,
			facts: { path: path.id },
		});
		return done(null);
	},
);
