import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { mayPlan } from "../../policy.server";
import { heldPosts } from "../../queries/held-posts.server";

const concernParts = {
	owner: { select: { shortName: true, space: { select: { slug: true, name: true, phone: true } } } },
	municipality: { select: { id: true, shortName: true } },
	topic: { select: { id: true, name: true } },
	assignments: { where: { untilAt: null }, take: 1 },
	reportBacks: {
		orderBy: [{ sentAt: "desc" }, { id: "desc" }],
		take: 20,
		include: { post: { select: { isPublic: true } } },
	},
} as const satisfies Prisma.ConcernInclude;

export type FoundConcern = Prisma.ConcernGetPayload<{ include: typeof concernParts }>;

/** A concern for those who handle it. @throws NotFound when it is not this owner's; Forbidden or SignInNeeded */
export async function handledConcern(
	view: View,
	{ ownerId, code }: { ownerId: string; code: string },
): Promise<FoundConcern> {
	const found = await view.db.concern.findFirst({ where: { code, ownerId }, include: concernParts });
	if (!found) throw new NotFound();
	demand(mayPlan, view.actor, { organisationId: found.ownerId });
	return found;
}

/** The concern that a status link opens. @throws NotFound for any other token */
export async function linkedConcern({ db }: Pick<View, "db">, token: string): Promise<FoundConcern> {
	const found = await db.concernStatusLink.findUnique({
		where: { hash: hashToken(token) },
		select: { concern: { include: concernParts } },
	});
	if (!found) throw new NotFound();
	return found.concern;
}

/** A concern that everybody may read. @throws NotFound for all others */
export async function publicConcern({ db }: Pick<View, "db">, code: string): Promise<FoundConcern> {
	const found = await db.concern.findFirst({ where: { code, visibility: "PUBLIC" }, include: concernParts });
	if (!found) throw new NotFound();
	return found;
}

/** The posts as which this person answers: those held or stood in for today, and those through which a role is held. */
export async function ownPosts(view: View): Promise<string[]> {
	const { actor } = view;
	if (actor.kind !== "person") return [];
	const held = await heldPosts(view);
	const granted = actor.grants.flatMap(({ postId }) => postId ?? []);
	return [...new Set([...held, ...granted])];
}

/** A concern of one of these municipalities, for those who follow them. @throws NotFound for all others */
export async function followedConcern(
	{ db }: Pick<View, "db">,
	{ code, municipalityIds }: { code: string; municipalityIds: readonly string[] },
): Promise<FoundConcern> {
	const found = await db.concern.findFirst({
		where: { code, municipalityId: { in: [...municipalityIds] } },
		include: concernParts,
	});
	if (!found) throw new NotFound();
	return found;
}
