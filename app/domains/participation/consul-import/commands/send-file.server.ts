import { createHash } from "node:crypto";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { mayImport } from "../policy.server";
import { contentOf, type FileCode } from "../queries/read-file.server";

/**
 * Keeps a file so that it can be looked at before it is taken over; refuses what cannot be read at all. The file goes when
 * it was taken over, or after two days.
 * @throws Forbidden, SignInNeeded
 */
export const sendFile = command(
	"participation.send-import-file",
	async (
		world: ActWorld,
		{
			organisationId,
			name,
			kind,
			bytes,
		}: { organisationId: string; name: string; kind: string | null; bytes: Uint8Array<ArrayBuffer> },
	): Promise<Outcome<{ id: string }, FileCode>> => {
		demand(mayImport, world.actor, { organisationId });
		const content = await contentOf({ name, kind, bytes });
		if (!content.done) {
			return refused(content.refusals[0]?.code ?? "file-unknown", { ...content.refusals[0], field: "file" });
		}
		const id = newId(world.now);
		const sha256 = createHash("sha256").update(bytes).digest("hex");
		await world.db.importFile.create({
			data: { id, organisationId, name, kind, bytes, sha256, sentById: personIdOf(world.actor), sentAt: world.now },
		});
		world.record({
			type: "participation.import-file.sent",
			subject: { kind: "import-file", id },
			ownerId: organisationId,
			facts: { sha256, contributions: content.value.contributions.length, comments: content.value.comments.length },
		});
		return done({ id });
	},
);
