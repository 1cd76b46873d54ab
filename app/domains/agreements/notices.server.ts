import { inForce, today } from "~/platform/calendar.server";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Notice, RecordedEvent } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { noticeMessages } from "./notice-messages";

type Db = View["db"];
type Told = { personId: string; locale: Locale; party: string; form: string; slotId: string; position: number };

/** Who holds the signing posts of a version on the day of the event, in their language. */
async function signatories(db: Db, versionId: string, at: Date): Promise<Told[]> {
	const slots = await db.agreementSlot.findMany({
		where: { versionId },
		orderBy: { position: "asc" },
		take: 200,
		select: {
			postId: true,
			id: true,
			requiredForm: true,
			position: true,
			organisation: { select: { shortName: true } },
			post: {
				select: {
					holdings: {
						where: inForce(today(at)),
						select: { personId: true, person: { select: { account: { select: { locale: true } } } } },
					},
				},
			},
		},
	});
	const guests = await guestSigners(db, versionId);
	const held = slots.flatMap(({ id, requiredForm, position, organisation, post }) =>
		post.holdings.map(({ personId, person }) => ({
			personId,
			locale: person.account?.locale === "en" ? ("en" as const) : ("de" as const),
			party: organisation.shortName,
			form: requiredForm,
			slotId: id,
			position,
		})),
	);
	return [...held, ...guests.flatMap((guest) => guestTold(guest, slots))];
}

/** Guests who were invited to sign for a post and have accepted. */
async function guestSigners(db: Db, versionId: string) {
	const rows = await db.agreementGuest.findMany({
		where: { agreement: { versions: { some: { id: versionId } } }, endedAt: null, postId: { not: null } },
		orderBy: { id: "asc" },
		take: 100,
		select: { postId: true, invitation: { select: { acceptedById: true } } },
	});
	const ids = rows.flatMap(({ invitation }) => invitation.acceptedById ?? []);
	const accounts = await db.account.findMany({
		where: { personId: { in: ids } },
		select: { personId: true, locale: true },
	});
	return rows.flatMap(({ postId, invitation }) =>
		accounts.filter(({ personId }) => personId === invitation.acceptedById).map((account) => ({ postId, ...account })),
	);
}

function guestTold(
	{ postId, personId, locale }: { postId: string | null; personId: string; locale: string },
	slots: readonly {
		id: string;
		postId: string;
		requiredForm: string;
		position: number;
		organisation: { shortName: string };
	}[],
): Told[] {
	return slots
		.filter((slot) => slot.postId === postId)
		.map(({ id, requiredForm, position, organisation }) => ({
			personId,
			locale: locale === "en" ? "en" : "de",
			party: organisation.shortName,
			form: requiredForm,
			slotId: id,
			position,
		}));
}

/** The version that an event names, with what its messages say. */
export async function versionOf(db: Db, event: RecordedEvent) {
	const id = event.facts.version;
	if (typeof id !== "string") return null;
	return db.agreementVersion.findUnique({
		where: { id },
		select: {
			id: true,
			number: true,
			sha256: true,
			frozenById: true,
			round: { select: { reason: true, deadline: true, sequential: true } },
			agreement: { select: { code: true, title: true, inForceFrom: true } },
		},
	});
}

/** The signatories and whoever froze the version, each once. */
export async function everybody(
	db: Db,
	version: NonNullable<Awaited<ReturnType<typeof versionOf>>>,
	at: Date,
): Promise<Told[]> {
	const told = await signatories(db, version.id, at);
	const author = version.frozenById
		? await db.account.findUnique({ where: { personId: version.frozenById }, select: { personId: true, locale: true } })
		: null;
	const all: Told[] = author
		? [
				...told,
				{
					personId: author.personId,
					locale: author.locale === "en" ? "en" : "de",
					party: "",
					form: "",
					slotId: "",
					position: 0,
				},
			]
		: told;
	return [...new Map(all.map((one) => [one.personId, one])).values()];
}

/** The version is frozen: those who sign are asked to; one after the other, the first party now, the others in their turn. */
export async function askToSign(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const version = await versionOf(db, event);
	if (!version) return [];
	const told = await signatories(db, version.id, event.at);
	// By the places of all slots: a party whose post nobody holds still has its turn.
	const first = await db.agreementSlot.aggregate({ where: { versionId: version.id }, _min: { position: true } });
	const asked = version.round?.sequential ? told.filter(({ position }) => position === first._min.position) : told;
	return asking(version, asked);
}

/** In a round one after the other, the turn of these slots has come. */
export async function askNext(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const version = await versionOf(db, event);
	const { slots } = event.facts;
	if (!version || !Array.isArray(slots)) return [];
	const next = new Set(slots.map(String));
	return asking(
		version,
		(await signatories(db, version.id, event.at)).filter(({ slotId }) => next.has(slotId)),
	);
}

function asking(version: NonNullable<Awaited<ReturnType<typeof versionOf>>>, asked: readonly Told[]): Notice[] {
	const { title, code } = version.agreement;
	return asked.map(({ personId, locale, party, form }) => {
		const t = textFor(locale, noticeMessages);
		return {
			to: { personId },
			kind: "service",
			subject: t("sign.subject", { title }),
			paragraphs: [
				t("sign.text", { title, number: String(version.number) }),
				...(form.startsWith("written") ? [t("sign.paper")] : []),
			],
			action: { path: `/vereinbarungen/${code}/unterschreiben`, label: t("sign.button") },
			because: t("sign.because", { party }),
		};
	});
}

/** All have signed: every party is told, with the fingerprint of what they signed. */
export async function tellConcluded(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const version = await versionOf(db, event);
	if (!version) return [];
	const { title, code, inForceFrom } = version.agreement;
	return (await everybody(db, version, event.at)).map(({ personId, locale }) => {
		const t = textFor(locale, noticeMessages);
		const day = inForceFrom && formatFor(locale).date(inForceFrom.toISOString().slice(0, 10));
		return {
			to: { personId },
			kind: "service",
			subject: t("concluded.subject", { title }),
			paragraphs: [
				day ? t("concluded.text", { title, day }) : t("concluded.approval", { title }),
				t("concluded.durable"),
				t("concluded.fingerprint", { sha256: version.sha256 }),
			],
			action: { path: `/vereinbarungen/${code}`, label: t("concluded.button") },
			because: t("concluded.because"),
		};
	});
}

/** One party refused: all are told, with the reason. */
export async function tellRefused(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const version = await versionOf(db, event);
	if (!version) return [];
	const { title, code } = version.agreement;
	return (await everybody(db, version, event.at)).map(({ personId, locale }) => {
		const t = textFor(locale, noticeMessages);
		return {
			to: { personId },
			kind: "service",
			subject: t("refused.subject", { title }),
			paragraphs: [t("refused.text", { title, reason: version.round?.reason ?? "" })],
			action: { path: `/vereinbarungen/${code}`, label: t("refused.button") },
			because: t("refused.because"),
		};
	});
}

/** Version and protocol bear the seal: both go to everybody, with the head of the chain as an anchor outside the house. */
export async function sendSealed(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const version = await versionOf(db, event);
	if (!version) return [];
	const { title, code } = version.agreement;
	const { chainHead, chainEvents } = event.facts;
	const papers = await db.agreementSealedDocument.findMany({
		where: { versionId: version.id },
		orderBy: { kind: "asc" },
		select: { fileId: true, sha256: true, level: true },
	});
	const files = await db.file.findMany({
		where: { id: { in: papers.map(({ fileId }) => fileId) } },
		select: { id: true, name: true, mediaType: true },
	});
	const attachments = papers.flatMap(({ fileId }) => {
		const file = files.find(({ id }) => id === fileId);
		return file ? [{ fileId, name: file.name, mediaType: file.mediaType }] : [];
	});
	return (await everybody(db, version, event.at)).map(({ personId, locale }) => {
		const t = textFor(locale, noticeMessages);
		return {
			to: { personId },
			kind: "service",
			subject: t("sealed.subject", { title }),
			paragraphs: [
				t("sealed.text", { title }),
				...papers.map(({ fileId, sha256 }) =>
					t("sealed.fingerprint", { name: attachments.find((one) => one.fileId === fileId)?.name ?? "", sha256 }),
				),
				t("sealed.chain", { events: String(chainEvents), head: String(chainHead) }),
			],
			action: { path: `/vereinbarungen/${code}#pruefvermerk`, label: t("sealed.button") },
			because: t("concluded.because"),
			attachments,
		};
	});
}

type Short = "lapsed" | "cleared" | "disapproved";

/** One sentence to everybody who signs or looks after the agreement. */
async function tellAll(db: Db, event: RecordedEvent, what: Short): Promise<Notice[]> {
	const version = await versionOf(db, event);
	if (!version) return [];
	const { title, code, inForceFrom } = version.agreement;
	return (await everybody(db, version, event.at)).map(({ personId, locale }) => {
		const t = textFor(locale, noticeMessages);
		const day = inForceFrom ? formatFor(locale).date(inForceFrom.toISOString().slice(0, 10)) : "";
		return {
			to: { personId },
			kind: "service",
			subject: t(`${what}.subject`, { title }),
			paragraphs: [t(`${what}.text`, { title, day })],
			action: { path: `/vereinbarungen/${code}`, label: t("concluded.button") },
			because: t("concluded.because"),
		};
	});
}

/** The last day for signing is over and not everybody has signed. */
export const tellLapsed = (db: Db, event: RecordedEvent) => tellAll(db, event, "lapsed");
/** The authority has approved, or was silent for so long that it counts as approved. */
export const tellCleared = (db: Db, event: RecordedEvent) => tellAll(db, event, "cleared");
/** The authority has refused. */
export const tellDisapproved = (db: Db, event: RecordedEvent) => tellAll(db, event, "disapproved");

/** Whose signature is missing is reminded, with the last day where there is one. */
export async function remindToSign(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const version = await versionOf(db, event);
	const { slots } = event.facts;
	if (!version || !Array.isArray(slots)) return [];
	const { title, code } = version.agreement;
	const due = new Set(slots.map(String));
	return (await signatories(db, version.id, event.at))
		.filter(({ slotId }) => due.has(slotId))
		.map(({ personId, locale, party }) => {
			const t = textFor(locale, noticeMessages);
			const deadline = version.round?.deadline?.toISOString().slice(0, 10);
			return {
				to: { personId },
				kind: "service",
				subject: t("reminded.subject", { title }),
				paragraphs: [
					t("reminded.text", { title }),
					...(deadline ? [t("reminded.deadline", { day: formatFor(locale).date(deadline) })] : []),
				],
				action: { path: `/vereinbarungen/${code}/unterschreiben`, label: t("sign.button") },
				because: t("sign.because", { party }),
			};
		});
}
