import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { hasRole, personIdOf } from "~/platform/actor";
import { parseDay, today } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand, either, type Policy } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { type HelpAct, helpStateOf, mayHappenToHelp } from "../help";
import { mayManageProcesses } from "../policy.server";
import { lockedProcess } from "../queries/find-process.server";

/**
 * Asks another organisation with an open place for help with one process. It may do nothing before it has accepted.
 * Refused while it is asked or helps already.
 */
export const askForHelp = command(
	"participation.ask-for-help",
	async (
		world: ActWorld,
		{ processId, helperId, request }: { processId: string; helperId: string; request: string },
	): Promise<Outcome<null, "help-asked-already" | "helper-unknown" | "process-archived">> => {
		const process = await lockedProcess(world, processId);
		demand(mayManageProcesses, world.actor, process);
		if (process.archivedAt || process.binnedAt) return refused("process-archived");
		const space = await world.db.space.findUnique({ where: { organisationId: helperId }, select: { openedAt: true } });
		if (!space || space.openedAt > world.now || helperId === process.organisationId) {
			return refused("helper-unknown", { field: "helperId" });
		}
		const living = await world.db.processHelp.count({ where: { processId, helperId, endedAt: null } });
		if (living > 0) return refused("help-asked-already", { field: "helperId" });
		const id = newId(world.now);
		try {
			await world.db.processHelp.create({
				data: { id, processId, helperId, request, askedById: personIdOf(world.actor), askedAt: world.now },
			});
		} catch (error) {
			if (isTaken(error)) return refused("help-asked-already", { field: "helperId" });
			throw error;
		}
		world.record({
			type: "participation.help.asked",
			subject: { kind: "process", id: processId },
			ownerId: process.organisationId,
			facts: { help: id, helper: helperId },
		});
		return done(null);
	},
);

/** Accepts to help; from here on the helper's participation managers may work on this one process. */
export const acceptHelp = command(
	"participation.accept-help",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "help-not-possible">> => {
		const help = await helpFor(world, id, { act: "accept", may: isHelper });
		if (!help.done) return help;
		await world.db.processHelp.update({
			where: { id },
			data: { acceptedAt: world.now, acceptedById: personIdOf(world.actor) },
		});
		recordHelp(world, "accepted", help.value);
		return done(null);
	},
);

/** Declines, takes back or ends help; either side does that, at any time. */
export const endHelp = command(
	"participation.end-help",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "help-not-possible">> => {
		const help = await helpFor(world, id, { act: "end", may: either(isHelper, isOwner) });
		if (!help.done) return help;
		await world.db.processHelp.update({
			where: { id },
			data: { endedAt: world.now, endedById: personIdOf(world.actor) },
		});
		recordHelp(world, "ended", help.value);
		return done(null);
	},
);

/** Notes time that the helping organisation spent, in minutes of one day; both sides read it. */
export const noteHours = command(
	"participation.note-help-hours",
	async (
		world: ActWorld,
		{ id, day, minutes, what }: { id: string; day: string; minutes: number; what: string },
	): Promise<Outcome<null, "help-not-possible" | "day-unknown" | "day-in-future">> => {
		const help = await helpFor(world, id, { act: "note-hours", may: isHelper });
		if (!help.done) return help;
		const on = parseDay(day);
		if (!on) return refused("day-unknown", { field: "day" });
		if (on > today(world.now)) return refused("day-in-future", { field: "day" });
		await world.db.helpHours.create({
			data: {
				id: newId(world.now),
				helpId: id,
				day: on,
				minutes,
				what,
				byId: personIdOf(world.actor),
				at: world.now,
			},
		});
		recordHelp(world, "hours-noted", help.value, { minutes });
		return done(null);
	},
);

type FoundHelp = { id: string; helperId: string; process: { id: string; organisationId: string } };

const isHelper: Policy<FoundHelp> = (actor, { helperId }) => hasRole(actor, helperId, "participation-manager");
const isOwner: Policy<FoundHelp> = (actor, { process }) => mayManageProcesses(actor, process);

async function helpFor(
	world: ActWorld,
	id: string,
	{ act, may }: { act: HelpAct; may: Policy<FoundHelp> },
): Promise<Outcome<FoundHelp, "help-not-possible">> {
	await world.db.$queryRaw`SELECT 1 FROM process_help WHERE id = ${id}::uuid FOR UPDATE`;
	const help = await world.db.processHelp.findUnique({
		where: { id },
		include: { process: { select: { id: true, organisationId: true } } },
	});
	if (!help) throw new NotFound();
	demand(may, world.actor, help);
	return mayHappenToHelp(helpStateOf(help), act) ? done(help) : refused("help-not-possible");
}

function recordHelp(
	world: ActWorld,
	what: "accepted" | "ended" | "hours-noted",
	{ id, helperId, process }: FoundHelp,
	facts: { minutes?: number } = {},
): void {
	world.record({
		type: `participation.help.${what}`,
		subject: { kind: "process", id: process.id },
		ownerId: process.organisationId,
		facts: { help: id, helper: helperId, ...facts },
	});
}
