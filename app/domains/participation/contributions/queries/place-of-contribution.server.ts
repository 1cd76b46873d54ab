import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { mayRead } from "../policy.server";
import { contributionByCode, ownContribution } from "./find-contribution.server";

/**
 * The place around pages whose address does not name it: a contribution's permanent page, its draft, its state.
 * @param path of the page
 * @returns the place's slug; null for other pages and for what this reader may not see
 */
export async function placeOfContribution(view: View, path: string): Promise<string | null> {
	const [, page, key] = /^\/(b|entwurf|stand)\/([^/]+)/.exec(path) ?? [];
	if (!page || !key) return null;
	try {
		const contribution =
			page === "b" ? await contributionByCode(view, key) : await ownContribution(view, { token: key });
		if (page === "b" && mayRead(view.actor, contribution) === "nothing") return null;
		return contribution.process.organisation.space?.slug ?? null;
	} catch (error) {
		if (error instanceof NotFound) return null;
		throw error;
	}
}
