import { guest } from "~/platform/actor";
import { dayOf, daysFrom, today } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { concern, officeSeries, twoPlans } from "~tests/factories/guides";

/** The four sub-regions over the ten units of Mayen-Koblenz; the first one has a guide already. */
const regions = [
	{ name: "Pellenz und Mendig", units: ["Mendig", "Pellenz"], givenName: "", familyName: "" },
	{
		name: "Rhein",
		units: ["Andernach", "Bendorf", "Vallendar", "Weißenthurm"],
		givenName: "Nils",
		familyName: "Adams",
	},
	{ name: "Eifel", units: ["Mayen", "Vordereifel"], givenName: "Carla", familyName: "Heinen" },
	{ name: "Maifeld und Mosel", units: ["Maifeld", "Rhein-Mosel"], givenName: "Oliver", familyName: "Busch" },
];

const topics = [
	{ name: "Smarte Infrastruktur", givenName: "Ivana", familyName: "Kern" },
	{ name: "Umwelt", givenName: "Jens", familyName: "Theisen" },
	{ name: "Freizeit", givenName: "Maren", familyName: "Groß" },
	{ name: "Tourismus", givenName: "Philipp", familyName: "Lenz" },
	{ name: "Gemeinschaft", givenName: "Selma", familyName: "Arslan" },
	{ name: "Mobilität", givenName: "Georg", familyName: "Pütz" },
];

/**
 * Guides by sub-region since sixty days, by topic in ten days; office days from today on; and one concern that waits for an
 * answer.
 */
export async function loadGuides(
	at: (daysAgo: number) => World,
	{ countyId, guidePostId }: { countyId: string; guidePostId: string },
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
	const { byTopic } = await twoPlans(world, {
		ownerId: countyId,
		changesOn: daysFrom(today(at(0).now), 10),
		regions: regions.map(({ name, units: names, ...holder }, place) => ({
			name,
			unitIds: names.map(unitId),
			post: place === 0 ? { id: guidePostId } : { holder, phone: `030 23125 13${place}` },
		})),
		topics: topics.map(({ name, ...holder }, place) => ({ name, holder, phone: `030 23125 14${place}` })),
		team: {
			holder: { givenName: "Ute", familyName: "Mohr" },
			phone: "030 23125 130",
			mailbox: "lotsen@kreis.example",
		},
	});
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
		rhythm: "FORTNIGHTLY",
		firstDay: nextTuesday.toString(),
		note: "Bringen Sie Briefe und Bescheide mit, um die es geht.",
	});
	await officeSeries(present, {
		...office,
		municipalityId: unitId("Pellenz"),
		place: "Rathaus, Sitzungszimmer",
		opensAt: "08:00",
		closesAt: "18:00",
		slotMinutes: null,
	});
}
