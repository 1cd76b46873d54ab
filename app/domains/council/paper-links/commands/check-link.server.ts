import { z } from "zod";
import { attach, readUploadForm } from "~/domains/files/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { house } from "~/platform/actor";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import type { StoredFile } from "~/platform/storage/receive.server";
import type { World } from "~/platform/world.server";
import { type LinkState, linkStates, storedWord } from "../../resolution";
import { afterLook, type Seen } from "../link";
import { type Look, look } from "../look.server";
import { checkJob } from "./links.server";

const limits = { files: 1, fileBytes: 20_000_000, totalBytes: 20_000_000 };
const mostCopies = 30;

/**
 * Writes down what a look at a link brought, with a copy of what is new. The latest of two looks at once counts.
 * @returns its state; refused with "removed" when the link is there no more
 */
const recordLook = command(
	"council.record-look",
	async (
		world: ActWorld,
		{ linkId, seen, files }: { linkId: string; seen: Seen; files: readonly StoredFile[] },
	): Promise<Outcome<{ state: LinkState }, "removed">> => {
		const { db, actor, now } = world;
		if (actor.kind !== "house") throw new Forbidden();
		await db.$queryRaw`SELECT FROM paper_link WHERE id = ${linkId}::uuid FOR UPDATE`;
		const row = await db.paperLink.findUnique({ where: { id: linkId, removedAt: null } });
		if (!row) return refused("removed");
		const before = storedWord(linkStates, row.state);
		const { copy, ...checked } = afterLook({ ...row, state: before }, seen, now);
		await db.paperLink.update({ where: { id: linkId }, data: { ...checked, lastCheckedAt: now } });
		const place = { kind: "paper-link", id: linkId };
		const kept = await db.file.count({ where: { subjectKind: place.kind, subjectId: linkId, removedAt: null } });
		if (copy && kept < mostCopies) {
			for (const stored of files) await attach(world, { ownerId: row.organisationId, subject: place, stored });
		}
		world.record({
			type: "council.paper-link.checked",
			subject: { kind: row.subjectKind, id: row.subjectId },
			ownerId: row.organisationId,
			facts: { link: linkId, before, state: checked.state, hash: checked.seenHash, problem: checked.lastProblem },
		});
		return done({ state: checked.state });
	},
);

/**
 * Looks at what a link leads to and keeps a copy of what is new there.
 * @returns the link's state afterwards; null when it is there no more or leads nowhere
 */
export async function checkLink(world: World, linkId: string): Promise<LinkState | null> {
	const link = await world.db.paperLink.findUnique({ where: { id: linkId, removedAt: null } });
	if (!link || (link.oparlId === null && link.webUrl === null)) return null;
	const systems = await world.db.councilSystem.findMany({
		where: { organisationId: link.organisationId, removedAt: null },
		select: { hosts: true },
	});
	const { copy, ...seen } = await look(
		link,
		systems.flatMap(({ hosts }) => hosts),
	);
	const acting: World = { ...world, actor: house };
	const isNew = seen.found === "there" && seen.hash !== link.confirmedHash && seen.hash !== link.seenHash;
	const stored = copy && isNew ? await storedCopy(copy) : null;
	const outcome = stored
		? await stored.act(() => recordLook(acting, { linkId, seen, files: stored.files }))
		: await recordLook(acting, { linkId, seen, files: [] });
	return outcome.done ? outcome.value.state : null;
}

/** The copy in the storage, checked like everything that comes in from outside; null for what is kept from nobody. */
async function storedCopy({ name, bytes }: NonNullable<Look["copy"]>) {
	const form = new FormData();
	form.set("copy", new File([Uint8Array.from(bytes)], name));
	const received = new Request("http://copy.invalid/", { method: "POST", body: form });
	const upload = await readUploadForm(received, z.object({}), limits);
	return upload.valid ? upload : null;
}

const most = 50;

const claim = command("council.claim-links", async (world: ActWorld, _input: null) => {
	const { db, actor, now } = world;
	if (actor.kind !== "house") throw new Forbidden();
	const due = await db.paperLink.findMany({
		where: {
			nextCheckAt: { lte: now },
			removedAt: null,
			OR: [{ oparlId: { not: null } }, { webUrl: { not: null } }],
		},
		orderBy: [{ nextCheckAt: "asc" }, { id: "asc" }],
		take: most,
		select: { id: true, organisationId: true, subjectKind: true, subjectId: true },
	});
	if (due.length === 0) return refused("nothing-due");
	// should the look itself be lost, it is due again tomorrow
	const tomorrow = new Date(now.getTime() + 24 * 60 * 60 * 1000);
	await db.paperLink.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: { nextCheckAt: tomorrow } });
	for (const { id, organisationId, subjectKind, subjectId } of due) {
		world.later({ name: checkJob, payload: { linkId: id } });
		world.record({
			type: "council.paper-link.check-due",
			subject: { kind: subjectKind, id: subjectId },
			ownerId: organisationId,
			facts: { link: id },
		});
	}
	return done(due.length);
});

/** Hands the links that are due to the worker: looking at them takes too long for a sweep. @returns how many */
export async function checkDueLinks(world: World): Promise<number> {
	const outcome = await claim(world, null);
	return outcome.done ? outcome.value : 0;
}
