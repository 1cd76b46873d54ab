import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { resolveSubjects } from "~/platform/manifest.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newCode, newId } from "~/platform/tokens.server";
import { mayRecordResolutions } from "../policy.server";
import { type ResolutionInput, type ResolutionValueRefusal, resolutionValues } from "./resolution-values.server";

export type RecordedResolution = ResolutionInput & {
	organisationId: string;
	/** What lay before the body, e.g. a recommendation: the trace says that it came to this. */
	about: { kind: string; id: string } | null;
};

/**
 * Writes down a resolution of one of the organisation's bodies; nobody else sees it yet.
 * @returns id and code; refuses what does not fit together, and the same title of the same session a second time
 * @throws NotFound when `about` is not there for the actor
 */
export const recordResolution = command(
	"council.record-resolution",
	async (
		world: ActWorld,
		{ organisationId, about, ...input }: RecordedResolution,
	): Promise<Outcome<{ id: string; code: string }, ResolutionValueRefusal | "already-recorded">> => {
		demand(mayRecordResolutions, world.actor, { organisationId });
		if (about && (await resolveSubjects(world, [about])).size === 0) throw new NotFound();
		const values = resolutionValues(input, world.now);
		if (!values.done) return values;
		// One after the other per organisation: a form sent twice must not make two resolutions.
		await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`resolution:${organisationId}`}, 0))`;
		const { title, body, sessionOn } = values.value;
		if ((await world.db.resolution.count({ where: { organisationId, title, body, sessionOn } })) > 0) {
			return refused("already-recorded", { field: "title" });
		}
		const id = newId(world.now);
		const code = newCode();
		await world.db.resolution.create({
			data: {
				...values.value,
				id,
				code,
				organisationId,
				createdById: personIdOf(world.actor),
				createdAt: world.now,
			},
		});
		const subject = { kind: "resolution", id };
		if (about) await link(world, { from: about, relation: "put-to-council", to: subject });
		world.record({
			type: "council.resolution.recorded",
			subject,
			ownerId: organisationId,
			facts: { outcome: values.value.outcome, aboutKind: about?.kind ?? null, aboutId: about?.id ?? null },
		});
		return done({ id, code });
	},
);
