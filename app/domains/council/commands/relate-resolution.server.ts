import { resultForConcerns } from "~/domains/guides/index.server";
import { findByCode, link, unlink } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayRecordResolutions } from "../policy.server";
import { aboutOf, resolutionById } from "../queries/find-resolution.server";

/** What can lie before a council. */
const kinds = ["process", "recommendation", "contribution", "project", "measure", "concern", "resolution"];
const most = 20;

/** Says what lay before the body, by the short code that stands on its page. */
export const relateResolution = command(
	"council.relate-resolution",
	async (
		world: ActWorld,
		{ id, code }: { id: string; code: string },
	): Promise<Outcome<null, "code-unknown" | "already-related" | "too-many-related">> => {
		const found = await resolutionById(world, id);
		demand(mayRecordResolutions, world.actor, found);
		const [subject] = (await findByCode(world, code)).filter((one) => kinds.includes(one.kind) && one.id !== id);
		if (!subject) return refused("code-unknown", { field: "reference" });
		const about = await aboutOf(world, id);
		if (about.some((one) => one.kind === subject.kind && one.id === subject.id)) {
			return refused("already-related", { field: "reference" });
		}
		if (about.length >= most) return refused("too-many-related", { field: "reference", values: { most } });
		const from = { kind: subject.kind, id: subject.id };
		await link(world, { from, relation: "put-to-council", to: { kind: "resolution", id } });
		recordRelation(world, "related", found, from);
		if (found.publishedAt) await resultForConcerns(world, { kind: "resolution", id });
		return done(null);
	},
);

/** Takes such a tie away again, where it was a mistake. */
export const unrelateResolution = command(
	"council.unrelate-resolution",
	async (
		world: ActWorld,
		{ id, about }: { id: string; about: { kind: string; id: string } },
	): Promise<Outcome<null, "not-related">> => {
		const found = await resolutionById(world, id);
		demand(mayRecordResolutions, world.actor, found);
		const related = await aboutOf(world, id);
		if (!related.some((one) => one.kind === about.kind && one.id === about.id)) return refused("not-related");
		await unlink(world, { from: about, relation: "put-to-council", to: { kind: "resolution", id } });
		recordRelation(world, "unrelated", found, about);
		return done(null);
	},
);

function recordRelation(
	world: ActWorld,
	what: "related" | "unrelated",
	{ id, organisationId }: { id: string; organisationId: string },
	about: { kind: string; id: string },
): void {
	world.record({
		type: `council.resolution.${what}`,
		subject: { kind: "resolution", id },
		ownerId: organisationId,
		facts: { aboutKind: about.kind, aboutId: about.id },
	});
}
