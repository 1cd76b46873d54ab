import { type ActWorld, command } from "~/platform/act.server";
import { parseDay } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import {
	type AuthorityProblem,
	authorityLimits,
	authorityPeriod,
	type DueProblem,
	dueProblem,
	readAuthorities,
} from "../authority";
import { mayManagePlanning } from "../policy.server";
import { dayNow, landOf, lockedPlanning } from "../queries/find-planning.server";
import { record } from "./set-up.server";

/**
 * Takes authorities (Behörden und sonstige Träger öffentlicher Belange) into the list of a plan, all or none. One that was
 * on the list before is on it again; one that is on it gets the name that is written now.
 */
export const addAuthorities = command(
	"participation.add-planning-authorities",
	async (
		world: ActWorld,
		{ processId, list }: { processId: string; list: string },
	): Promise<Outcome<{ total: number }, AuthorityProblem>> => {
		const planning = await lockedPlanning(world, processId);
		demand(mayManagePlanning, world.actor, planning);
		const read = readAuthorities(list);
		if (!read.done) return read;
		for (const { name, email } of read.value) {
			await world.db.planningAuthority.upsert({
				where: { processId_email: { processId, email } },
				create: { id: newId(world.now), processId, name, email },
				update: { name, removedAt: null },
			});
		}
		const total = await world.db.planningAuthority.count({ where: { processId, removedAt: null } });
		if (total > authorityLimits.most) return refused("too-many-authorities", { field: "list" });
		record(world, planning, "authorities-listed", { added: read.value.length, total });
		return done({ total });
	},
);

/** Takes an authority off the list; its notices and statements stay. */
export const removeAuthority = command(
	"participation.remove-planning-authority",
	async (world: ActWorld, { processId, id }: { processId: string; id: string }) => {
		const planning = await lockedPlanning(world, processId);
		demand(mayManagePlanning, world.actor, planning);
		const { count } = await world.db.planningAuthority.updateMany({
			where: { id, processId, removedAt: null },
			data: { removedAt: world.now },
		});
		if (count === 0) throw new NotFound();
		record(world, planning, "authority-removed", { authority: id });
		return done(null);
	},
);

type NotifyRefusal = DueProblem | "day-unknown" | "not-announced" | "nobody-to-notify";

/**
 * Notifies everybody on the list who was not notified of the present display yet, electronically (§ 3 (2) sentence 3, § 4 (2)
 * BauGB): a mail each, through the outbox, with the last day for the statement. The display has to be announced and not over.
 * @returns how many
 */
export const notifyAuthorities = command(
	"participation.notify-planning-authorities",
	async (
		world: ActWorld,
		{ processId, dueOn }: { processId: string; dueOn: string },
	): Promise<Outcome<{ notified: number }, NotifyRefusal>> => {
		const planning = await lockedPlanning(world, processId);
		demand(mayManagePlanning, world.actor, planning);
		const today = dayNow(world);
		const due = parseDay(dueOn);
		if (!due) return refused("day-unknown", { field: "dueOn" });
		const display = planning.displays.at(-1);
		if (!display?.announced || display.endsOn < today) return refused("not-announced");
		const { earliest } = authorityPeriod(today, display.endsOn, await landOf(world, planning.organisationId));
		const problem = dueProblem({ round: display.round, dueOn }, earliest, today);
		if (problem) return { done: false, refusals: [problem] };
		const authorities = await world.db.planningAuthority.findMany({
			where: { processId, removedAt: null, notifications: { none: { round: display.round } } },
			select: { id: true },
		});
		if (authorities.length === 0) return refused("nobody-to-notify");
		for (const { id: authorityId } of authorities) {
			const id = newId(world.now);
			await world.db.planningNotification.create({
				data: { id, authorityId, processId, round: display.round, sentAt: world.now, dueOn: due },
			});
			record(world, planning, "authority-notified", { notification: id, round: display.round, dueOn });
		}
		return done({ notified: authorities.length });
	},
);
