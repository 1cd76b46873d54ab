import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { guest } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { deputy, holder, municipality, organisation, post } from "~tests/factories/organisations";
import { adminOf, staff, steppedUp } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { completePlaces, type OpenWork } from "../composition.server";
import { postView } from "../queries/posts.server";
import { acceptDeputy, appointDeputy, endDeputy } from "./deputies.server";
import { appoint, endHolding } from "./holdings.server";
import { changePost, createPost, endPost } from "./posts.server";

let world: World;
let town: string;
let other: string;
let asAdmin: World;
let day: Date;

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
	day = today(world.now);
	town = await municipality(world, { name: "Andernach" });
	other = await municipality(world, { name: "Mayen" });
	asAdmin = { ...world, actor: steppedUp(adminOf(town), world.now) };
});

const details = {
	label: "Bauamt",
	kind: "OFFICER",
	mailbox: null,
	phone: null,
	room: null,
	singleSeat: true,
	isPublic: true,
} as const;
const anna = { givenName: "Anna", familyName: "Bauer" };
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const traces = async () => ({
	events: await world.db.auditEvent.count(),
	people: await world.db.person.count(),
	holdings: await world.db.postHolding.count(),
	arrangements: await world.db.deputyArrangement.count(),
	posts: await world.db.post.count(),
});

describe("a post", () => {
	test("is created by an administrator and recorded in the organisation's chain", async () => {
		const outcome = await createPost(asAdmin, { organisationId: town, ...details });
		expect(outcome.done).toBe(true);
		const event = await world.db.auditEvent.findFirstOrThrow({ orderBy: { position: "desc" } });
		expect(event).toMatchObject({ type: "organisations.post.created", ownerId: town, onBehalfOfId: null });
		expect(JSON.stringify(event.facts)).not.toContain("Bauamt");
	});

	test("is refused to guests, to strangers, to staff and to an organisation that is over", async () => {
		const before = await traces();
		const input = { organisationId: town, ...details };
		await expect(createPost(world, input)).rejects.toThrow(SignInNeeded);
		await expect(createPost({ ...world, actor: adminOf(other) }, input)).rejects.toThrow(Forbidden);
		const officer = staff([{ role: "staff", at: town }]);
		await expect(createPost({ ...world, actor: officer }, input)).rejects.toThrow(Forbidden);
		const gone = await municipality(world, { name: "Alt" });
		await world.db.organisation.update({ where: { id: gone }, data: { validUntil: day } });
		await expect(createPost({ ...world, actor: adminOf(gone) }, { ...input, organisationId: gone })).rejects.toThrow(
			NotFound,
		);
		expect(await traces()).toEqual(before);
	});

	test("is administered on behalf of its organisation, and the record says so", async () => {
		const agent = staff([{ role: "organisation-admin", at: town, onBehalf: true }]);
		expect((await createPost({ ...world, actor: agent }, { organisationId: town, ...details })).done).toBe(true);
		const event = await world.db.auditEvent.findFirstOrThrow({
			where: { ownerId: town },
			orderBy: { position: "desc" },
		});
		expect(event).toMatchObject({ onBehalfOfId: town, actorId: agent.personId });
	});

	test("keeps several seats while several people sit on them", async () => {
		const postId = await post(world, { organisationId: town, label: "Lotsen", singleSeat: false });
		await holder(world, { postId, holder: anna });
		await holder(world, { postId, holder: { givenName: "Ben", familyName: "Bach" } });
		expect(codes(await changePost(asAdmin, { postId, singleSeat: true }))).toEqual(["seats-in-use"]);
		expect((await changePost(asAdmin, { postId, label: "Lotsinnen" })).done).toBe(true);
	});

	test("ends only when nobody holds it, and its arrangements end with it", async () => {
		const postId = await post(world, { organisationId: town, label: "Archiv", validFrom: daysFrom(day, -30) });
		const standIn = await post(world, { organisationId: town, label: "Museum" });
		const { holdingId } = await holder(world, { postId, holder: anna, validFrom: daysFrom(day, -30) });
		await deputy(world, { postId, deputyPostId: standIn });
		const endsOn = daysFrom(day, 5);
		expect(codes(await endPost(asAdmin, { postId, endsOn }))).toEqual(["post-held"]);
		await endHolding(asAdmin, { postId, holdingId, endsOn });
		expect(await endPost(asAdmin, { postId, endsOn })).toEqual({ done: true, value: { arrangements: 1 } });
		await expect(endPost({ ...asAdmin, now: new Date("2026-04-01T10:00:00Z") }, { postId, endsOn })).rejects.toThrow(
			NotFound,
		);
	});
});

test("a post at which something is open does not end: nobody would have it", async () => {
	const postId = await post(world, { organisationId: town, label: "Klima" });
	let open: OpenWork[] = [{ kind: "TASK", subject: { kind: "task", id: postId }, dueOn: null }];
	completePlaces([{ openWork: async () => open }]);
	const endsOn = daysFrom(day, 5);
	const before = await traces();
	const refusal = { code: "post-has-work", field: "lastDay", values: { count: 1 } };
	expect(await endPost(asAdmin, { postId, endsOn })).toEqual({ done: false, refusals: [refusal] });
	expect(await traces()).toEqual(before);
	open = [];
	expect((await endPost(asAdmin, { postId, endsOn })).done).toBe(true);
	completePlaces([]);
});

describe("an appointment", () => {
	let postId: string;
	beforeEach(async () => {
		postId = await post(world, { organisationId: town, label: "Bürgermeisterin", kind: "HEAD" });
	});
	const from = (validFrom: Date, validUntil: Date | null = null) => ({
		postId,
		holder: anna,
		acting: false,
		validFrom,
		validUntil,
	});

	test("puts somebody new into the post, from that day until before the end", async () => {
		expect((await appoint(asAdmin, from(day, daysFrom(day, 2)))).done).toBe(true);
		expect((await postView(world, postId, daysFrom(day, 1))).holder).toBe("Anna Bauer");
		expect((await postView(world, postId, daysFrom(day, 2))).holder).toBeNull();
	});

	test("of two at once to one seat, one wins and the other leaves nothing", async () => {
		const before = await traces();
		const outcomes = await Promise.all([1, 2, 3, 4].map(() => appoint(asAdmin, from(day))));
		expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(outcomes.flatMap((outcome) => codes(outcome) ?? [])).toEqual(Array(3).fill("seat-taken"));
		const after = await traces();
		expect(after).toEqual({
			...before,
			events: before.events + 1,
			people: before.people + 1,
			holdings: before.holdings + 1,
		});
	});

	test("is refused for days that are none, or on which there is no post", async () => {
		expect(codes(await appoint(asAdmin, from(day, day)))).toEqual(["period-empty"]);
		expect(codes(await appoint(asAdmin, from(daysFrom(day, -1))))).toEqual(["post-not-then"]);
	});

	test("is refused to an administrator elsewhere, before anything is looked at", async () => {
		const before = await traces();
		await expect(appoint({ ...world, actor: adminOf(other) }, from(day))).rejects.toThrow(Forbidden);
		expect(await traces()).toEqual(before);
	});

	test("hands on the rights of the post, so it needs a step-up of the last ten minutes", async () => {
		const before = await traces();
		const late = new Date(world.now.getTime() + 10 * 60_000);
		const tenMinutesLater = { ...asAdmin, now: late };
		await expect(appoint(tenMinutesLater, from(day))).rejects.toThrow(new SignInNeeded("step-up"));
		const deputyPostId = await post(world, { organisationId: town, label: "Vorzimmer" });
		const arrangement = { postId, deputyPostId, rank: 1, validFrom: day, validUntil: null };
		await expect(appointDeputy(tenMinutesLater, arrangement)).rejects.toThrow(new SignInNeeded("step-up"));
		expect(await traces()).toEqual({ ...before, events: before.events + 1, posts: before.posts + 1 });
	});

	test("takes people whom the organisation knows, nobody else's and nobody erased", async () => {
		const elsewhere = await post(world, { organisationId: other, label: "Archiv" });
		const { personId } = await holder(world, { postId: elsewhere, holder: anna });
		const chosen = { ...from(day), holder: { personId } };
		expect(codes(await appoint(asAdmin, chosen))).toEqual(["person-unknown"]);
		const here = await post(world, { organisationId: town, label: "Kasse", singleSeat: false });
		await holder(world, { postId: here, holder: { personId } });
		await world.db.person.update({ where: { id: personId }, data: { erasedAt: world.now } });
		expect(codes(await appoint(asAdmin, chosen))).toEqual(["person-unknown"]);
		await world.db.person.update({ where: { id: personId }, data: { erasedAt: null } });
		expect((await appoint(asAdmin, chosen)).done).toBe(true);
		expect(codes(await appoint(asAdmin, { ...chosen, postId: here }))).toEqual(["already-holder"]);
	});

	test("ends by its day, says what stays open, and is not made longer by ending it", async () => {
		const { holdingId } = await holder(world, { postId, holder: anna });
		const end = (endsOn: Date, as = asAdmin) => endHolding(as, { postId, holdingId, endsOn });
		await expect(end(daysFrom(day, 3), { ...world, actor: adminOf(town) })).rejects.toThrow(
			new SignInNeeded("step-up"),
		);
		expect(codes(await end(day))).toEqual(["period-empty"]);
		expect(await end(daysFrom(day, 3))).toEqual({
			done: true,
			value: { vacant: true, deputised: false, handOverId: null },
		});
		expect(codes(await end(daysFrom(day, 9)))).toEqual(["ends-earlier"]);
		const foreign = await post(world, { organisationId: town, label: "Anderes" });
		await expect(endHolding(asAdmin, { postId: foreign, holdingId, endsOn: daysFrom(day, 1) })).rejects.toThrow(
			NotFound,
		);
	});
});

describe("a deputy", () => {
	let postId: string;
	let deputyPostId: string;
	beforeEach(async () => {
		postId = await post(world, { organisationId: town, label: "Leitung", kind: "HEAD" });
		deputyPostId = await post(world, { organisationId: town, label: "Büroleitung" });
	});
	const arrangement = () => ({ postId, deputyPostId, rank: 1, validFrom: day, validUntil: null });

	test("counts when the holder of that post has accepted, and only then", async () => {
		const { personId } = await holder(world, { postId: deputyPostId, holder: anna });
		const outcome = await appointDeputy(asAdmin, arrangement());
		if (!outcome.done) throw new Error("refused");
		const accept = (actor: World["actor"]) => acceptDeputy({ ...world, actor }, outcome.value);
		expect((await postView(world, postId)).deputy).toBeNull();
		await expect(accept(asAdmin.actor)).rejects.toThrow(NotFound);
		await expect(accept(guest)).rejects.toThrow(NotFound);
		await expect(accept(staff([], personId))).rejects.toThrow(new SignInNeeded("step-up"));
		const results = await Promise.allSettled([1, 2].map(() => accept(steppedUp(staff([], personId), world.now))));
		expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect((await postView(world, postId)).deputy).toEqual({ label: "Büroleitung", name: "Anna Bauer" });
	});

	test("is neither itself, nor twice, nor from an organisation that does not act for this one", async () => {
		const foreign = await post(world, { organisationId: other, label: "Fremd" });
		const appointing = (deputyPost: string) => appointDeputy(asAdmin, { ...arrangement(), deputyPostId: deputyPost });
		expect(codes(await appointing(postId))).toEqual(["deputy-itself"]);
		expect(codes(await appointing(foreign))).toEqual(["deputy-elsewhere"]);
		const outcomes = await Promise.all([appointing(deputyPostId), appointing(deputyPostId)]);
		expect(outcomes.map(codes)).toEqual(expect.arrayContaining([undefined, ["already-deputy"]]));
	});

	test("that never counted is taken back, one that did is ended", async () => {
		const offered = await deputy(world, { postId, deputyPostId, accepted: false });
		const endsOn = daysFrom(day, 1);
		const ending = { postId, arrangementId: offered, endsOn };
		await expect(endDeputy({ ...world, actor: adminOf(town) }, ending)).rejects.toThrow(new SignInNeeded("step-up"));
		expect((await endDeputy(asAdmin, { postId, arrangementId: offered, endsOn })).done).toBe(true);
		expect(await world.db.deputyArrangement.count({ where: { id: offered } })).toBe(0);
		const counting = await deputy(world, { postId, deputyPostId });
		expect((await endDeputy(asAdmin, { postId, arrangementId: counting, endsOn })).done).toBe(true);
		expect((await postView(world, postId, endsOn)).deputy).toBeNull();
		expect((await postView(world, postId, day)).deputy).not.toBeNull();
	});
});

test("a post that is not public shows no more than its label to outsiders", async () => {
	const office = await organisation({ ...world }, { parentId: town, kind: "OFFICE", name: "Personalamt" });
	const postId = await post(world, { organisationId: office, label: "Intern", phone: "02632 1", isPublic: false });
	await holder(world, { postId, holder: anna });
	expect(await postView(world, postId)).toMatchObject({ label: "Intern", holder: null, phone: null });
	const inside = { ...world, actor: staff([{ role: "staff", at: office }]) };
	expect(await postView(inside, postId)).toMatchObject({ holder: "Anna Bauer", phone: "02632 1" });
});
