import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { GroupDocuments } from "../queries/document-pages.server";
import { textsPath } from "./document-crumbs";

/** A group's texts on its page; nothing for readers outside while none is public. */
export function DocumentsPart({
	texts,
	head,
}: {
	texts: GroupDocuments;
	head: { place: { slug: string; name: string }; group: { slug: string; name: string } };
}) {
	const t = useText(messages);
	const path = textsPath(head);
	if (texts.documents.length === 0 && !texts.inside) return null;
	return (
		<Section id="texte" title={t("list.title")}>
			{texts.documents.length === 0 ? (
				<p>{t("list.none")}</p>
			) : (
				<ul>
					{texts.documents.slice(0, 5).map(({ code, title, draft, draftOpen, version, openSuggestions }) => (
						<li key={code}>
							<a href={`${path}/${code}`}>{title}</a>
							{": "}
							{[
								...(version ? [t("version", { number: String(version.number) })] : []),
								...(texts.inside && draftOpen ? [t("draft", { number: String(draft) })] : []),
								...(openSuggestions > 0 ? [t("list.suggestions", { count: openSuggestions })] : []),
							].join(", ")}
						</li>
					))}
				</ul>
			)}
			<p>
				<a href={texts.may.begin && texts.documents.length === 0 ? `${path}/neu` : path}>
					{t(texts.may.begin && texts.documents.length === 0 ? "list.begin" : "list.all")}
				</a>
			</p>
		</Section>
	);
}
