import {
	askForWholePublication,
	publishWholeProcess,
} from "~/domains/participation/commands/publish-whole-process.server";
import { startProcess } from "~/domains/participation/commands/start-process.server";
import { askForCode, confirmByCode } from "~/domains/participation/contributions/commands/confirm-as-guest.server";
import { handIn } from "~/domains/participation/contributions/commands/hand-in.server";
import { publishContribution } from "~/domains/participation/contributions/commands/moderate.server";
import { storeDraft } from "~/domains/participation/contributions/commands/store-draft.server";
import { recordGuidelines } from "~/domains/participation/processes/commands/record-guidelines.server";
import type { RecipeKey } from "~/domains/participation/processes/recipe";
import type { Actor, Role } from "~/platform/actor";
import { dayOf } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { newId, newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

export function worldOf(db: PrismaClient, actor: Actor, now: Date): World {
	return { db, actor, now, locale: "de" };
}

type ProcessGiven = {
	organisationId: string;
	responsiblePostId: string;
	deputyPostId?: string | null;
	title?: string;
	purpose?: string;
	fixedPoints?: string;
	openQuestions?: string;
	decidedBy?: string;
	/** First and last day of contributing and the day of the answers, in days from the world's now. */
	days?: { first: number; last: number; answered: number };
	moderation?: "before" | "after";
	guestsWelcome?: boolean;
	categories?: string[];
	recipe?: RecipeKey;
	published?: boolean;
	/** The second person of the publication; without one, somebody of the organisation who is not in the database. */
	releasedBy?: Actor;
};

/** A process, by default an idea collection running since a week and published; made by the world's actor. */
export async function process(world: World, given: ProcessGiven): Promise<{ id: string; slug: string }> {
	const { first, last, answered } = given.days ?? { first: -7, last: 21, answered: 60 };
	const day = (days: number) => dayOf(world.now).add({ days }).toString();
	const made = must(
		await startProcess(world, {
			organisationId: given.organisationId,
			recipe: given.recipe ?? "idea-collection",
			title: given.title ?? "Ideen für unseren Marktplatz",
			purpose: richTextFromMarkdown(
				given.purpose ?? "Der Marktplatz wird umgebaut. Wir fragen, was Ihnen wichtig ist.",
			),
			fixedPoints: richTextFromMarkdown(given.fixedPoints ?? "Es stehen 200.000 Euro bereit. Der Wochenmarkt bleibt."),
			openQuestions: richTextFromMarkdown(given.openQuestions ?? "Bäume, Bänke, Wasser, Spielgeräte, Parkplätze."),
			decidedBy: given.decidedBy ?? "Stadtrat",
			answeredUntil: day(answered),
			responsiblePostId: given.responsiblePostId,
			deputyPostId: given.deputyPostId ?? null,
			firstDay: day(first),
			lastDay: day(last),
			moderation: given.moderation ?? "before",
			guestsWelcome: given.guestsWelcome ?? true,
			categories: given.categories ?? ["Grün und Spielplätze", "Verkehr und Wege"],
		}),
	);
	if (given.published ?? true) await published(world, { ...given, id: made.id });
	return made;
}

/** Publishes a draft with two people: the world's actor asks, another one releases. */
export async function published(
	world: World,
	{
		id,
		organisationId,
		askedBy = world,
		releasedBy,
	}: { id: string; organisationId: string; askedBy?: World; releasedBy?: Actor },
): Promise<void> {
	const { revision } = await world.db.process.findUniqueOrThrow({ where: { id }, select: { revision: true } });
	must(await askForWholePublication(askedBy, { id, revision, byMayor: false }));
	const colleague = releasedBy ?? personWith(["participation-manager"], organisationId, { personId: newId(world.now) });
	must(await publishWholeProcess({ ...world, actor: colleague }, { id, revision }));
}

/** A version of an organisation's guidelines in force since the world's day, by default without a demanded check. */
export async function guidelines(
	world: World,
	given: { organisationId: string; text: string; resolution?: string; checkDemanded?: boolean },
): Promise<void> {
	must(
		await recordGuidelines(world, {
			organisationId: given.organisationId,
			kind: "rules",
			text: richTextFromMarkdown(given.text),
			resolution: given.resolution ?? null,
			address: null,
			validFrom: dayOf(world.now).toString(),
			reviewOn: dayOf(world.now).add({ years: 2 }).toString(),
			checkDemanded: given.checkDemanded ?? false,
		}),
	);
}

type ContributionGiven = {
	processId: string;
	title?: string;
	text?: string;
	category?: string | null;
	place?: string | null;
	/** The point on the map. */
	at?: { latitude: number; longitude: number } | null;
	withName?: boolean;
	/** Who lets it appear where the process waits for a moderator; without one it keeps waiting. */
	publishedBy?: Actor;
};

/** A contribution of the person who is the world's actor: stored, handed in, and published if somebody is given. */
export async function contribution(
	world: World,
	given: ContributionGiven,
): Promise<{ id: string; code: string; number: number; token: string }> {
	const token = newToken();
	must(await storeDraft(world, { ...draftOf(given), token }));
	const handedIn = must(await handIn(world, { key: { token }, withName: given.withName ?? true }));
	if (given.publishedBy) must(await publishContribution({ ...world, actor: given.publishedBy }, { id: handedIn.id }));
	return { ...handedIn, token };
}

/** A guest's contribution, confirmed with the code from the mail. */
export async function guestContribution(
	world: World,
	given: ContributionGiven & { email: string; name?: string },
): Promise<{ id: string; code: string; statusToken: string }> {
	const token = newToken();
	const asGuest = { ...world, actor: { kind: "guest", pass: null } as const };
	const { id } = must(await storeDraft(asGuest, { ...draftOf(given), authorName: given.name ?? null, token }));
	must(await askForCode(asGuest, { token, email: given.email }));
	const mail = await world.db.mail.findFirstOrThrow({
		where: { to: given.email.trim().toLowerCase(), key: { startsWith: "contribution-code:" } },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
	});
	const confirmed = must(await confirmByCode(asGuest, { token, code: codeIn(mail.subject) }));
	if (!confirmed.handedIn) throw new Error("the code of the mail was refused");
	if (given.publishedBy) must(await publishContribution({ ...world, actor: given.publishedBy }, { id }));
	return { id, code: confirmed.code, statusToken: confirmed.statusToken };
}

export function draftOf(given: ContributionGiven) {
	return {
		processId: given.processId,
		title: given.title ?? "Mehr Bäume am Marktplatz",
		text: richTextFromMarkdown(given.text ?? "Im Sommer ist es dort sehr heiß. Bäume geben Schatten."),
		category: given.category ?? null,
		place: given.place ?? null,
		at: given.at ?? null,
		authorName: null,
	};
}

/** The six digits in the subject or text of a mail. */
export function codeIn(text: string): string {
	const code = /\b\d{6}\b/.exec(text)?.[0];
	if (!code) throw new Error("no code in the mail");
	return code;
}

/** An actor with these roles at an organisation, for tests of acts; pages are tested with real sign-in. */
export function personWith(
	roles: readonly Role[],
	organisationId: string,
	{ personId, displayName = "Test Person" }: { personId: string; displayName?: string },
): Actor & { kind: "person" } {
	return {
		kind: "person",
		accountId: personId,
		personId,
		displayName,
		sessionId: `session-${personId}`,
		secondFactor: true,
		steppedUpAt: null,
		grants: roles.map((role) => ({
			role,
			scope: { kind: "organisation", id: organisationId },
			postId: null,
			onBehalfOfId: null,
			deputy: false,
		})),
		pass: null,
	};
}

/** An organisation with an open place, a responsible post and a deputy. */
export async function place(
	db: PrismaClient,
	now: Date,
	{ slug = "mayen", name = "Stadt Mayen", open = true }: { slug?: string; name?: string; open?: boolean } = {},
): Promise<{ organisationId: string; slug: string; postId: string; deputyPostId: string }> {
	const organisationId = newId(now);
	const since = new Date("2020-01-01T00:00:00Z");
	const [postId, deputyPostId] = [newId(now), newId(now)];
	await db.organisation.create({
		data: {
			id: organisationId,
			kind: "MUNICIPALITY",
			name,
			shortName: name,
			source: "Test",
			sourceDate: since,
			space: {
				create: {
					slug,
					name,
					phone: "02651 88-0",
					email: "rathaus@example.org",
					openedAt: open ? since : new Date(now.getTime() + 365 * 86_400_000),
				},
			},
			posts: {
				create: [
					{ id: postId, label: "Bauamt", kind: "OFFICE_LEAD", phone: "02651 88-100", validFrom: since },
					{ id: deputyPostId, label: "Ordnungsamt", kind: "OFFICE_LEAD", phone: "02651 88-200", validFrom: since },
				],
			},
		},
	});
	return { organisationId, slug, postId, deputyPostId };
}

/** A human being, without an account. */
export async function human(db: PrismaClient, now: Date, displayName: string): Promise<string> {
	const id = newId(now);
	await db.person.create({ data: { id, displayName, givenName: displayName, familyName: "Muster" } });
	return id;
}
