import { type Captured, captureConcern } from "~/domains/guides/concerns/commands/capture-concern.server";
import { beginSeries, type SeriesWanted } from "~/domains/guides/office-days/commands/series.server";
import { approvePlan } from "~/domains/guides/plans/commands/approve-plan.server";
import { createPlan, type PlanWanted } from "~/domains/guides/plans/commands/create-plan.server";
import { addRule } from "~/domains/guides/plans/commands/plan-rules.server";
import { house } from "~/platform/actor";
import { dayOf, today } from "~/platform/calendar.server";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { area, deputy, holder, post, topic } from "./organisations";
import { must } from "./outcome";

const byHouse = (world: World): World => ({ ...world, actor: house });

type RuleGiven = { areaId?: string | null; topicId?: string | null; postId: string };

/** A plan from today on, with rules, approved unless said otherwise. @returns its id */
export async function coveragePlan(
	world: World,
	wanted: Partial<PlanWanted> & { ownerId: string; rules?: RuleGiven[]; approved?: boolean },
): Promise<string> {
	const { ownerId, rules = [], approved = true, ...given } = wanted;
	const { planId } = must(
		await createPlan(byHouse(world), {
			name: "Ansprechpersonen nach Gebieten",
			axis: "AREA",
			validFrom: today(world.now),
			validUntil: null,
			reason: "Jede Gemeinde hat eine feste Ansprechperson, die sie kennt.",
			fallbackPostId: null,
			...given,
			ownerId,
		}),
	);
	for (const { areaId = null, topicId = null, postId } of rules) {
		must(await addRule(byHouse(world), { ownerId, planId, areaId, topicId, postId }));
	}
	if (approved) must(await approvePlan(byHouse(world), { ownerId, planId }));
	return planId;
}

/** A concern by the public form, of the world's actor. @returns its id and code, its post, and the token of its status page */
export async function concern(world: World, given: Partial<Captured>) {
	const token = newToken();
	const captured = must(
		await captureConcern(world, {
			token,
			ownerId: null,
			municipalityId: null,
			topicId: null,
			kind: "NEED",
			text: "Am Abend fährt kein Bus mehr in den Nachbarort.",
			origin: "FORM",
			askerName: null,
			askerEmail: null,
			mayBePublic: false,
			...given,
		}),
	);
	return { ...captured, token: given.token ?? token };
}

/** A series of office days of a post in a municipality, weekly from today on from nine to twelve. @returns its code */
export async function officeSeries(
	world: World,
	given: Partial<SeriesWanted> & Pick<SeriesWanted, "ownerId" | "postId" | "municipalityId">,
): Promise<string> {
	const { code } = must(
		await beginSeries(byHouse(world), {
			place: "Rathaus, Zimmer 12",
			accessibility: null,
			note: null,
			rhythm: "WEEKLY",
			firstDay: dayOf(world.now).toString(),
			lastDay: null,
			opensAt: "09:00",
			closesAt: "12:00",
			slotMinutes: 20,
			...given,
		}),
	);
	return code;
}

type Holder = Parameters<typeof holder>[1]["holder"];

type TwoPlansWanted = {
	/** The county. */
	ownerId: string;
	/** First day on which the plan by topic counts; until then the one by sub-region does. */
	changesOn: Date;
	/** The units of each sub-region; a post that is there already, or a new one with its holder. */
	regions: { name: string; unitIds: string[]; post: { id: string } | { holder: Holder; phone: string } }[];
	topics: { name: string; holder: Holder; phone: string }[];
	team: { holder: Holder; phone: string; mailbox: string };
};

/**
 * The shape of Mayen-Koblenz: from the world's today one guide for each sub-region, from a later day one post for each topic,
 * and a team that answers for the rest. Begins on the day of `world.now`, so give it an earlier one for a plan with a past.
 */
export async function twoPlans(world: World, { ownerId, changesOn, regions, topics, team }: TwoPlansWanted) {
	const seat = async (label: string, given: { holder: Holder; phone: string; mailbox?: string }) => {
		const { phone, mailbox = null } = given;
		const postId = await post(world, { organisationId: ownerId, label, kind: "GUIDE", phone, mailbox });
		await holder(world, { postId, holder: given.holder });
		return postId;
	};
	const fallbackPostId = await seat("Team Regionallotsen", team);
	const byRegion: { areaId: string; postId: string }[] = [];
	for (const region of regions) {
		const areaId = await area(world, { ownerId, name: region.name });
		for (const bodyId of region.unitIds) {
			const body = await world.db.organisation.findUniqueOrThrow({ where: { id: bodyId } });
			const kind = body.kind === "MUNICIPAL_ASSOCIATION" ? "ASSOCIATION" : "MUNICIPALITY";
			await area(world, { ownerId, name: body.shortName, kind, bodyId, parentId: areaId });
		}
		const postId = "id" in region.post ? region.post.id : await seat(`Regionallotsen ${region.name}`, region.post);
		byRegion.push({ areaId, postId });
	}
	const byTopic: { topicId: string; postId: string }[] = [];
	for (const { name, ...given } of topics) {
		byTopic.push({
			topicId: await topic(world, { ownerId, name }),
			postId: await seat(`Ansprechstelle ${name}`, given),
		});
	}
	for (const { postId } of [...byRegion, ...byTopic]) await deputy(world, { postId, deputyPostId: fallbackPostId });
	const areaPlanId = await coveragePlan(world, {
		ownerId,
		name: "Regionallotsen nach Teilregionen",
		fallbackPostId,
		reason: "Jede Teilregion hat eine feste Ansprechperson, die die Gemeinden dort kennt.",
		rules: byRegion,
	});
	const topicPlanId = await coveragePlan(world, {
		ownerId,
		name: "Ansprechpersonen nach Themen",
		axis: "TOPIC",
		validFrom: changesOn,
		fallbackPostId,
		reason:
			"Viele Fragen betreffen mehrere Gemeinden zugleich. Darum gibt es jetzt zu jedem Thema eine Ansprechperson.",
		rules: byTopic,
	});
	return { areaPlanId, topicPlanId, fallbackPostId, byRegion, byTopic };
}
