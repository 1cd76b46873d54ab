import { mayRecordResolutions } from "~/domains/council/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { parseDay } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import type { sheetFrom } from "../forms";
import { ownerOf } from "../queries/subject.server";
import { lacksCounterFinancing, type SheetKind } from "../sheet";

type Sheet = ReturnType<typeof sheetFrom> & { subject: { kind: SheetKind; id: string } };

/**
 * Writes what staff adds to the figures of the house for the council; `revision` 0 when there was nothing yet.
 * @throws NotFound when the subject is not there for the actor
 */
export const writeSheet = command(
	"participation.write-council-sheet",
	async (
		world: ActWorld,
		{ subject, revision, sessionOn, ...given }: Sheet,
	): Promise<Outcome<null, "changed-meanwhile" | "day-unknown" | "counter-financing-missing">> => {
		const organisationId = await ownerOf(world, subject);
		demand(mayRecordResolutions, world.actor, { organisationId });
		if (sessionOn !== "" && !parseDay(sessionOn)) return refused("day-unknown", { field: "sessionOn" });
		if (lacksCounterFinancing(given)) return refused("counter-financing-missing", { field: "counterFinancing" });
		const empty = (text: string) => text || null;
		const values = {
			...given,
			counterFinancing: [...new Set(given.counterFinancing)],
			sessionOn: parseDay(sessionOn),
			paperNumber: empty(given.paperNumber),
			deviation: empty(given.deviation),
			financeNote: empty(given.financeNote),
			climateNote: empty(given.climateNote),
			companies: empty(given.companies),
			changedById: personIdOf(world.actor),
			changedAt: world.now,
		};
		const key = { subjectKind: subject.kind, subjectId: subject.id };
		if (revision === 0) {
			const { count } = await world.db.councilSheet.createMany({
				data: [{ ...values, ...key, id: newId(world.now), organisationId }],
				skipDuplicates: true,
			});
			if (count === 0) return refused("changed-meanwhile");
		} else {
			const { count } = await world.db.councilSheet.updateMany({
				where: { ...key, revision },
				data: { ...values, revision: { increment: 1 } },
			});
			if (count === 0) return refused("changed-meanwhile");
		}
		world.record({
			type: "participation.council-sheet.written",
			subject,
			ownerId: organisationId,
			facts: { revision: revision + 1 },
		});
		return done(null);
	},
);
