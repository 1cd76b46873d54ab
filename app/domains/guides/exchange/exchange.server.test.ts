import { beforeAll, expect, test } from "vitest";
import { type Actor, guest, house } from "~/platform/actor";
import { introduce, resolveSubjects } from "~/platform/manifest.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { plainPaper } from "~/platform/typesetting/plain-paper.server";
import type { World } from "~/platform/world.server";
import { concern, coveragePlan, officeSeries } from "~tests/factories/guides";
import { area, municipality, openPlace, post, topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { answerConcern } from "../concerns/commands/answer-concern.server";
import { forwardConcern, replyToForwarding } from "../concerns/commands/forward-concern.server";
import { confirmNews, publishNews, tickNews, withdrawNews } from "../county-news/commands/county-news.server";
import { mailCountyNews } from "../county-news/commands/mail-news.server";
import { newsAt, newsList, newsOfPlace, publicNews } from "../county-news/queries/county-news.server";
import { storedDay } from "../days.server";
import { manifest } from "../manifest.server";
import { exchangePage, followedConcernPage } from "./queries/municipality.server";
import { halfYearReport } from "./queries/report.server";
import { reportPaper } from "./report-paper.server";

let world: World;
let ownerId: string;
let mendig: string;
let pellenz: string;
let areaId: string;
let topicId: string;
let postId: string;
let roadsId: string;
let guide: Actor;
let clerk: Actor;
const by = (actor: World["actor"], days = 0): World => ({
	...world,
	actor,
	now: new Date(world.now.getTime() + days * 24 * 60 * 60 * 1000),
});
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);

beforeAll(async () => {
	introduce([manifest]);
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
	ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	mendig = await municipality(world, { name: "Mendig", kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	pellenz = await municipality(world, { name: "Pellenz", kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	await openPlace(world, { organisationId: mendig, name: "Mendig", slug: "mendig" });
	areaId = await area(world, { ownerId, name: "Mendig", kind: "ASSOCIATION", bodyId: mendig });
	topicId = await topic(world, { ownerId, name: "Mobilität" });
	postId = await post(world, { organisationId: ownerId, label: "Lotsin Mendig" });
	roadsId = await post(world, { organisationId: ownerId, label: "Straßenbau" });
	await post(world, { organisationId: mendig, label: "Bürgerbüro", mailbox: "rathaus@mendig.example" });
	await coveragePlan(world, { ownerId, fallbackPostId: postId, rules: [{ areaId, postId }] });
	guide = staff([{ role: "guide", at: ownerId }]);
	clerk = staff([{ role: "staff", at: mendig }]);
});

const written = () => ({
	ownerId,
	postId: roadsId,
	title: "Radweg wird gebaut",
	text: "Im Mai beginnt der Bau des Radwegs an der Landstraße.",
	topicId,
	areaId,
	validUntil: storedDay("2026-06-30"),
	isPublic: true,
});

test("news reach the municipalities of their area, by page at once and by one mail a day; nothing counts openings", async () => {
	await expect(publishNews(by(clerk), written())).rejects.toThrow(Forbidden);
	await expect(publishNews(by(guest), written())).rejects.toThrow(SignInNeeded);
	expect(codes(await publishNews(by(guide), { ...written(), validUntil: storedDay("2026-03-09") }))).toEqual([
		"day-passed",
	]);
	expect(codes(await publishNews(by(guide), { ...written(), postId: mendig }))).toEqual(["post-elsewhere"]);
	const first = must(await publishNews(by(guide), written()));
	expect(first.count).toBe(1);
	expect(must(await publishNews(by(guide), { ...written(), areaId: null, title: "Für alle" })).count).toBe(2);
	expect((await newsOfPlace(world, { municipalityId: mendig, count: 5 })).map(({ title }) => title).toSorted()).toEqual(
		["Für alle", "Radweg wird gebaut"],
	);
	expect(await newsOfPlace(world, { municipalityId: pellenz, count: 5 })).toHaveLength(1);
	// by area and topic: who asks about a topic reads what is about it, and what is about none
	const other = await topic(world, { ownerId, name: "Umwelt" });
	const titles = async (topicId: string) =>
		(await newsOfPlace(world, { municipalityId: mendig, topicId, count: 5 })).map(({ title }) => title).toSorted();
	expect(await titles(other)).toEqual([]);
	expect(await titles(topicId)).toEqual(["Für alle", "Radweg wird gebaut"]);
	const listed = async (asked: { topicId: string | null; areaId: string | null }) =>
		(await newsList(by(guide), "probe", asked)).news.map(({ title }) => title).toSorted();
	expect(await listed({ topicId: other, areaId: null })).toEqual([]);
	expect(await listed({ topicId, areaId })).toEqual(["Für alle", "Radweg wird gebaut"]);
	expect((await exchangePage(by(clerk), "mendig", other)).news).toEqual([]);
	expect((await exchangePage(by(clerk), "mendig", topicId)).news).toHaveLength(2);
	expect((await publicNews(world, first.code)).post).toBe("Straßenbau");

	const night = { ...by(house), now: new Date("2026-03-11T04:30:00Z") };
	expect(await mailCountyNews(night)).toBe(0);
	// Pellenz has no mailbox: it reads its page alone
	const morning = { ...by(house), now: new Date("2026-03-11T06:00:00Z") };
	expect((await Promise.all([mailCountyNews(morning), mailCountyNews(morning)])).toSorted()).toEqual([0, 1]);
	expect(await mailCountyNews(by(house, 2))).toBe(0);
	const event = await world.db.auditEvent.findFirstOrThrow({ where: { type: "guides.county-news.mailed" } });
	const facts = event.facts as Record<string, string[]>;
	const notices = await manifest.notices?.["guides.county-news.mailed"]?.(world.db, {
		id: event.id,
		type: event.type,
		subject: { kind: "organisation", id: mendig },
		ownerId,
		facts,
		at: morning.now,
		actorPersonId: null,
	});
	expect(notices).toHaveLength(1);
	expect(notices?.[0]).toMatchObject({ to: { email: "rathaus@mendig.example" } });
	expect(notices?.[0]?.paragraphs).toHaveLength(4);
	const page = await newsAt(by(guide), { place: "probe", code: first.code });
	expect(page.deliveries).toMatchObject([{ municipality: "Mendig", mailedAt: morning.now, confirmedAt: null }]);
});

test("confirmed if the municipality wants to, ticked at an office day there; withdrawn it stands nowhere", async () => {
	const { code } = must(await publishNews(by(guide), written()));
	const delivery = await world.db.countyNewsDelivery.findFirstOrThrow({ where: { news: { code } } });
	await expect(confirmNews(by(guide), { deliveryId: delivery.id })).rejects.toThrow(Forbidden);
	const both = await Promise.all([1, 2].map(() => confirmNews(by(clerk), { deliveryId: delivery.id })));
	expect(both.map(codes)).toEqual(expect.arrayContaining([undefined, ["confirmed-before"]]));
	const here = await officeSeries(world, { ownerId, postId, municipalityId: mendig });
	const elsewhere = await officeSeries(world, { ownerId, postId, municipalityId: pellenz });
	const tick = { deliveryId: delivery.id, act: "raised" as const };
	await expect(tickNews(by(guide), { ...tick, at: { code: elsewhere, day: "2026-03-10" } })).rejects.toThrow(NotFound);
	const at = { code: here, day: "2026-03-10" };
	await expect(tickNews(by(clerk), { ...tick, at })).rejects.toThrow(Forbidden);
	const ticked = () => world.db.countyNewsDelivery.findUniqueOrThrow({ where: { id: delivery.id } });
	must(await tickNews(by(guide), { ...tick, act: "discussed", at }));
	expect(await ticked()).toMatchObject({ raisedAt: world.now, discussedAt: world.now });
	must(await tickNews(by(guide), { ...tick, act: "take-back", at }));
	expect(await ticked()).toMatchObject({ raisedAt: null, discussedAt: null, officeDayId: null });
	must(await tickNews(by(guide), { ...tick, at }));
	must(await withdrawNews(by(guide), { ownerId, code }));
	expect(codes(await withdrawNews(by(guide), { ownerId, code }))).toEqual(["withdrawn-before"]);
	await expect(publicNews(world, code)).rejects.toThrow(NotFound);
	await expect(confirmNews(by(clerk), { deliveryId: delivery.id })).rejects.toThrow(NotFound);
});

test("the municipality follows its concerns with the county's answers, without the asker; others do not", async () => {
	const about = { municipalityId: mendig, topicId, askerName: "Hilde Reuter", askerEmail: "hilde@post.example" };
	const one = await concern(world, about);
	const of = { ownerId, code: one.code };
	const asked = { postId: roadsId, question: "Wann kommt der Gehweg?", dueOn: null };
	const { forwardingId } = must(await forwardConcern(by(guide), { ...of, ...asked }));
	const reply = "Der Gehweg kommt im Herbst.";
	must(await replyToForwarding(by(guide), { ownerId, forwardingId, end: "ANSWERED", reply }));
	const { concerns } = await exchangePage(by(clerk), "mendig");
	expect(concerns.map(({ code }) => code)).toContain(one.code);
	const page = await followedConcernPage(by(clerk), { place: "mendig", concern: one.code });
	expect(page.concern.thread).toMatchObject([{ reply }]);
	expect(JSON.stringify(page)).not.toMatch(/Hilde|hilde@/);
	await expect(exchangePage(by(guide), "mendig")).rejects.toThrow(Forbidden);
	const foreign = await concern(world, { municipalityId: pellenz, topicId });
	await expect(followedConcernPage(by(clerk), { place: "mendig", concern: foreign.code })).rejects.toThrow(NotFound);
});

test("what a municipality brought itself is found as a subject by its own staff and by the guides, and by nobody else", async () => {
	const brought = await concern(by(clerk), { municipalityId: mendig, topicId, origin: "MUNICIPALITY" });
	const asked = await concern(world, { municipalityId: mendig, topicId });
	const found = async (actor: Actor, id: string) => {
		const view = by(actor);
		expect(await manifest.subjects?.concern?.findByCode?.(view, brought.code)).toBe(brought.id);
		return (await resolveSubjects(view, [{ kind: "concern", id }])).get(`concern:${id}`)?.href;
	};
	expect(await found(clerk, brought.id)).toBe(`/o/mendig/verwaltung/kreis/anliegen/${brought.code}`);
	expect(await found(guide, brought.id)).toBe(`/o/probe/verwaltung/anliegen/${brought.code}`);
	for (const other of [staff([{ role: "staff", at: pellenz }]), staff([{ role: "member", at: mendig }]), guest]) {
		expect(await found(other, brought.id)).toBeUndefined();
	}
	// somebody else's, in the same municipality, stays between them and the guides
	expect(await found(clerk, asked.id)).toBeUndefined();
	expect(await found(guide, asked.id)).toBe(`/o/probe/verwaltung/anliegen/${asked.code}`);
});

test("the half-year report says what was raised, what came of it and what was declined and why, without names", async () => {
	const secret = "Mein Nachbar Kurt Weiß parkt auf dem Gehweg.";
	const one = await concern(world, {
		municipalityId: mendig,
		topicId,
		text: secret,
		askerName: "Hilde Reuter",
		askerEmail: "hilde@post.example",
	});
	const reason = "Die Straße gehört dem Land.";
	const no = { text: "Guten Tag Frau Reuter, das geht nicht.", channel: "MAIL" as const, outcome: "DECLINED" as const };
	const refused = await answerConcern(by(guide), { ownerId, code: one.code, ...no, summary: " " });
	expect(codes(refused)).toEqual(["summary-missing"]);
	must(await answerConcern(by(guide), { ownerId, code: one.code, ...no, summary: reason }));
	const asked = { municipalityId: null, halfYear: null };
	const report = await halfYearReport(by(clerk), "mendig", asked);
	expect(report.period).toMatchObject({ key: "2026-1", isOver: false });
	expect(report.declined).toMatchObject([{ code: one.code, summary: reason, topic: "Mobilität" }]);
	expect(report.news.length).toBeGreaterThan(0);
	const said = JSON.stringify([report, reportPaper(world, report)]);
	expect(said).not.toMatch(/Hilde|Reuter|Kurt|hilde@/);
	expect(said).toContain(reason);
	expect((await halfYearReport(by(guide), "probe", { ...asked, municipalityId: mendig })).raised).toEqual(
		report.raised,
	);
	expect((await halfYearReport(by(clerk), "mendig", { ...asked, halfYear: "2025-2" })).raised).toEqual([]);
	await expect(halfYearReport(by(clerk), "mendig", { ...asked, municipalityId: pellenz })).rejects.toThrow(Forbidden);
	await expect(halfYearReport(by(guest), "mendig", asked)).rejects.toThrow(SignInNeeded);
	const pdf = await plainPaper(reportPaper(world, report), world.now);
	expect(pdf.subarray(0, 4).toString()).toBe("%PDF");
	expect(pdf.toString("latin1")).toContain("/StructTreeRoot");
});
