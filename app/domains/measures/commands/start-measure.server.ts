import { concernCarriedOn } from "~/domains/guides/index.server";
import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import { resolveSubjects } from "~/platform/manifest.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newCode, newId } from "~/platform/tokens.server";
import { messages } from "../messages";
import { mayManageMeasures } from "../policy.server";
import { areAnswering } from "../queries/posts.server";
import { type MeasureInput, type MeasureValueRefusal, measureValues } from "./measure-values.server";

export type Beginning = MeasureInput & {
	organisationId: string;
	/** What it grows out of, e.g. a recommendation: the trace will say that it became this measure. */
	from: { kind: string; id: string } | null;
	responsiblePostId: string | null;
	deputyPostId: string | null;
	/** Shown to everybody from now on. */
	published: boolean;
};

/**
 * Starts a measure as an idea of the organisation.
 * @returns id and code; refuses foreign posts, impossible days, and the same title from the same origin a second time
 * @throws NotFound when `from` is not there for the actor
 */
export const startMeasure = command(
	"measures.start-measure",
	async (
		world: ActWorld,
		{ organisationId, from, responsiblePostId, deputyPostId, published, ...input }: Beginning,
	): Promise<
		Outcome<
			{ id: string; code: string },
			MeasureValueRefusal | "post-unknown" | "deputy-is-responsible" | "already-started" | "no-space"
		>
	> => {
		demand(mayManageMeasures, world.actor, { organisationId });
		if (from && (await resolveSubjects(world, [from])).size === 0) throw new NotFound();
		const values = measureValues(input);
		if (!values.done) return values;
		const { measure, origins, criteria } = values.value;
		if (deputyPostId && deputyPostId === responsiblePostId) {
			return refused("deputy-is-responsible", { field: "deputyPostId" });
		}
		if (!(await areAnswering(world, organisationId, [responsiblePostId, deputyPostId]))) {
			return refused("post-unknown", { field: "responsiblePostId" });
		}
		const space = await world.db.space.findUnique({ where: { organisationId }, select: { openedAt: true } });
		if (published && (!space || space.openedAt > world.now)) return refused("no-space");
		// One after the other per organisation: a form sent twice must not make two measures.
		await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`measure-start:${organisationId}`}, 0))`;
		if (await isStarted(world, organisationId, measure.title, from)) return refused("already-started");
		const id = newId(world.now);
		const code = newCode();
		await world.db.measure.create({
			data: {
				...measure,
				id,
				organisationId,
				code,
				responsiblePostId,
				deputyPostId,
				createdAt: world.now,
				publishedAt: published ? world.now : null,
				origins: { create: origins },
				criteria: { create: criteria },
				transitions: {
					create: {
						position: 1,
						toStage: "IDEA",
						onDay: today(world.now),
						reason: textFor("de", messages)("stage.begun"),
						postId: responsiblePostId,
						recordedAt: world.now,
					},
				},
			},
		});
		const subject = { kind: "measure", id };
		if (from) {
			await link(world, { from, relation: "became", to: subject });
			await concernCarriedOn(world, from, subject);
		}
		world.record({
			type: "measures.measure.started",
			subject,
			ownerId: organisationId,
			facts: { published, fromKind: from?.kind ?? null, fromId: from?.id ?? null },
		});
		if (responsiblePostId) {
			const post = { kind: "post", id: responsiblePostId };
			await link(world, { from: post, relation: "responsible-for", to: subject });
			world.record({
				type: "measures.measure.responsible-set",
				subject,
				ownerId: organisationId,
				facts: { responsible: responsiblePostId, deputy: deputyPostId },
			});
		}
		return done({ id, code });
	},
);

/** Whether a measure of this title is already there that did not end; from the same origin, where there is one. */
async function isStarted(
	world: ActWorld,
	organisationId: string,
	title: string,
	from: Beginning["from"],
): Promise<boolean> {
	const same = await world.db.measure.findMany({
		where: { organisationId, title, stage: { not: "ENDED" } },
		select: { id: true },
	});
	if (!from || same.length === 0) return same.length > 0;
	const became = await world.db.traceLink.count({
		where: {
			fromKind: from.kind,
			fromId: from.id,
			relation: "became",
			toKind: "measure",
			toId: { in: same.map(({ id }) => id) },
		},
	});
	return became > 0;
}
