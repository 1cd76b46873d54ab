import type { JSONContent } from "@tiptap/core";
import { canonical } from "~/platform/rich-text/canonical";
import { attributesOf, type RichText, safeHref } from "~/platform/rich-text/schema";

/** The editor's document in the house's own schema: Tiptap's further attributes (target, rel, class, type) fall away. */
export function richTextOf(document: JSONContent): RichText {
	// The editor only holds nodes of our schema; the server checks it again.
	return canonical(pruned(document) as RichText);
}

function pruned({ type, text, attrs, marks, content }: JSONContent): JSONContent {
	const kept = marks?.flatMap((mark) => {
		if (mark.type !== "link") return [{ type: mark.type }];
		const href = safeHref(String(mark.attrs?.href ?? ""));
		return href === null ? [] : [{ type: "link", attrs: { href } }];
	});
	const names = type ? (attributesOf[type] ?? []) : [];
	const own = Object.fromEntries(names.flatMap((name) => (attrs?.[name] == null ? [] : [[name, attrs[name]]])));
	return {
		type,
		...(text !== undefined && { text }),
		...(Object.keys(own).length > 0 && { attrs: own }),
		...(kept && kept.length > 0 && { marks: kept }),
		...(content && { content: content.map(pruned) }),
	};
}

/** What people type as an address: "www.mayen.de", "rathaus@mayen.de" and "0261 108-0" are understood. Null when none. */
export function hrefFromInput(typed: string): string | null {
	const text = typed.trim();
	if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return safeHref(/^tel:/i.test(text) ? text.replace(/\s/g, "") : text);
	if (text.startsWith("/")) return safeHref(text);
	if (/^\+?[0-9][0-9\s()/.-]{2,}$/.test(text)) return safeHref(`tel:${text.replace(/[\s/]/g, "")}`);
	if (text.includes("@")) return safeHref(`mailto:${text}`);
	return text.includes(".") ? safeHref(`https://${text}`) : null;
}
