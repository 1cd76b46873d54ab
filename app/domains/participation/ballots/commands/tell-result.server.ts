import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayManageBox } from "../policy.server";
import { boxById } from "../queries/find-box.server";

export type TellRefusal = "note-missing" | "note-too-long" | "not-counted" | "already-told";

/** Tells everybody what follows from the result: one answer for all who voted, once it is counted. Nobody changes it later. */
export const tellResult = command(
	"participation.tell-ballot-result",
	async (world: ActWorld, { id, note }: { id: string; note: string }): Promise<Outcome<null, TellRefusal>> => {
		const box = await boxById(world, id);
		demand(mayManageBox, world.actor, box.process);
		if (note === "") return refused("note-missing", { field: "note" });
		if (note.length > 5000) return refused("note-too-long", { field: "note" });
		if (box.state !== "counted") return refused("not-counted");
		const { count } = await world.db.ballotBox.updateMany({
			where: { id, resultToldAt: null },
			data: { resultNote: note, resultToldAt: world.now },
		});
		if (count === 0) return refused("already-told");
		world.record({
			type: `participation.${box.kind}.result-told`,
			subject: { kind: box.kind, id },
			ownerId: box.organisationId,
		});
		return done(null);
	},
);
