import { attach } from "~/domains/files/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import { ownedSubject } from "../../path/owned-subject.server";
import type { LinkKind, LinkRole } from "../link";

export const checkJob = "council.check-link";

const mostLinks = 30;
const mostCopies = 30;

type Subject = { kind: string; id: string };

export type LinkInput = {
	subject: Subject;
	role: LinkRole;
	kind: LinkKind;
	/** Either an object that was read from one of the organisation's systems … */
	objectId: string | null;
	/** … or what stands in a system that only people can read. */
	title: string;
	reference: string;
	webUrl: string;
};

/**
 * Ties an object of ours to what stands in a council's own system. The worker looks at it at once, and every day from now on.
 * @returns the link's id; refused with "title-missing", "address-missing", "already-linked", "too-many-links"
 * @throws NotFound for an object of somebody else's system
 */
export const addLink = command(
	"council.add-paper-link",
	async (
		world: ActWorld,
		{ subject, ...input }: LinkInput,
	): Promise<
		Outcome<{ linkId: string }, "title-missing" | "address-missing" | "already-linked" | "too-many-links">
	> => {
		const { organisationId } = await ownedSubject(world, subject);
		const object = input.objectId === null ? null : await objectOf(world, organisationId, input.objectId);
		const title = (object?.name ?? input.title).slice(0, 300) || (object?.reference ?? "");
		if (title === "") return refused("title-missing", { field: "title" });
		const webUrl = object ? object.web : input.webUrl || null;
		if (!object && webUrl === null && input.reference === "") return refused("address-missing", { field: "webUrl" });
		await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`paper-link:${subject.id}`}, 0))`;
		const there = await world.db.paperLink.findMany({
			where: { subjectKind: subject.kind, subjectId: subject.id, removedAt: null },
			select: { oparlId: true, webUrl: true, role: true },
		});
		const oparlId = object?.oparlId ?? null;
		const isSame = (one: (typeof there)[number]) =>
			one.role === input.role && one.oparlId === oparlId && one.webUrl === webUrl && (oparlId ?? webUrl) !== null;
		if (there.some(isSame)) return refused("already-linked", { field: "webUrl" });
		if (there.length >= mostLinks) return refused("too-many-links", { values: { most: mostLinks } });
		const host = URL.parse(oparlId ?? webUrl ?? "")?.host ?? "";
		const system = await world.db.councilSystem.findFirst({
			where: { organisationId, removedAt: null, hosts: { has: host } },
			select: { id: true },
		});
		const linkId = newId(world.now);
		await world.db.paperLink.create({
			data: {
				id: linkId,
				organisationId,
				subjectKind: subject.kind,
				subjectId: subject.id,
				systemId: object?.systemId ?? system?.id ?? null,
				kind: input.kind,
				role: input.role,
				title,
				reference: (object?.reference ?? input.reference) || null,
				oparlId,
				webUrl,
				nextCheckAt: world.now,
				createdById: personIdOf(world.actor),
				createdAt: world.now,
			},
		});
		if (oparlId ?? webUrl) world.later({ name: checkJob, payload: { linkId } });
		world.record({
			type: "council.paper-link.added",
			subject,
			ownerId: organisationId,
			facts: { link: linkId, role: input.role, kind: input.kind, oparl: oparlId !== null },
		});
		return done({ linkId });
	},
);

async function objectOf(world: ActWorld, organisationId: string, id: string) {
	const row = await world.db.oparlObject.findUnique({
		where: { id, system: { organisationId, removedAt: null } },
		select: { oparlId: true, name: true, reference: true, systemId: true, data: true },
	});
	if (!row) throw new NotFound();
	const web = row.data && typeof row.data === "object" && "web" in row.data ? row.data.web : null;
	return { ...row, web: typeof web === "string" ? web : null };
}

/** A link for an act on it, its row locked. @throws NotFound; Forbidden or SignInNeeded for others than its owner's staff */
async function lockedLink(world: ActWorld, id: string) {
	await world.db.$queryRaw`SELECT FROM paper_link WHERE id = ${id}::uuid FOR UPDATE`;
	const row = await world.db.paperLink.findUnique({ where: { id, removedAt: null } });
	if (!row) throw new NotFound();
	const subject = { kind: row.subjectKind, id: row.subjectId };
	await ownedSubject(world, subject);
	return { row, subject };
}

/** A person has read what is there now: it is right, although it changed. Refused with "nothing-changed". */
export const confirmLink = command(
	"council.confirm-paper-link",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "nothing-changed">> => {
		const { row, subject } = await lockedLink(world, id);
		if (row.state !== "changed") return refused("nothing-changed");
		await world.db.paperLink.update({ where: { id }, data: { state: "ok", confirmedHash: row.seenHash } });
		world.record({
			type: "council.paper-link.confirmed",
			subject,
			ownerId: row.organisationId,
			facts: { link: id, before: row.confirmedHash, hash: row.seenHash },
		});
		return done(null);
	},
);

/** Where it has moved to; what is found there counts as new, and the copies of before stay. Refused with "address-missing". */
export const moveLink = command(
	"council.move-paper-link",
	async (
		world: ActWorld,
		{ id, webUrl }: { id: string; webUrl: string },
	): Promise<Outcome<null, "address-missing">> => {
		const { row, subject } = await lockedLink(world, id);
		if (webUrl === "") return refused("address-missing", { field: "webUrl" });
		const host = URL.parse(webUrl)?.host ?? "";
		const system = await world.db.councilSystem.findFirst({
			where: { organisationId: row.organisationId, removedAt: null, hosts: { has: host } },
			select: { id: true },
		});
		await world.db.paperLink.update({
			where: { id },
			data: {
				webUrl,
				oparlId: null,
				systemId: system?.id ?? null,
				state: "unchecked",
				confirmedHash: null,
				seenHash: null,
				lastCheckedAt: null,
				lastProblem: null,
				failures: 0,
				nextCheckAt: world.now,
			},
		});
		world.later({ name: checkJob, payload: { linkId: id } });
		world.record({
			type: "council.paper-link.moved",
			subject,
			ownerId: row.organisationId,
			facts: { link: id, before: row.state },
		});
		return done(null);
	},
);

/** Takes a link away that was a mistake; its copies go with it. */
export const removeLink = command(
	"council.remove-paper-link",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, never>> => {
		const { row, subject } = await lockedLink(world, id);
		await world.db.paperLink.update({ where: { id }, data: { removedAt: world.now } });
		world.record({ type: "council.paper-link.removed", subject, ownerId: row.organisationId, facts: { link: id } });
		return done(null);
	},
);

/** Keeps a copy that a person has saved by hand, where the house cannot fetch it. */
export const keepLinkCopy = command(
	"council.keep-paper-link-copy",
	async (
		world: ActWorld,
		{ id, files }: { id: string; files: readonly StoredFile[] },
	): Promise<Outcome<null, "file-missing" | "too-many-copies">> => {
		const { row } = await lockedLink(world, id);
		if (files.length === 0) return refused("file-missing", { field: "copy" });
		const subject = { kind: "paper-link", id };
		const kept = await world.db.file.count({ where: { subjectKind: subject.kind, subjectId: id, removedAt: null } });
		if (kept + files.length > mostCopies)
			return refused("too-many-copies", { field: "copy", values: { most: mostCopies } });
		for (const stored of files) await attach(world, { ownerId: row.organisationId, subject, stored });
		return done(null);
	},
);
