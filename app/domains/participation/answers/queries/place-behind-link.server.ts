import { findPass } from "~/domains/accounts/index.server";
import type { View } from "~/platform/world.server";
import { inquiryPurpose, mayorPurpose } from "../policy.server";

const processWithPlace = {
	select: { process: { select: { organisation: { select: { space: { select: { slug: true } } } } } } },
} as const;

/**
 * The place that sent a link for one purpose: whoever is asked by it sees who asks.
 * @param path of the page, `/fachamt/…`, `/fachamt/…/liste` or `/freigabe/…`
 * @returns the place's slug; null for other pages and for links that are over or unknown
 */
export async function placeBehindLink(view: Pick<View, "db" | "now">, path: string): Promise<string | null> {
	const [, page, token] = /^\/(fachamt|freigabe)\/([^/]+)(?:\/liste)?$/.exec(path) ?? [];
	if (!page || !token) return null;
	const pass = await findPass(view, token, page === "fachamt" ? inquiryPurpose : mayorPurpose);
	if (!pass) return null;
	const where = { where: { id: pass.subject.id }, ...processWithPlace };
	const found = await (page === "fachamt"
		? view.db.inquiry.findUnique(where)
		: view.db.officialAnswer.findUnique(where));
	return found?.process.organisation.space?.slug ?? null;
}
