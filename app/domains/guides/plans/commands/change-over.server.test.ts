import { afterAll, beforeAll, expect, test } from "vitest";
import { changeAbsence } from "~/domains/organisations/absence/commands/absences.server";
import { endHolding } from "~/domains/organisations/commands/holdings.server";
import { decideItems, settleItem } from "~/domains/organisations/hand-over/commands/decide.server";
import { handOverPage } from "~/domains/organisations/hand-over/queries/hand-overs.server";
import { completePlaces } from "~/domains/organisations/index.server";
import { guest, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { introduce } from "~/platform/manifest.server";
import type { World } from "~/platform/world.server";
import { absence } from "~tests/factories/absences";
import { concern, coveragePlan, officeSeries } from "~tests/factories/guides";
import { area, deputy, holder, municipality, openPlace, post, topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { adminOf, staff, steppedUp } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { answerConcern } from "../../concerns/commands/answer-concern.server";
import { saveAnswerDraft } from "../../concerns/commands/answer-draft.server";
import { clarifyConcern } from "../../concerns/commands/clarify-concern.server";
import { closeConcern } from "../../concerns/commands/close-concern.server";
import { concernList } from "../../concerns/queries/concern-list.server";
import { handlePage } from "../../concerns/queries/concern-page.server";
import { guidesAtPlaces } from "../../index.server";
import { manifest } from "../../manifest.server";
import { whoAnswers } from "../../queries/who-answers.server";
import { matrixPage } from "../queries/plan-pages.server";
import { planById } from "../queries/plans.server";
import { tryPlan } from "../queries/try-plan.server";
import { approvePlan } from "./approve-plan.server";
import { settleOverdue } from "./hand-over-deadline.server";

let world: World;
let ownerId: string;
let unit: string;
let topicId: string;
const seats: Record<"area" | "topic", { postId: string; personId: string }> = {
	area: { postId: "", personId: "" },
	topic: { postId: "", personId: "" },
};
const later = (days: number): World => ({ ...world, now: new Date(world.now.getTime() + days * 86_400_000) });
const as = (seat: keyof typeof seats, days = 0): World => ({
	...later(days),
	actor: staff([{ role: "guide", at: ownerId }], seats[seat].personId),
});
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
	introduce([manifest]);
	completePlaces([guidesAtPlaces]);
	ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	unit = await municipality(world, { name: "Mendig", kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	const areaId = await area(world, { ownerId, name: "Mendig", kind: "ASSOCIATION", bodyId: unit });
	topicId = await topic(world, { ownerId, name: "Mobilität" });
	for (const name of ["area", "topic"] as const) {
		const postId = await post(world, { organisationId: ownerId, label: `Stelle ${name}`, kind: "GUIDE" });
		const { personId } = await holder(world, { postId, holder: { givenName: "Kim", familyName: name } });
		seats[name] = { postId, personId };
	}
	const fallbackPostId = await post(world, { organisationId: ownerId, label: "Team" });
	await coveragePlan(world, { ownerId, fallbackPostId, rules: [{ areaId, postId: seats.area.postId }] });
	await deputy(world, { postId: seats.area.postId, deputyPostId: seats.topic.postId });
});
afterAll(() => completePlaces([]));

const captured = () => concern(world, { municipalityId: unit, topicId });
const assigned = (id: string) =>
	world.db.assignment.findMany({
		where: { concernId: id },
		orderBy: { fromAt: "asc" },
		select: { postId: true, cause: true },
	});

test("sick leave: the cover sees the concern, answers for the holder by name, and no longer after the return", async () => {
	const { code } = await captured();
	const mine = async (seat: keyof typeof seats, days = 0) =>
		(await concernList(as(seat, days), "probe", { mine: true, which: "open" })).concerns.map((one) => one.code);
	expect(await mine("topic")).not.toContain(code);
	const absenceId = await absence(world, { ownerId, personId: seats.area.personId });
	expect(await mine("topic")).toContain(code);
	const asked = { municipalityId: unit, topicId, day: null };
	expect((await whoAnswers(world, asked)).answer?.post).toMatchObject({
		holder: "Kim area",
		away: true,
		cover: { name: "Kim topic" },
	});
	const { rows } = await matrixPage(as("topic"), "probe", null);
	expect(rows[0]?.cells[topicId]).toMatchObject({ away: true, standsIn: "Kim topic", open: 1, sameDeputy: false });
	must(await answerConcern(as("topic"), { ownerId, code, text: "Der Bus fährt ab Mai.", channel: "PHONE" }));
	const page = await handlePage(as("area"), { ownerId, code });
	expect(page.answers[0]).toMatchObject({ asDeputy: true, deputyFor: "Kim area" });
	const event = await world.db.auditEvent.findFirstOrThrow({
		where: { type: "guides.concern.answered", subjectId: page.id },
	});
	expect(event).toMatchObject({ postId: seats.area.postId, actorId: seats.topic.personId });
	const other = await captured();
	await changeAbsence(as("area", 2), { absenceId, validUntil: today(later(2).now) });
	expect(await mine("topic", 2)).not.toContain(other.code);
	must(await answerConcern(as("area", 2), { ownerId, code: other.code, text: "Das klären wir.", channel: "PHONE" }));
	expect((await handlePage(as("area"), { ownerId, code: other.code })).answers[0]?.asDeputy).toBe(false);
});

test("a change of plan: tried on the last year, it proposes hand-overs; nothing moves before its day and its acceptance", async () => {
	const [moves, refused, byHand, over] = [await captured(), await captured(), await captured(), await captured()];
	const waits = await captured();
	const clarify = { ownerId, code: byHand.code, municipalityId: unit, topicId, visibility: "INSIDE" as const };
	must(await clarifyConcern(as("area"), { ...clarify, postId: seats.area.postId }));
	must(await closeConcern(as("area"), { ownerId, code: over.code, because: "ANONYMOUS" }));
	const series = await officeSeries(world, { ownerId, postId: seats.area.postId, municipalityId: unit });
	const changesOn = daysFrom(today(world.now), 10);
	const planId = await coveragePlan(world, {
		ownerId,
		axis: "TOPIC",
		validFrom: changesOn,
		fallbackPostId: seats.topic.postId,
		rules: [{ topicId, postId: seats.topic.postId }],
		approved: false,
	});
	const draft = await planById(world.db, planId);
	if (!draft) throw new Error("no plan");
	const trial = await tryPlan(world, ownerId, draft);
	const all = await world.db.concern.count();
	expect(trial).toMatchObject({
		concerns: all,
		changed: all,
		changedOpen: 4,
		places: [{ name: "Mendig", count: all }],
	});
	expect(trial.posts).toMatchObject([
		{ name: "Stelle topic", count: all, before: 0 },
		{ name: "Stelle area", count: 0, before: all },
	]);
	const outcome = must(await approvePlan({ ...world, actor: house }, { ownerId, planId }));
	expect(outcome.handOvers).toBe(1);
	const proposed = await world.db.handOver.findFirstOrThrow({
		where: { cause: "PLAN_CHANGE" },
		include: { items: { orderBy: { id: "asc" } } },
	});
	expect(proposed).toMatchObject({
		fromPostId: seats.area.postId,
		toPostId: seats.topic.postId,
		effectiveOn: changesOn,
	});
	expect(proposed.items.map(({ subjectId }) => subjectId).sort()).toEqual([moves.id, refused.id, waits.id].sort());
	const itemOf = (id: string) => proposed.items.find(({ subjectId }) => subjectId === id)?.id ?? "";
	const decide = (days: number, id: string, refusal: string | null) =>
		decideItems(as("topic", days), { handOverId: proposed.id, itemId: itemOf(id), refusal });
	expect(codes(await decide(9, moves.id, null))).toEqual(["too-early"]);
	must(await decide(10, moves.id, null));
	must(await decide(10, refused.id, "Das bleibt bei der Lotsin."));
	expect(await assigned(moves.id)).toEqual([
		{ postId: seats.area.postId, cause: "RULE" },
		{ postId: seats.topic.postId, cause: "HANDOVER" },
	]);
	expect(await assigned(refused.id)).toEqual([{ postId: seats.area.postId, cause: "RULE" }]);
	const byHouse = (days: number) => ({ ...later(days), actor: house });
	expect(await settleOverdue(byHouse(23))).toBe(0);
	expect(await settleOverdue(byHouse(24))).toBe(1);
	expect(await settleOverdue(byHouse(24))).toBe(0);
	expect((await assigned(waits.id)).map(({ postId, cause }) => [postId, cause])).toEqual([
		[seats.area.postId, "RULE"],
		[seats.topic.postId, "HANDOVER"],
	]);
	// what was open at the area's post before the change of plan is its work still
	const work = await guidesAtPlaces.openWork?.(world, { postId: seats.area.postId, personId: null });
	expect(work?.map(({ subject }) => subject.id)).toEqual(expect.arrayContaining([refused.id, byHand.id]));
	expect(work?.filter(({ kind }) => kind === "OFFICE_DAYS")).toHaveLength(series ? 1 : 0);
});

test("an unsent answer is its author's: in a hand-over it is counted, and neither successor nor lead reads it", async () => {
	const { postId } = await captured().then(async ({ id }) => (await assigned(id)).at(-1) ?? { postId: "" });
	const leaving = await world.db.postHolding.findFirstOrThrow({
		where: { postId },
		select: { id: true, personId: true },
	});
	const ina: World = { ...world, actor: staff([{ role: "guide", at: ownerId }], leaving.personId) };
	const text = "Angefangen, und nur für mich.";
	const { code } = await captured();
	must(await saveAnswerDraft(ina, { ownerId, code, text }));
	// what a colleague writes is not hers
	must(await saveAnswerDraft(as("topic"), { ownerId, code, text: "Von jemand anderem." }));
	const lead: World = { ...world, actor: steppedUp(adminOf(ownerId), world.now) };
	const endsOn = daysFrom(today(world.now), 40);
	const { handOverId } = must(await endHolding(lead, { postId, holdingId: leaving.id, endsOn }));
	if (!handOverId) throw new Error("no hand-over");
	const next = await holder(world, { postId, holder: { givenName: "Udo", familyName: "Kommt" }, validFrom: endsOn });
	const udo: World = { ...world, actor: staff([{ role: "guide", at: ownerId }], next.personId) };
	for (const view of [lead, udo]) {
		expect((await handOverPage(view, "probe", handOverId)).keptPrivate).toBe(1);
		expect(JSON.stringify(await handlePage(view, { ownerId, code }))).not.toContain(text);
	}
	expect(JSON.stringify(await handlePage(ina, { ownerId, code }))).toContain(text);
});

test("what was closed meanwhile keeps the post that handled it, also when its item is settled to another one", async () => {
	const { id, code } = await captured();
	const before = await assigned(id);
	const handling = before[0]?.postId ?? "";
	const holding = await world.db.postHolding.findFirstOrThrow({
		where: { postId: handling },
		orderBy: { validFrom: "desc" },
		select: { id: true },
	});
	const lead: World = { ...world, actor: steppedUp(adminOf(ownerId), world.now) };
	const endsOn = daysFrom(today(world.now), 60);
	const { handOverId } = must(await endHolding(lead, { postId: handling, holdingId: holding.id, endsOn }));
	if (!handOverId) throw new Error("no hand-over");
	const item = await world.db.handOverItem.findFirstOrThrow({ where: { handOverId, subjectId: id } });
	must(await closeConcern(lead, { ownerId, code, because: "ANONYMOUS" }));
	const other = await post(world, { organisationId: ownerId, label: "Archiv" });
	must(await settleItem(lead, { handOverId, itemId: item.id, reason: "Ist schon fertig.", postId: other }));
	expect(await assigned(id)).toEqual(before);
});
