import { guest } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { concern, twoPlans } from "~tests/factories/guides";

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

/** Guides by sub-region since sixty days, by topic in ten days; and one concern that waits for an answer. */
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
}
