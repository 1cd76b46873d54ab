import { LocalDate } from "~/design/time";
import { useText } from "~/platform/i18n";
import { DispositionBadge } from "../../answers/index";
import { useAuthorName } from "../../contributions/ui/author-name";
import { messages } from "../messages";
import type { PlacedAnnotation } from "../queries/annotations.server";
import { shortQuote } from "../text";

/** Annotations one below the other: what they are about, what was said, by whom, and what became of it. */
export function AnnotationNotes({
	annotations,
	results,
}: {
	annotations: readonly PlacedAnnotation[];
	/** Released results by id of the annotation. */
	results: ReadonlyMap<string, string>;
}) {
	const t = useText(messages);
	const nameOf = useAuthorName();
	return (
		<ul className="gw-notes">
			{annotations.map(({ id, code, number, quote, whole, excerpt, suggestion, author, at, how }) => {
				const result = results.get(id);
				return (
					<li key={id} className="gw-note" id={`anmerkung-${number}`}>
						<p className="gw-note__head">
							<a href={`/b/${code}`}>{t("page.mark", { number: String(number) })}</a>{" "}
							{quote && (whole ? t("page.toBlock") : t("page.toQuote", { quote: shortQuote(quote, 80) }))}
						</p>
						{how === "context" && <p className="gw-note__aside">{t("page.moved")}</p>}
						{how === "similar" && <p className="gw-note__aside">{t("page.similar")}</p>}
						{how === "paragraph" && <p className="gw-note__aside">{t("page.paragraph")}</p>}
						<p>{excerpt}</p>
						{suggestion && <p>{t("page.suggestion", { words: shortQuote(suggestion, 300) })}</p>}
						<p className="gw-note__foot">
							<span>{nameOf(author)}</span>
							{at && <LocalDate value={at} />}
							{result ? <DispositionBadge disposition={result} /> : <span>{t("page.open")}</span>}
						</p>
					</li>
				);
			})}
		</ul>
	);
}
