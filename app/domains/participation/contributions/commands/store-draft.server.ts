import { attach } from "~/domains/files/index.server";
import type { Point } from "~/domains/organisations";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Refusal, refused } from "~/platform/outcome";
import { plainText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import type { StoredFile } from "~/platform/storage/receive.server";
import { hashToken, newCode, newId } from "~/platform/tokens.server";
import { stateOf as stateOfProcess } from "../../processes/index";
import { processById } from "../../processes/index.server";
import { type ContributionKind, limits, type TextProblem, textProblems } from "../contribution";
import { isUnproven } from "../proof-of-work.server";

export type ContributionInput = {
	title: string;
	text: RichText;
	category: string | null;
	place: string | null;
	/** The point on the map (WGS 84), as `pointIn` reads it, or null for none. */
	at?: Point | null;
	/** The name that readers see, or null for none. */
	authorName: string | null;
};

/** A picture that came with the form: stored, and with the words for those who do not see it. */
export type DraftPicture = { stored: StoredFile; description: string };

/** The columns of title, text and what belongs to them; refuses what is too short, too long or no category. */
export function contributionColumns(categories: readonly string[], input: ContributionInput) {
	const excerpt = plainText(input.text);
	const problems: Refusal<TextProblem["code"] | "category-unknown">[] = textProblems({
		title: input.title,
		text: excerpt,
	});
	if (input.category !== null && !categories.includes(input.category)) {
		problems.push({ code: "category-unknown", field: "category" });
	}
	if (problems.length > 0) return { done: false as const, refusals: problems };
	return done({
		title: input.title.trim(),
		body: { ...input.text },
		excerpt,
		category: input.category,
		place: input.place?.trim().slice(0, limits.placeMost) || null,
		latitude: input.at?.latitude ?? null,
		longitude: input.at?.longitude ?? null,
		authorName: input.authorName?.trim().slice(0, limits.nameMost) || null,
	});
}

/**
 * Stores what somebody wrote before anything else is asked of them. The draft is addressed by a secret that the page
 * made; sending the same page twice changes the one draft. Also taken when the phase has closed in the meantime, so
 * that no text is lost; it can then not be handed in.
 * @returns the contribution's id; refuses texts that are too short or long, and drafts that were already handed in
 */
export const storeDraft = command(
	"participation.store-draft",
	async (
		world: ActWorld,
		{
			processId,
			token,
			kind = "idea",
			picture = null,
			proof,
			...input
		}: ContributionInput & {
			processId: string;
			token: string;
			kind?: ContributionKind;
			picture?: DraftPicture | null;
			/** What the browser worked out, empty for nothing; not given where nobody asks a browser. */
			proof?: string;
		},
	) => {
		const process = await processById(world, processId);
		const state = stateOfProcess(process, world.now);
		if (!process.spaceIsOpen || (state !== "running" && state !== "finished")) throw new NotFound();
		const columns = contributionColumns(process.categories, input);
		if (!columns.done) return columns;
		const draftHash = hashToken(token);
		const { organisationId } = process;
		const unproven = proof !== undefined && (await isUnproven(world, { organisationId, proof }));
		const draft = { ...columns.value, authorId: personIdOf(world.actor), locale: world.locale, updatedAt: world.now };
		const id = newId(world.now);
		const { count } = await world.db.contribution.createMany({
			data: [
				{
					...draft,
					id,
					kind,
					processId,
					organisationId,
					code: newCode(),
					unproven,
					draftHash,
					createdAt: world.now,
				},
			],
			skipDuplicates: true,
		});
		const stored =
			count === 0
				? await changeStored(world, { processId, kind, draftHash }, unproven ? draft : { ...draft, unproven })
				: done({ id });
		if (!stored.done) return stored;
		const subject = { kind: "contribution", id: stored.value.id };
		const ownerId = organisationId;
		if (picture) await attach(world, { ownerId, subject, ...picture });
		world.record({ type: `participation.contribution.${count === 0 ? "draft-changed" : "drafted"}`, subject, ownerId });
		return stored;
	},
);

async function changeStored(
	world: ActWorld,
	{ processId, kind, draftHash }: { processId: string; kind: ContributionKind; draftHash: string },
	draft: Parameters<ActWorld["db"]["contribution"]["updateMany"]>[0]["data"],
) {
	const { count } = await world.db.contribution.updateMany({
		where: { draftHash, processId, kind, submittedAt: null },
		data: draft,
	});
	const stored = await world.db.contribution.findUnique({ where: { draftHash } });
	if (!stored) throw new Error("a draft met a code that is taken");
	if (count === 0) return refused("already-handed-in");
	return done({ id: stored.id });
}
