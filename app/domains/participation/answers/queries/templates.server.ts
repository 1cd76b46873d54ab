import { placeOf } from "~/domains/organisations/index.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { plainText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { View } from "~/platform/world.server";
import { templatesMost } from "../commands/change-template.server";
import { mayAnswer } from "../policy.server";

/** The text blocks of an organisation by name; the caller has asked the policy. */
export async function templatesOf(view: Pick<View, "db">, organisationId: string) {
	const rows = await view.db.answerTemplate.findMany({
		where: { organisationId },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		take: templatesMost,
		select: { id: true, name: true, disposition: true, reason: true, changedAt: true },
	});
	// stored only after the check of the house's own schema
	return rows.map(({ reason, ...row }) => ({
		...row,
		text: plainText(reason as RichText),
		markdown: markdownFromRichText(reason as RichText),
	}));
}

/** The page „Textbausteine“ of a place. @throws NotFound, Forbidden */
export async function templatesPage(view: View, { place: slug }: { place: string }) {
	const { organisationId } = await placeOf(view, slug);
	demand(mayAnswer, view.actor, { organisationId });
	return { organisationId, templates: await templatesOf(view, organisationId) };
}

/** One text block, to change it. @throws NotFound, Forbidden */
export async function templatePage(view: View, { place, id }: { place: string; id: string }) {
	const { organisationId } = await placeOf(view, place);
	demand(mayAnswer, view.actor, { organisationId });
	const row = await view.db.answerTemplate.findFirst({ where: { id, organisationId } });
	if (!row) throw new NotFound();
	const { name, disposition, revision } = row;
	return { id, name, disposition, revision, reason: markdownFromRichText(row.reason as RichText) };
}
