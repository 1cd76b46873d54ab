import { type AskInput, askDepartment } from "~/domains/participation/answers/commands/ask-department.server";
import { askForRelease } from "~/domains/participation/answers/commands/ask-release.server";
import { prepareAnswer } from "~/domains/participation/answers/commands/prepare-answer.server";
import { releaseAnswer } from "~/domains/participation/answers/commands/release-answer.server";
import type { Disposition } from "~/domains/participation/answers/disposition";
import type { Actor, Role } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";
import { human, personWith } from "./participation";

type AnswerGiven = {
	processId: string;
	contributionIds: string[];
	disposition?: Disposition;
	reason?: string;
	duplicateNumber?: number | null;
	/** The second person, who releases it; without one it stays a draft, with "asked" it waits. */
	releasedBy?: Actor | "asked";
};

/** An answer, prepared by the world's actor and, if somebody is given, released by them. */
export async function answer(world: World, given: AnswerGiven): Promise<{ id: string; revision: number }> {
	const { id } = must(
		await prepareAnswer(world, {
			processId: given.processId,
			contributionIds: given.contributionIds,
			disposition: given.disposition ?? "adopted",
			reason: richTextFromMarkdown(given.reason ?? "Wir pflanzen im Herbst sechs Linden auf dem Marktplatz."),
			duplicateNumber: given.duplicateNumber ?? null,
		}),
	);
	const prepared = { id, revision: 1 };
	if (!given.releasedBy) return prepared;
	must(await askForRelease(world, { ...prepared, byMayor: false }));
	if (given.releasedBy !== "asked") must(await releaseAnswer({ ...world, actor: given.releasedBy }, prepared));
	return prepared;
}

/**
 * A question to a department, asked by the world's actor.
 * @returns its id and the token of the link in its mail
 */
export async function inquiry(
	world: World,
	given: Pick<AskInput, "processId" | "contributionIds"> & Partial<AskInput> & { dueInDays?: number },
): Promise<{ id: string; token: string }> {
	const { dueInDays = 14, ...input } = given;
	const { id } = must(
		await askDepartment(world, {
			office: "Bauamt",
			email: "bauamt@mayen.example",
			question: "Ist der Platz für Bäume breit genug?",
			dueOn: daysFrom(today(world.now), dueInDays).toISOString().slice(0, 10),
			...input,
		}),
	);
	return { id, token: await tokenInMail(world, `inquiry:${id}:asked`, "fachamt") };
}

/** The token of the link in the newest mail whose key begins so. */
export async function tokenInMail(world: World, key: string, page: "fachamt" | "freigabe"): Promise<string> {
	const mail = await world.db.mail.findFirstOrThrow({ where: { key: { startsWith: key } }, orderBy: { id: "desc" } });
	const token = new RegExp(`/${page}/([\\w-]{43})`).exec(mail.text)?.[1];
	if (!token) throw new Error(`no link to /${page} in ${key}`);
	return token;
}

/** Somebody with an account who holds a role at an organisation, in the database as well as in the actor. */
export async function holder(
	db: PrismaClient,
	now: Date,
	{ organisationId, name, role = "participation-manager" }: { organisationId: string; name: string; role?: Role },
): Promise<Actor & { kind: "person" }> {
	const personId = await human(db, now, name);
	const email = `${personId}@example.org`;
	await db.account.create({ data: { id: newId(now), personId, email, emailConfirmedAt: now, createdAt: now } });
	const scope = { scopeKind: "organisation", scopeId: organisationId, ownerId: organisationId };
	await db.roleGrant.create({
		data: { id: newId(now), role, ...scope, personId, validFrom: daysFrom(today(now), -30) },
	});
	return personWith([role], organisationId, { personId, displayName: name });
}

/** The same person as staff of an organisation that acts in the name of another. */
export function actingFor(actor: Actor & { kind: "person" }, principalId: string): Actor & { kind: "person" } {
	return {
		...actor,
		grants: actor.grants.flatMap((grant) => [
			grant,
			{ ...grant, scope: { kind: "organisation" as const, id: principalId }, onBehalfOfId: principalId },
		]),
	};
}
