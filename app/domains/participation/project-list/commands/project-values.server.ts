import { link, unlink } from "~/domains/trace/index.server";
import type { ActWorld } from "~/platform/act.server";
import { dayOf, parseDay, type StoredDate } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { isEmptyRichText, type RichText } from "~/platform/rich-text/schema";
import { postChoices } from "../../processes/index.server";
import type { detailsFrom } from "../forms";
import { reviewMonths } from "../project";

/** What a person says about a project; amounts in cents. */
export type ProjectInput = Omit<ReturnType<typeof detailsFrom>, "description"> & { description: RichText };
export type ProjectValueRefusal = "post-unknown" | "process-unknown" | "how-missing";

/** The columns of a project from what was said; refuses foreign posts and processes, and participation without a way. */
export async function projectValues(world: ActWorld, organisationId: string, input: ProjectInput) {
	type Values = ReturnType<typeof columnsOf>;
	const refuse = (code: ProjectValueRefusal, field: string): Outcome<Values, ProjectValueRefusal> =>
		refused(code, { field });
	if (input.responsiblePostId !== null) {
		const posts = await postChoices(world, organisationId);
		if (!posts.some(({ id }) => id === input.responsiblePostId)) return refuse("post-unknown", "responsiblePostId");
	}
	if (input.processId !== null) {
		const own = await world.db.process.count({ where: { id: input.processId, organisationId, binnedAt: null } });
		if (own === 0) return refuse("process-unknown", "processId");
	}
	if (input.participation === "yes" && input.participationHow === "" && input.processId === null) {
		return refuse("how-missing", "participationHow");
	}
	return done(columnsOf(input)) as Outcome<Values, ProjectValueRefusal>;
}

function columnsOf({ at, description, ...input }: ProjectInput) {
	return {
		...input,
		description: isEmptyRichText(description) ? undefined : { ...description },
		payer: input.payer || null,
		goal: input.goal || null,
		participationHow: input.participationHow || null,
		latitude: at?.latitude ?? null,
		longitude: at?.longitude ?? null,
	};
}

/** The day by which somebody has to say again that the entry is still so. */
export function reviewDueAfter(now: Date): StoredDate {
	const day = parseDay(dayOf(now).add({ months: reviewMonths }).toString());
	if (!day) throw new Error("no day half a year later");
	return day;
}

type Ties = { processId: string | null; responsiblePostId: string | null };

/** Keeps the trace as the entry says: which post is responsible, which process belongs to it. */
export async function tie(world: ActWorld, id: string, before: Ties, after: Ties): Promise<void> {
	const project = { kind: "project", id };
	if (before.processId !== after.processId) {
		if (before.processId) {
			await unlink(world, { from: { kind: "process", id: before.processId }, relation: "part-of", to: project });
		}
		if (after.processId) {
			await link(world, { from: { kind: "process", id: after.processId }, relation: "part-of", to: project });
		}
	}
	if (before.responsiblePostId !== after.responsiblePostId) {
		const post = (postId: string) =>
			({ from: { kind: "post", id: postId }, relation: "responsible-for", to: project }) as const;
		if (before.responsiblePostId) await unlink(world, post(before.responsiblePostId));
		if (after.responsiblePostId) await link(world, post(after.responsiblePostId));
	}
}
