import type { ActWorld } from "~/platform/act.server";

/** Lets the surveys of a process be found from the moment it is public; inside the act that publishes it. */
export async function announceSurveys(world: ActWorld, processId: string): Promise<void> {
	const surveys = await world.db.survey.findMany({ where: { processId }, select: { id: true, organisationId: true } });
	for (const { id, organisationId } of surveys) {
		world.record({
			type: "participation.survey.announced",
			subject: { kind: "survey", id },
			ownerId: organisationId,
		});
	}
}
