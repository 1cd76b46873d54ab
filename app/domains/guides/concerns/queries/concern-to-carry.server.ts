import type { View } from "~/platform/world.server";
import { bundledWith } from "./alike.server";
import { handledConcern } from "./find-concern.server";

/**
 * A concern for those who carry it on into a later domain, with the open ones of its bundle, which go along.
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded for others than those who handle it
 */
export async function concernToCarry(view: View, of: { ownerId: string; code: string }) {
	const concern = await handledConcern(view, of);
	const { id, code, text, state, origin, askerName, mayBePublic, municipalityId } = concern;
	const bundle = await bundledWith(view, concern);
	return {
		id,
		code,
		text,
		state,
		origin,
		askerName,
		mayBePublic,
		municipalityId,
		place: concern.municipality?.shortName ?? null,
		together: bundle.filter((one) => one.state !== "CLOSED").map((one) => ({ id: one.id, code: one.code })),
	};
}
