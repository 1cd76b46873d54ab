import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound } from "~/platform/outcome";
import { newId, newToken } from "~/platform/tokens.server";
import { must } from "~tests/factories/outcome";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { announcedDisplay, type planDetails } from "~tests/factories/planning";
import { freshDatabase } from "~tests/support/database";
import { authorityToken } from "./authority-token.server";
import { addAuthorities, notifyAuthorities, removeAuthority } from "./commands/authorities.server";
import { enterStatement } from "./commands/enter-statement.server";
import { makeAuthorityStatement, makeStatement } from "./commands/make-statement.server";
import { manifest } from "./manifest.server";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { authoritiesPage, noticePage } from "./queries/authorities.server";
import { receiptPage, statementsPage, weighingPage } from "./queries/statements.server";

const noon = (day: string) => new Date(`${day}T11:00:00Z`);
const before = noon("2026-01-20");
const during = noon("2026-02-10");
const after = noon("2026-03-05");

let db: PrismaClient;
let own: { organisationId: string; responsiblePostId: string };
let manager: Actor & { kind: "person" };
let stranger: Actor & { kind: "person" };

const world = (actor: Actor, at = before) => worldOf(db, actor, at);
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) =>
	outcome.refusals?.map(({ code }) => code) ?? [];

beforeAll(async () => {
	({ db } = await freshDatabase());
	const mayen = await place(db, noon("2026-01-01"));
	own = { organisationId: mayen.organisationId, responsiblePostId: mayen.postId };
	const koblenz = await place(db, noon("2026-01-01"), { slug: "koblenz", name: "Koblenz" });
	const name = async (displayName: string) => ({ personId: await human(db, before, displayName), displayName });
	manager = personWith(["participation-manager"], mayen.organisationId, await name("Petra"));
	stranger = personWith(["participation-manager"], koblenz.organisationId, await name("Knut"));
});

/** A plan whose display was announced on 20 January for 2 February to 3 March. */
async function displayed(details: Partial<typeof planDetails> = {}) {
	const made = await announcedDisplay(world(manager), { ...own, title: `Plan ${newId(before)}`, details });
	return { ...made, at: { place: "mayen", process: made.slug } };
}

const file = (name: string) => ({
	id: newId(during),
	field: "files",
	name,
	mediaType: "application/pdf",
	bytes: 10,
	sha256: "a".repeat(64),
	width: null,
	height: null,
	hasThumbnail: false,
});

/** The mails that the recorded notifications of a plan become. */
async function mails(processId: string) {
	const events = await db.auditEvent.findMany({
		where: { type: "participation.planning.authority-notified", subjectId: processId },
		orderBy: { id: "asc" },
	});
	const tell = notices["participation.planning.authority-notified"];
	const told = await Promise.all(
		events.map((event) =>
			db.$transaction(
				async (tx) =>
					(await tell?.(tx, {
						id: event.id,
						type: event.type,
						subject: { kind: "planning", id: processId },
						facts: event.facts as Record<string, string>,
						ownerId: own.organisationId,
						at: event.at,
						actorPersonId: null,
					})) ?? [],
			),
		),
	);
	return told.flat();
}

describe("authorities (§ 4 (2) BauGB)", () => {
	it("are notified once each of a display, with period and a link of their own", async () => {
		const { processId, at } = await displayed();
		must(
			await addAuthorities(world(manager), {
				processId,
				list: "Forstamt; forst@example.org\nKreis; kreis@example.org",
			}),
		);
		expect((await authoritiesPage(world(manager), at)).period?.proposed).toBe("2026-03-03");
		// a month after the day of the notice, which does not count
		expect(codes(await notifyAuthorities(world(manager, during), { processId, dueOn: "2026-03-11" }))).toEqual([
			"due-too-short",
		]);
		const both = await Promise.all(
			[1, 2].map(() => notifyAuthorities(world(manager, during), { processId, dueOn: "2026-03-12" })),
		);
		expect(both.flatMap(codes)).toEqual(["nobody-to-notify"]);
		must(await addAuthorities(world(manager, during), { processId, list: "Wasserwerk; wasser@example.org" }));
		expect(must(await notifyAuthorities(world(manager, during), { processId, dueOn: "2026-03-12" }))).toEqual({
			notified: 1,
		});
		const sent = await mails(processId);
		expect(sent.map(({ to }) => ("email" in to ? to.email : "")).sort()).toEqual([
			"forst@example.org",
			"kreis@example.org",
			"wasser@example.org",
		]);
		expect(sent[0]?.paragraphs.join(" ")).toContain("12.\u00a0März 2026");
		expect(new Set(sent.map(({ action }) => action?.path)).size).toBe(3);
	});

	it("are the office's alone, and not before the announcement or after the last day", async () => {
		const { processId } = await displayed();
		const count = await db.auditEvent.count();
		await expect(addAuthorities(world(stranger), { processId, list: "X-Amt; x@example.org" })).rejects.toThrow(
			Forbidden,
		);
		await expect(notifyAuthorities(world(stranger), { processId, dueOn: "2026-04-01" })).rejects.toThrow(Forbidden);
		expect(codes(await notifyAuthorities(world(manager, after), { processId, dueOn: "2026-05-01" }))).toEqual([
			"not-announced",
		]);
		expect(await db.auditEvent.count()).toBe(count);
	});

	it("state their view through the link, with attachments; also late, which is marked", async () => {
		const { processId, at } = await displayed();
		must(
			await addAuthorities(world(manager), {
				processId,
				list: "Forstamt; forst@example.org\nKreis; kreis@example.org",
			}),
		);
		must(await notifyAuthorities(world(manager), { processId, dueOn: "2026-03-03" }));
		const [forest, county] = await db.planningNotification.findMany({
			where: { processId },
			orderBy: { authority: { name: "asc" } },
		});
		const notice = authorityToken(forest?.id ?? "");
		const said = { notice, name: "Frau Tann", text: "", files: [file("stellungnahme.pdf")] };
		const token = newToken();
		must(await makeAuthorityStatement(world(guest, during), { ...said, token }));
		expect(codes(await makeAuthorityStatement(world(guest, during), { ...said, token }))).toEqual(["already-sent"]);
		expect((await receiptPage(world(guest), token)).files.map(({ name }) => name)).toEqual(["stellungnahme.pdf"]);
		const late = { notice: authorityToken(county?.id ?? ""), name: "Herr Rat", text: "Keine Bedenken.", files: [] };
		must(await makeAuthorityStatement(world(guest, after), { ...late, token: newToken() }));
		expect((await noticePage(world(guest, after), notice)).made).toHaveLength(1);
		const page = await authoritiesPage(world(manager, after), at);
		expect(page.authorities.map(({ name, statements }) => [name, statements.map(({ isLate }) => isLate)])).toEqual([
			["Forstamt", [false]],
			["Kreis", [true]],
		]);
		const { statements } = await statementsPage(world(manager, after), at);
		expect(statements.map(({ organisation, isLate }) => [organisation, isLate])).toEqual([
			["Forstamt", false],
			["Kreis", true],
		]);
		const first = await weighingPage(world(manager, after), { ...at, number: "1" });
		expect(first.text).toBe("Siehe Anlagen.");
		await expect(noticePage(world(guest), newToken())).rejects.toThrow(NotFound);
	});

	it("are not taken here where statements go to the statutory system", async () => {
		const { processId } = await displayed({ way: "link", systemAddress: "https://bauleitplanung.example.org/12" });
		must(await addAuthorities(world(manager), { processId, list: "Forstamt; forst@example.org" }));
		must(await notifyAuthorities(world(manager), { processId, dueOn: "2026-03-03" }));
		const { id } = await db.planningNotification.findFirstOrThrow({ where: { processId } });
		const said = { notice: authorityToken(id), token: newToken(), name: "X", text: "Keine Bedenken.", files: [] };
		expect(codes(await makeAuthorityStatement(world(guest, during), said))).toEqual(["closed"]);
		expect((await mails(processId))[0]?.paragraphs.join(" ")).toContain("https://bauleitplanung.example.org/12");
	});

	it("that are taken off the list keep what was said", async () => {
		const { processId, at } = await displayed();
		must(await addAuthorities(world(manager), { processId, list: "Forstamt; forst@example.org" }));
		must(await notifyAuthorities(world(manager), { processId, dueOn: "2026-03-03" }));
		const [one] = (await authoritiesPage(world(manager), at)).authorities;
		must(await removeAuthority(world(manager), { processId, id: one?.id ?? "" }));
		await expect(removeAuthority(world(manager), { processId, id: one?.id ?? "" })).rejects.toThrow(NotFound);
		expect((await authoritiesPage(world(manager), at)).authorities).toMatchObject([{ isListed: false }]);
	});
});

describe("statements on paper", () => {
	const paper = (processId: string, more: Partial<Parameters<typeof enterStatement>[1]> = {}) => ({
		processId,
		token: newToken(),
		channel: "paper" as const,
		receivedOn: "2026-02-05",
		authorityId: null,
		organisation: null,
		name: "Otto Papier",
		email: "",
		address: "Am Bach 1",
		text: "Der Weg ist zu schmal.",
		files: [],
		...more,
	});

	it("are typed in with the day of the stamp, numbered with the others, and not forwarded", async () => {
		const { processId, at } = await displayed();
		must(
			await makeStatement(world(guest, during), {
				...{ processId, token: newToken(), organisation: null, name: "Ute", email: "", address: "Weg 1" },
				text: "Der Bach braucht Platz.",
			}),
		);
		must(await enterStatement(world(manager, during), paper(processId)));
		const late = must(await enterStatement(world(manager, after), paper(processId, { receivedOn: "2026-03-04" })));
		expect(late.number).toBe(3);
		const { statements } = await statementsPage(world(manager, after), at);
		expect(statements.map(({ channel, receivedOn, isLate }) => [channel, receivedOn, isLate])).toEqual([
			["online", "2026-02-10", false],
			["paper", "2026-02-05", false],
			["paper", "2026-03-04", true],
		]);
		const types = await db.auditEvent.groupBy({ by: ["type"], where: { subjectId: processId }, _count: true });
		const of = (what: string) => types.find(({ type }) => type === `participation.planning.${what}`)?._count;
		expect([of("statement-received"), of("statement-entered")]).toEqual([1, 2]);
	});

	it.each([
		["no day", { receivedOn: "2026-02-30" }, "day-unknown"],
		["a day to come", { receivedOn: "2026-02-11" }, "day-in-future"],
		["a day before the display", { receivedOn: "2026-02-01" }, "before-display"],
		["nobody", { name: "" }, "author-missing"],
		["no words", { text: " " }, "text-too-short"],
		["an authority of another plan", { authorityId: "019b0000-0000-7000-8000-000000000000" }, "authority-unknown"],
		["half an address", { email: "otto@" }, "email-unreadable"],
	])("%s is refused and leaves no trace", async (_, more, code) => {
		const { processId } = await displayed();
		const count = await db.auditEvent.count();
		expect(codes(await enterStatement(world(manager, during), paper(processId, more)))).toEqual([code]);
		expect(await db.auditEvent.count()).toBe(count);
	});

	it("are the office's alone; a scan is opened by the office, and by nobody else", async () => {
		const { processId } = await displayed();
		await expect(enterStatement(world(stranger, during), paper(processId))).rejects.toThrow(Forbidden);
		must(await enterStatement(world(manager, during), paper(processId, { text: "", files: [file("scan.pdf")] })));
		const { id } = await db.planningStatement.findFirstOrThrow({ where: { processId } });
		const readers = manifest.subjects?.["planning-statement"];
		const may = await Promise.all([manager, stranger, guest].map((actor) => readers?.mayReadFiles?.(world(actor), id)));
		expect(may).toEqual([true, false, false]);
		await personalData.erase(world(manager, during), manager.personId);
		expect((await db.planningStatement.findFirstOrThrow({ where: { processId } })).enteredById).toBeNull();
		expect(await db.file.count({ where: { subjectId: id, removedAt: null } })).toBe(1);
	});
});
