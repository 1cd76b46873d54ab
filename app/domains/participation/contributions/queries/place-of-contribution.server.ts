import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { mayRead } from "../policy.server";
import { commentByCode, ownComment } from "./find-comment.server";
import { contributionByCode, type FoundContribution, ownContribution } from "./find-contribution.server";

/**
 * The place around pages whose address does not name it: a contribution's permanent page, its draft, its state, and those
 * of comments.
 * @param path of the page
 * @returns the place's slug; null for other pages and for what this reader may not see
 */
export async function placeOfContribution(view: View, path: string): Promise<string | null> {
	const [, page, key] = /^\/(b|entwurf|stand|k|kommentar)\/([^/]+)/.exec(path) ?? [];
	if (!page || !key) return null;
	try {
		const contribution = await contributionOf(view, page, key);
		if ((page === "b" || page === "k") && mayRead(view.actor, contribution) === "nothing") return null;
		return contribution.process.organisation.space?.slug ?? null;
	} catch (error) {
		if (error instanceof NotFound) return null;
		throw error;
	}
}

async function contributionOf(view: View, page: string, key: string): Promise<FoundContribution> {
	if (page === "b") return contributionByCode(view, key);
	if (page === "k") return (await commentByCode(view, key)).contribution;
	if (page === "kommentar") return (await ownComment(view, { token: key })).contribution;
	return ownContribution(view, { token: key });
}
