import { beforeAll, expect, test } from "vitest";
import { guest } from "~/platform/actor";
import { Forbidden } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { absence } from "~tests/factories/absences";
import { concern, coveragePlan, officeSeries } from "~tests/factories/guides";
import { area, deputy, holder, municipality, openPlace, post, topic } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { staff } from "~tests/support/actors";
import { freshDatabase } from "~tests/support/database";
import { answerConcern } from "../../concerns/commands/answer-concern.server";
import { clarifyConcern } from "../../concerns/commands/clarify-concern.server";
import { cameOfNeeds } from "../../queries/came-of-needs.server";
import { cancelDay } from "../commands/change-day.server";
import { roundsPage } from "./rounds.server";
import { uncoveredPage, waitingUncovered } from "./uncovered.server";

let world: World;
let ownerId: string;
let mendig: string;
let postId: string;
let otherId: string;
let guideId: string;
const by = (actor: World["actor"]): World => ({ ...world, actor });
const guide = () => by(staff([{ role: "guide", at: ownerId }], guideId));

beforeAll(async () => {
	const { db } = await freshDatabase();
	// a Tuesday
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
	ownerId = await municipality(world, { name: "Kreis", kind: "COUNTY" });
	await openPlace(world, { organisationId: ownerId, name: "Landkreis Probe", slug: "probe" });
	const unit = (name: string) => municipality(world, { name, kind: "MUNICIPAL_ASSOCIATION", parentId: ownerId });
	mendig = await unit("Mendig");
	const [pellenz, mayen] = [await unit("Pellenz"), await unit("Mayen")];
	postId = await post(world, { organisationId: ownerId, label: "Lotsin", kind: "GUIDE" });
	otherId = await post(world, { organisationId: ownerId, label: "Lotse", kind: "GUIDE" });
	guideId = (await holder(world, { postId, holder: { givenName: "Leyla", familyName: "Acar" } })).personId;
	await holder(world, { postId: otherId, holder: { givenName: "Jan", familyName: "Kraft" } });
	const rules = await Promise.all(
		[mendig, pellenz, mayen].map(async (bodyId, index) => ({
			areaId: await area(world, { ownerId, name: `Gebiet ${index}`, kind: "ASSOCIATION", bodyId }),
			postId: bodyId === mayen ? otherId : postId,
		})),
	);
	await coveragePlan(world, { ownerId, fallbackPostId: otherId, rules });
});

test("a guide sees her own rounds, those without a next office day first, and nobody else's", async () => {
	const code = await officeSeries(world, { ownerId, postId, municipalityId: mendig, firstDay: "2026-03-17" });
	const { rounds } = await roundsPage(guide(), "probe");
	expect(rounds).toMatchObject([
		{ name: "Pellenz", next: null },
		{ name: "Mendig", next: { code, on: "2026-03-17" } },
	]);
	expect((await roundsPage(by(staff([{ role: "guide", at: ownerId }])), "probe")).rounds).toEqual([]);
	await expect(roundsPage(by(staff([{ role: "guide", at: mendig }])), "probe")).rejects.toThrow(Forbidden);
});

test("a day in an absence without cover waits for cover, another day or its end; then it waits no more", async () => {
	const days = async () => (await uncoveredPage(guide(), "probe")).days.map(({ day }) => day);
	expect(await days()).toEqual([]);
	const absenceId = await absence(world, { personId: guideId, ownerId });
	const { days: open } = await uncoveredPage(guide(), "probe");
	expect(open.map(({ day }) => day)).toEqual(["2026-03-17", "2026-03-24", "2026-03-31", "2026-04-07"]);
	expect(open[0]?.absenceId).toBe(absenceId);
	expect(await waitingUncovered(guide())).toMatchObject([{ count: 4, urgent: true }]);
	const [first] = open;
	must(await cancelDay(guide(), { at: { code: first?.code ?? "", day: "2026-03-17" }, reason: "Niemand ist da." }));
	expect(await days()).toEqual(["2026-03-24", "2026-03-31", "2026-04-07"]);
	await deputy(world, { postId, deputyPostId: otherId });
	expect(await days()).toEqual([]);
});

test("everybody reads what became of needs as figures, and of single ones the public alone", async () => {
	const topicId = await topic(world, { ownerId, name: "Mobilität" });
	const about = { municipalityId: mendig, topicId };
	const shown = await concern(world, { ...about, mayBePublic: true });
	const hidden = await concern(world, about);
	await concern(world, about);
	const place = { ...about, ownerId, postId: null, visibility: "PUBLIC" as const };
	must(await clarifyConcern(guide(), { ...place, code: shown.code }));
	for (const { code } of [shown, hidden]) {
		const text = "Der Bus fährt wieder am Abend.";
		const summary = `Der Bus fährt. ${code}`;
		must(await answerConcern(guide(), { ownerId, code, text, channel: "STATUS_PAGE", outcome: "DONE", summary }));
	}
	expect(await cameOfNeeds(world, mendig)).toMatchObject({
		raised: 3,
		answered: 2,
		outcomes: [{ outcome: "DONE", count: 2 }],
		examples: [{ code: shown.code }],
	});
});
