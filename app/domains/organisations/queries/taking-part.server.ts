import { houseAddress } from "~/platform/address.server";
import { type Locale, textFor } from "~/platform/i18n";
import { storedRichText } from "~/platform/rich-text/check.server";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { renderRichText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { View } from "~/platform/world.server";
import { placeParts } from "../composition.server";
import { messages } from "../taking-part-messages";
import { type Place, placeOf } from "./place.server";
import { managedPlace } from "./place-start.server";

async function joinable(view: View, place: Place) {
	return (await Promise.all(placeParts().map((part) => part.joinable?.(view, place) ?? []))).flat();
}

/** What paper needs: how to call and write, and what can be joined now under which short address. @throws NotFound */
export async function takingPartOffline(view: View, slug: string) {
	const place = await placeOf(view, slug);
	const open = await joinable(view, place);
	return {
		place,
		address: houseAddress(`/o/${place.slug}`),
		open: open.map(({ title, shortPath, lastDay }) => ({ title, lastDay, address: houseAddress(shortPath) })),
	};
}

/** The place's own text in easy language, null while it has none. */
async function ownText(view: View, place: Place): Promise<RichText | null> {
	const row = await view.db.space.findUnique({ where: { slug: place.slug }, select: { easyLanguage: true } });
	return row?.easyLanguage ? storedRichText(row.easyLanguage) : null;
}

function houseText(locale: Locale, place: Place): RichText {
	return richTextFromMarkdown(textFor(locale, messages)("easy.text", { place: place.name }));
}

/** How to take part in easy language, and what there is in it to join now. The place's own text is German. @throws NotFound */
export async function easyLanguage(view: View, slug: string) {
	const place = await placeOf(view, slug);
	const [own, open] = await Promise.all([ownText(view, place), joinable(view, place)]);
	return {
		place,
		html: renderRichText(own ?? houseText(view.locale, place)),
		lang: own ? "de" : view.locale,
		texts: open.flatMap(({ title, easyLanguageHref }) => (easyLanguageHref ? [{ title, href: easyLanguageHref }] : [])),
	};
}

/** The text for those who may change it, as Markdown. @throws NotFound; Forbidden or SignInNeeded for others */
export async function managedEasyLanguage(view: View, slug: string) {
	const place = await managedPlace(view, slug);
	const own = await ownText(view, place);
	return { place, markdown: markdownFromRichText(own ?? houseText("de", place)), isOwn: own !== null };
}
