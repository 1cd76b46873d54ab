import { guest } from "~/platform/actor";
import { dayOf, daysFrom, today } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { concern, officeSeries, twoPlans } from "~tests/factories/guides";
import { deputy } from "~tests/factories/organisations";
import type { PersonKey } from "./people";

/** The four sub-regions over the ten units of Mayen-Koblenz, with the accounts of their guides; the first has a post already. */
const regions = [
	{ name: "Pellenz und Mendig", units: ["Mendig", "Pellenz"], key: "guide" },
	{ name: "Rhein", units: ["Andernach", "Bendorf", "Vallendar", "Weißenthurm"], key: "guideRhine" },
	{ name: "Eifel", units: ["Mayen", "Vordereifel"], key: "guideEifel" },
	{ name: "Maifeld und Mosel", units: ["Maifeld", "Rhein-Mosel"], key: null },
] as const;

const topics = [
	{ name: "Smarte Infrastruktur", givenName: "Ivana", familyName: "Kern" },
	{ name: "Umwelt", givenName: "Jens", familyName: "Theisen" },
	{ name: "Freizeit", givenName: "Maren", familyName: "Groß" },
	{ name: "Tourismus", givenName: "Philipp", familyName: "Lenz" },
	{ name: "Gemeinschaft", givenName: "Selma", familyName: "Arslan" },
	{ name: "Mobilität", givenName: "Georg", familyName: "Pütz" },
];

type Given = { countyId: string; guidePostId: string; personIds: Partial<Record<PersonKey, string>> };

/**
 * Guides by sub-region since sixty days, by topic in ten days; office days from today on; and one concern that waits for an
 * answer.
 */
export async function loadGuides(
	at: (daysAgo: number) => World,
	{ countyId, guidePostId, personIds }: Given,
): Promise<void> {
	const world = at(60);
	const units = await world.db.organisation.findMany({
		where: { parentId: countyId },
		select: { id: true, shortName: true },
	});
	const unitId = (name: string) => {
		const unit = units.find(({ shortName }) => shortName === name);
		if (!unit) throw new Error(`${name} is no unit of the county`);
		return unit.id;
	};
	const holderOf = (key: "guide" | "guideRhine" | "guideEifel" | null) => {
		if (key === null) return { givenName: "Oliver", familyName: "Busch" };
		const personId = personIds[key];
		if (!personId) throw new Error(`${key} is not there yet`);
		return { personId };
	};
	const { byTopic, byRegion } = await twoPlans(world, {
		ownerId: countyId,
		changesOn: daysFrom(today(at(0).now), 10),
		regions: regions.map(({ name, units: names, key }, place) => ({
			name,
			unitIds: names.map(unitId),
			post: place === 0 ? { id: guidePostId } : { holder: holderOf(key), phone: `030 23125 13${place}` },
		})),
		topics: topics.map(({ name, ...holder }, place) => ({ name, holder, phone: `030 23125 14${place}` })),
		team: {
			holder: { givenName: "Ute", familyName: "Mohr" },
			phone: "030 23125 130",
			mailbox: "lotsen@kreis.example",
		},
	});
	// The team has no account, so in an absence a colleague stands in.
	for (const [place, { postId }] of byRegion.slice(0, 2).entries()) {
		const colleague = byRegion[place + 1];
		if (colleague) await deputy(world, { postId, deputyPostId: colleague.postId, rank: 2 });
	}
	await concern(
		{ ...at(3), actor: guest },
		{
			municipalityId: unitId("Mendig"),
			topicId: byTopic.at(-1)?.topicId ?? null,
			askerName: "Hilde Reuter",
			askerEmail: "h.reuter@post.example",
			mayBePublic: true,
		},
	);
	const present = at(0);
	// Tuesday is the second day of the week; today itself is too soon to book
	const nextTuesday = dayOf(present.now).add({ days: ((8 - dayOf(present.now).dayOfWeek) % 7) + 1 });
	const office = {
		ownerId: countyId,
		postId: guidePostId,
		accessibility: "Ohne Stufen vom Hof aus; Bushaltestelle vor dem Haus.",
	};
	await officeSeries(present, {
		...office,
		municipalityId: unitId("Mendig"),
		place: "Rathaus, Zimmer 12",
		point: { latitude: 50.3746, longitude: 7.2812 },
		rhythm: "FORTNIGHTLY",
		firstDay: nextTuesday.toString(),
		note: "Bringen Sie Briefe und Bescheide mit, um die es geht.",
	});
	await officeSeries(present, {
		...office,
		municipalityId: unitId("Pellenz"),
		place: "Rathaus, Sitzungszimmer",
		point: { latitude: 50.4053, longitude: 7.3187 },
		opensAt: "08:00",
		closesAt: "18:00",
		slotMinutes: null,
	});
}
