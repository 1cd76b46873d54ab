import { isOpenSpace, placeOf } from "~/domains/organisations/index.server";
import type { ActWorld } from "~/platform/act.server";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayManageProjects, mayReadProject } from "../policy.server";
import { participations, stages, storedWord, usualThreshold } from "../project";

const whole = {
	organisation: {
		select: {
			shortName: true,
			space: { select: { slug: true, name: true, openedAt: true } },
			projectListRules: { select: { threshold: true } },
		},
	},
} satisfies Prisma.ListedProjectInclude;

type Row = Prisma.ListedProjectGetPayload<{ include: typeof whole }>;

function given(row: Row, now: Date) {
	return {
		...row,
		stage: storedWord(stages, row.stage),
		participation: storedWord(participations, row.participation),
		spaceIsOpen: isOpenSpace(row.organisation.space, now),
		threshold: row.organisation.projectListRules?.threshold ?? usualThreshold,
	};
}

export type FoundProject = ReturnType<typeof given>;

/** A project by its short code, as far as this reader may see it. @throws NotFound when not there or not for them */
export async function projectByCode(view: View, code: string): Promise<FoundProject> {
	const row = await view.db.listedProject.findUnique({ where: { code: code.toUpperCase() }, include: whole });
	const found = row && given(row, view.now);
	if (!found || !mayReadProject(view.actor, found, view.now)) throw new NotFound();
	return found;
}

/**
 * A project of this place for those who keep the list.
 * @throws NotFound when the place has no such project, Forbidden or SignInNeeded when they may not
 */
export async function managedProject(view: View, at: { place: string; code: string }): Promise<FoundProject> {
	const { organisationId } = await placeOf(view, at.place);
	demand(mayManageProjects, view.actor, { organisationId });
	const found = await projectByCode(view, at.code);
	if (found.organisationId !== organisationId) throw new NotFound();
	return found;
}

/** A project by its id, for acts; the caller asks the policy. @throws NotFound when it is not there */
async function projectById(view: Pick<View, "db" | "now">, id: string): Promise<FoundProject> {
	const row = await view.db.listedProject.findUnique({ where: { id }, include: whole });
	if (!row) throw new NotFound();
	return given(row, view.now);
}

/** The same for an act that changes it: the row is locked until the act is over. @throws NotFound when it is not there */
export async function lockedProject(world: ActWorld, id: string): Promise<FoundProject> {
	await world.db.$queryRaw`SELECT 1 FROM listed_project WHERE id = ${id}::uuid FOR UPDATE`;
	return projectById(world, id);
}
