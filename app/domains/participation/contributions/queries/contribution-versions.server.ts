import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { storedHtml } from "../../stored-text.server";
import { contributionPage } from "./contribution-page.server";

/** The earlier texts of a contribution, newest first; none of what is not to be read now. @throws NotFound */
export async function contributionVersions(view: View, code: string) {
	const page = await contributionPage(view, code);
	if (page.shown !== "text") throw new NotFound();
	const versions = await view.db.contributionVersion.findMany({
		where: { contributionId: page.id },
		orderBy: { version: "desc" },
		take: 100,
	});
	return {
		code: page.code,
		title: page.title,
		versions: versions.map(({ version, title, body, category, place, replacedAt }) => ({
			version,
			title,
			html: storedHtml(body),
			category,
			place,
			replacedAt,
		})),
	};
}
