import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { ownHosts } from "~/platform/outgoing.server";
import { isOwnHost, outsideAddress } from "~/platform/outgoing-address";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { mayNameSystems } from "../../policy.server";

/** So many systems has no administration. */
const most = 20;

export type NamedSystem = {
	organisationId: string;
	name: string;
	/** Where people read in it, or the entry to its OParl interface. */
	address: string;
	/** The address is the entry to an OParl interface; the caller has seen it open. */
	readsOparl: boolean;
	/** Further hosts of the same system, e.g. one for its files. */
	moreHosts: readonly string[];
};

/**
 * Puts a council information system on the organisation's list: from now on the house asks its hosts, and no others, on behalf
 * of this organisation. With OParl it is read every night from now on.
 * @returns its id; refused with "address-unreadable", "host-unreadable", "name-taken", "too-many-systems"
 */
export const nameSystem = command(
	"council.name-system",
	async (
		world: ActWorld,
		{ organisationId, name, address, readsOparl, moreHosts }: NamedSystem,
	): Promise<
		Outcome<{ systemId: string }, "address-unreadable" | "host-unreadable" | "name-taken" | "too-many-systems">
	> => {
		demand(mayNameSystems, world.actor, { organisationId });
		const url = outsideAddress(address, ownHosts());
		if (!url) return refused("address-unreadable", { field: "address" });
		const hosts = new Set([url.host]);
		for (const host of moreHosts) {
			const further = outsideAddress(`https://${host}/`, ownHosts());
			const readable = further && (further.host === host || isOwnHost(further, [host]));
			if (!readable) return refused("host-unreadable", { field: "moreHosts", values: { host } });
			hosts.add(host);
		}
		await world.db
			.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`council-system:${organisationId}`}, 0))`;
		const there = await world.db.councilSystem.findMany({ where: { organisationId }, select: { name: true } });
		if (there.some((one) => one.name === name)) return refused("name-taken", { field: "name" });
		if (there.length >= most) return refused("too-many-systems", { field: "name", values: { most } });
		const systemId = newId(world.now);
		await world.db.councilSystem.create({
			data: {
				id: systemId,
				organisationId,
				name,
				hosts: [...hosts],
				oparlUrl: readsOparl ? url.href : null,
				createdById: personIdOf(world.actor),
				createdAt: world.now,
				nextReadAt: readsOparl ? world.now : null,
			},
		});
		world.record({
			type: "council.system.named",
			subject: { kind: "organisation", id: organisationId },
			ownerId: organisationId,
			facts: { system: systemId, oparl: readsOparl, hosts: hosts.size },
		});
		return done({ systemId });
	},
);

/** Takes a system off the list: it is neither read nor asked any more; what was read and copied stays. */
export const dropSystem = command(
	"council.drop-system",
	async (world: ActWorld, { systemId }: { systemId: string }): Promise<Outcome<null, "already-dropped">> => {
		const system = await world.db.councilSystem.findUnique({ where: { id: systemId } });
		if (!system) throw new NotFound();
		const { organisationId } = system;
		demand(mayNameSystems, world.actor, { organisationId });
		const { count } = await world.db.councilSystem.updateMany({
			where: { id: systemId, removedAt: null },
			data: { removedAt: world.now, nextReadAt: null },
		});
		if (count === 0) return refused("already-dropped");
		world.record({
			type: "council.system.dropped",
			subject: { kind: "organisation", id: organisationId },
			ownerId: organisationId,
			facts: { system: systemId },
		});
		return done(null);
	},
);

/** Asks for a reading now; the worker does it at once. Refused while one is under way. */
export const askForReading = command(
	"council.ask-for-reading",
	async (
		world: ActWorld,
		{ systemId }: { systemId: string },
	): Promise<Outcome<null, "being-read" | "not-readable">> => {
		const system = await world.db.councilSystem.findUnique({ where: { id: systemId } });
		if (!system) throw new NotFound();
		demand(mayNameSystems, world.actor, system);
		if (system.oparlUrl === null || system.removedAt !== null) return refused("not-readable");
		if (system.readingSince !== null && system.readingSince.getTime() > world.now.getTime() - longestReading) {
			return refused("being-read");
		}
		world.later({ name: readingJob, payload: { systemId } });
		world.record({
			type: "council.system.reading-asked",
			subject: { kind: "organisation", id: system.organisationId },
			ownerId: system.organisationId,
			facts: { system: systemId },
		});
		return done(null);
	},
);

export const readingJob = "council.read-oparl";

/** A reading that takes longer has died with its process. */
export const longestReading = 3 * 60 * 60 * 1000;
