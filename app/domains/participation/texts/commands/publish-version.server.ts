import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { storePlaces } from "../places.server";
import { mayManageTexts } from "../policy.server";
import { blocksOfVersion } from "../queries/blocks.server";
import { publishedVersions, textById, versionInWork } from "../queries/find-text.server";

export type PublishRefusal = "changed-meanwhile" | "no-version-in-work" | "version-empty" | "note-missing";

/**
 * Publishes the version that was read; from now on it is frozen. Every annotation is looked for in it, and what went into
 * it because of whom is tied to it.
 * @param revision the one that was read
 */
export const publishVersion = command(
	"participation.publish-text-version",
	async (
		world: ActWorld,
		{ textId, revision }: { textId: string; revision: number },
	): Promise<Outcome<{ number: number; lost: number }, PublishRefusal>> => {
		// also waits for annotations that are being stored: they look for the versions that there are
		await world.db.$queryRaw`SELECT 1 FROM process_text WHERE id = ${textId}::uuid FOR UPDATE`;
		const text = await textById(world, textId);
		demand(mayManageTexts, world.actor, text);
		const version = versionInWork(text);
		if (!version) return refused("no-version-in-work");
		if (version.revision !== revision) return refused("changed-meanwhile");
		const blocks = await blocksOfVersion(world, version.id);
		if (blocks.length === 0) return refused("version-empty");
		if (publishedVersions(text).length > 0 && !version.note) return refused("note-missing", { field: "note" });
		const { count } = await world.db.textVersion.updateMany({
			where: { id: version.id, revision, publishedAt: null },
			data: { publishedAt: world.now },
		});
		if (count === 0) return refused("changed-meanwhile");
		const annotations = await world.db.annotation.findMany({ where: { textId } });
		const { lost } = await storePlaces(world, version.id, blocks, annotations);
		const subject = { kind: "text-version", id: version.id };
		await link(world, { from: subject, relation: "part-of", to: { kind: "text", id: textId } });
		const credits = await world.db.annotationCredit.findMany({
			where: { versionId: version.id },
			distinct: ["contributionId"],
			select: { contributionId: true },
		});
		for (const { contributionId } of credits) {
			await link(world, { from: { kind: "contribution", id: contributionId }, relation: "became", to: subject });
		}
		world.record({
			type: "participation.text.version-published",
			subject: { kind: "text", id: textId },
			ownerId: text.organisationId,
			facts: {
				version: version.id,
				number: version.number,
				annotations: annotations.length,
				lost,
				credits: credits.length,
			},
		});
		return done({ number: version.number, lost });
	},
);
