import { attach } from "~/domains/files/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, Forbidden, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { actingAs, mayPlan } from "../../policy.server";
import type { MailWords } from "../pasted-mail";
import { type Captured, type CaptureRefusal, captureConcern } from "./capture-concern.server";

type Taken = MailWords & { ownerId: string; writtenAt: Date | null; files: readonly StoredFile[]; leftOut: string[] };

/** So long a mail waits for a concern to be made of it, in days. */
const waitingDays = 14;
const headMost = 300;

/**
 * Keeps a mail that somebody of the staff handed over until a concern is made of it, with those of its attachments that the
 * house takes.
 * @returns its id; refused with "mail-empty"
 * @throws Forbidden or SignInNeeded
 */
export const takeMail = command(
	"guides.take-mail",
	async (world, { ownerId, files, ...mail }: Taken): Promise<Outcome<{ mailId: string }, "mail-empty">> => {
		const { db, actor, now } = world;
		demand(mayPlan, actor, { organisationId: ownerId });
		if (mail.text.trim() === "" && files.length === 0) return refused("mail-empty", { field: "text" });
		const mailId = newId(now);
		const subject = { kind: "concern-mail", id: mailId };
		await db.concernMail.create({
			data: {
				id: mailId,
				ownerId,
				addedById: personIdOf(actor),
				addedAt: now,
				senderName: mail.senderName?.slice(0, headMost) ?? null,
				sender: mail.sender?.slice(0, headMost) ?? null,
				subject: mail.subject?.slice(0, headMost) ?? null,
				text: mail.text.slice(0, 20_000),
				writtenAt: mail.writtenAt,
				leftOut: mail.leftOut,
			},
		});
		for (const stored of files) await attach(world, { ownerId, subject, stored });
		world.record({
			type: "guides.mail.taken",
			subject,
			...actingAs(actor, ownerId).recorded,
			facts: { files: files.length, leftOut: mail.leftOut.length },
		});
		return done({ mailId });
	},
);

/**
 * Makes a concern of a mail. The files that were chosen stay with it, the others go; so do the mail's own words, which are
 * the concern's now.
 * @returns as `captureConcern`; also refused with "mail-used"
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded
 */
export const captureMail = command(
	"guides.capture-mail",
	async (
		world,
		{ mailId, keep, captured }: { mailId: string; keep: readonly string[]; captured: Omit<Captured, "origin"> },
	): Promise<Outcome<{ code: string }, CaptureRefusal | "mail-used">> => {
		const { db, now } = world;
		const ownerId = captured.ownerId;
		if (!ownerId) throw new NotFound();
		demand(mayPlan, world.actor, { organisationId: ownerId });
		await db.$queryRaw`SELECT FROM concern_mail WHERE id = ${mailId}::uuid FOR UPDATE`;
		const mail = await db.concernMail.findFirst({ where: { id: mailId, ownerId } });
		if (!mail) throw new NotFound();
		if (mail.concernId) return refused("mail-used");
		const outcome = await captureConcern(world, { ...captured, origin: "MAIL" });
		if (!outcome.done) return outcome;
		await db.concernMail.update({ where: { id: mailId }, data: { ...emptied, concernId: outcome.value.id } });
		await removeFiles(world, { mailIds: [mailId], keep, at: now });
		return outcome;
	},
);

const emptied = { senderName: null, sender: null, subject: null, text: null, writtenAt: null } as const;

/** Takes files of mails away; the daily tidying deletes their bytes. */
async function removeFiles(
	{ db }: Pick<ActWorld, "db">,
	{ mailIds, keep = [], at }: { mailIds: readonly string[]; keep?: readonly string[]; at: Date },
): Promise<void> {
	await db.file.updateMany({
		where: {
			subjectKind: "concern-mail",
			subjectId: { in: [...mailIds] },
			id: { notIn: [...keep] },
			removedAt: null,
		},
		data: { removedAt: at },
	});
}

const forgetMails = command("guides.forget-mails", async (world: ActWorld, _input: null) => {
	const { db, actor, now } = world;
	if (actor.kind !== "house") throw new Forbidden();
	const before = new Date(now.getTime() - waitingDays * 24 * 60 * 60 * 1000);
	const [unused, forgotten] = await Promise.all([
		db.concernMail.findMany({
			where: { concernId: null, addedAt: { lte: before } },
			select: { id: true, ownerId: true },
			take: 500,
		}),
		// The files of a mail are the asker's: they go with name and address.
		db.concernMail.findMany({
			where: { concern: { closedAt: { not: null }, askerForgottenAt: { not: null } } },
			select: { id: true, ownerId: true },
			take: 500,
		}),
	]);
	const rows = [...unused, ...forgotten];
	if (rows.length === 0) return refused("nothing-due");
	const mailIds = rows.map(({ id }) => id);
	await removeFiles(world, { mailIds, at: now });
	await db.concernMail.deleteMany({ where: { id: { in: mailIds } } });
	for (const [ownerId, of] of Map.groupBy(rows, (row) => row.ownerId)) {
		const subject = { kind: "organisation", id: ownerId };
		world.record({ type: "guides.mails.forgotten", subject, ownerId, facts: { count: of.length } });
	}
	return done(rows.length);
});

/** Deletes mails of which nobody made a concern within two weeks, and the files of those whose asker was forgotten. */
export async function forgetOldMails(world: World): Promise<number> {
	const outcome = await forgetMails(world, null);
	return outcome.done ? outcome.value : 0;
}
