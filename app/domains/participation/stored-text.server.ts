import type { Prisma } from "~/platform/database/generated/client";
import { checkRichText } from "~/platform/rich-text/check.server";
import { renderRichText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";

/** A rich text as the database holds it; it was checked when it was stored, so anything else is a broken house. */
export function storedText(json: Prisma.JsonValue): RichText {
	const checked = checkRichText(json);
	if (!checked.done) throw new Error("a stored text is no rich text");
	return checked.value;
}

/** The same as HTML below a heading of level 2; an absent text is empty. */
export function storedHtml(json: Prisma.JsonValue | null): string {
	return json === null ? "" : renderRichText(storedText(json), { headingsFrom: 3 });
}
