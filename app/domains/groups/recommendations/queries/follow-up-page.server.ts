import { Forbidden } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { type DecisionLife, decisionLife } from "./decision-life.server";
import { recommendationPage } from "./recommendation-page.server";

/**
 * A decision for the page of one act on it.
 * @param act the act that this reader must be allowed to do
 * @throws NotFound, and Forbidden where the act is not theirs or not possible now
 */
export async function followUpPage(view: View, code: string, act: keyof DecisionLife["may"]) {
	const { id, title, group, code: known } = await recommendationPage(view, code);
	const life = await decisionLife(view, id);
	if (!life.may[act]) throw new Forbidden();
	return { id, code: known, title, group, life };
}
