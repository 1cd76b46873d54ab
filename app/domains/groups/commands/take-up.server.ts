import { concernCarriedOn } from "~/domains/guides/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { resolveSubjects } from "~/platform/manifest.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { link } from "../../trace/index.server";
import { mayRunGroup } from "../policy.server";
import { groupById } from "../queries/find-group.server";

/** What is no matter to deliberate on: who acts, what belongs to groups themselves. */
const notMatters = ["group", "meeting", "recommendation", "person", "post", "organisation"];

/**
 * The group takes up something from anywhere in the house: a contribution, a concern, a measure. From then on it can
 * stand on an agenda.
 * @returns the id of the entry; refused with "already-taken-up", "not-a-matter"
 * @throws NotFound when the object is not there, or not for this reader; Forbidden or SignInNeeded
 */
export const takeUp = command(
	"groups.take-up",
	async (
		world: ActWorld,
		{ groupId, kind, id }: { groupId: string; kind: string; id: string },
	): Promise<Outcome<{ takenUpId: string }, "already-taken-up" | "not-a-matter">> => {
		const group = await groupById(world, groupId);
		demand(mayRunGroup, world.actor, group);
		if (notMatters.includes(kind)) return refused("not-a-matter", { field: "code" });
		const subject = { kind, id };
		if (!(await resolveSubjects(world, [subject])).has(`${kind}:${id}`)) throw new NotFound();
		const takenUpId = newId(world.now);
		const { count } = await world.db.takenUp.createMany({
			data: [
				{
					id: takenUpId,
					groupId,
					subjectKind: kind,
					subjectId: id,
					takenUpAt: world.now,
					takenUpById: personIdOf(world.actor),
				},
			],
			skipDuplicates: true,
		});
		if (count === 0) return refused("already-taken-up", { field: "code" });
		const into = { kind: "group", id: groupId };
		await link(world, { from: subject, relation: "taken-up-by", to: into });
		await concernCarriedOn(world, subject, into);
		world.record({
			type: "groups.subject.taken-up",
			subject: { kind: "group", id: groupId },
			ownerId: group.organisationId,
			facts: { kind, id },
		});
		return done({ takenUpId });
	},
);
