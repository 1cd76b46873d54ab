import { type ActWorld, command } from "~/platform/act.server";
import { kept } from "~/platform/database/kept.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { mayKeepNetwork, recordedFor } from "../policy.server";
import { typesOf } from "../queries/relation-types.server";
import type { PartyKind } from "../vocabulary";

export type RelationTypeInput = {
	ownerId: string;
	forwardDe: string;
	backwardDe: string;
	forwardEn: string;
	backwardEn: string;
	directed: boolean;
	fromKind: PartyKind | null;
	toKind: PartyKind | null;
};

/**
 * Adds a type of relation of the owner's own: two labels in two languages; an undirected one reads the same from both ends.
 * @returns its key; refuses a missing second label and a first one that is there already
 * @throws Forbidden or SignInNeeded
 */
export const addRelationType = command(
	"network.add-relation-type",
	async (
		world: ActWorld,
		{ ownerId, directed, ...input }: RelationTypeInput,
	): Promise<Outcome<{ key: string }, "label-missing" | "label-taken" | "ends-differ">> => {
		demand(mayKeepNetwork, world.actor, { ownerId });
		if (directed && !input.backwardDe) return refused("label-missing", { field: "backwardDe" });
		if (directed && !input.backwardEn) return refused("label-missing", { field: "backwardEn" });
		if (!directed && input.fromKind !== input.toKind) return refused("ends-differ", { field: "toKind" });
		const taken = { code: "label-taken" as const, field: "forwardDe" };
		const types = await typesOf(world, ownerId);
		if (types.some(({ forward }) => forward.de === input.forwardDe)) return refused(taken.code, taken);
		const backward = directed ? {} : { backwardDe: input.forwardDe, backwardEn: input.forwardEn };
		const id = newId(world.now);
		const data = { ...input, ...backward, id, ownerId, directed, createdAt: world.now };
		const written = await kept(world.db.networkRelationType.create({ data }), { unique: taken });
		if (!written.done) return written;
		world.record({
			type: "network.relation-type.added",
			subject: { kind: "organisation", id: ownerId },
			...recordedFor(world.actor, ownerId),
			facts: { relationType: id, directed },
		});
		return done({ key: id });
	},
);
