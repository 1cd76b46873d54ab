import type { View } from "~/platform/world.server";
import { placeBehindLink } from "./answers/index.server";
import { placeOfPaper } from "./ballots/index.server";
import { placeOfContribution } from "./contributions/queries/place-of-contribution.server";
import { placeOfRegistration } from "./events/index.server";
import { placeOfProject } from "./project-list/index.server";
import { placeOfForm } from "./surveys/index.server";

/**
 * The place around pages whose address does not name it.
 * @param path of the page
 * @returns the place's slug; null for other pages and for what this reader may not see
 */
export async function placeOfPage(view: View, path: string): Promise<string | null> {
	return (
		(await placeOfContribution(view, path)) ??
		(await placeOfPaper(view, path)) ??
		(await placeOfForm(view, path)) ??
		(await placeOfRegistration(view, path)) ??
		(await placeOfProject(view, path)) ??
		(await placeBehindLink(view, path))
	);
}
