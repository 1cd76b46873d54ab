import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { offeredVersions, takeBackTreated } from "../../../groups/index.server";
import { link } from "../../../trace/index.server";
import { processById } from "../../processes/index.server";
import { mayManageTexts } from "../policy.server";
import { blocksOfVersion, wholeText } from "../queries/blocks.server";
import { publishedVersions, textById } from "../queries/find-text.server";
import { groupDocumentOf } from "../queries/group-origin.server";
import { takenInto } from "../queries/hand-over.server";
import { shortQuote, textLimits } from "../text";
import { beginText } from "./begin-text.server";
import { type WriteRefusal, writeVersion } from "./write-version.server";

/**
 * Puts up what a working group wrote: a new text of the process says word for word what the frozen version says, for the
 * administration to publish. The group's text stays the group's.
 * @param versionId a frozen version that this reader may read
 * @throws NotFound, Forbidden or SignInNeeded
 */
export const beginTextFromGroup = command(
	"participation.begin-text-from-group",
	async (
		world: ActWorld,
		{ processId, versionId }: { processId: string; versionId: string },
	): Promise<Outcome<{ id: string; code: string }, "group-version-missing" | "too-many-texts" | WriteRefusal>> => {
		const process = await processById(world, processId);
		demand(mayManageTexts, world.actor, process);
		const offered = await offeredVersions(world, process.organisationId);
		const version = offered.find(({ id }) => id === versionId);
		if (!version) return refused("group-version-missing", { field: "version" });
		const count = await world.db.processText.count({ where: { processId } });
		if (count >= textLimits.texts) return refused("too-many-texts", { field: "version" });
		const made = await beginText(world, process, shortQuote(version.title, textLimits.titleMost - 2));
		const written = await writeVersion(world, { textId: made.id, revision: 1, note: null, body: version.content });
		if (!written.done) return written;
		await link(world, {
			from: { kind: "group-document", id: version.documentId },
			relation: "became",
			to: { kind: "text", id: made.id },
		});
		world.record({
			type: "participation.text.taken-from-group",
			subject: { kind: "text", id: made.id },
			ownerId: process.organisationId,
			facts: { version: version.id, number: version.number, hash: version.hash },
		});
		return done(made);
	},
);

/**
 * Gives the group back what became of its text: a new draft begins with the newest published version, and says which
 * remarks went in. Refuses while nothing is published, and while the group writes in a draft of its own.
 * @throws NotFound when the text came from no group; Forbidden or SignInNeeded
 */
export const returnTextToGroup = command(
	"participation.return-text-to-group",
	async (
		world: ActWorld,
		{ textId }: { textId: string },
	): Promise<Outcome<{ draft: number }, "no-version-yet" | "group-is-writing">> => {
		const text = await textById(world, textId);
		demand(mayManageTexts, world.actor, text);
		const documentId = await groupDocumentOf(world, textId);
		if (!documentId) throw new NotFound();
		const newest = publishedVersions(text).at(-1);
		if (!newest) return refused("no-version-yet");
		const { heard, taken } = await takenInto(world, textId);
		const outcome = await takeBackTreated(world, {
			documentId,
			about: { kind: "text", id: textId },
			content: wholeText(await blocksOfVersion(world, newest.id)),
			remarks: heard.map((id) => ({ kind: "contribution", id })),
			taken: taken.map((id) => ({ kind: "contribution", id })),
		});
		if (!outcome.done) return refused("group-is-writing");
		world.record({
			type: "participation.text.returned-to-group",
			subject: { kind: "text", id: textId },
			ownerId: text.organisationId,
			facts: { version: newest.number, document: documentId, heard: heard.length, taken: taken.length },
		});
		return done(outcome.value);
	},
);
