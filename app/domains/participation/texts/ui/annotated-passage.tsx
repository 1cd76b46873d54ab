import { Section } from "~/design/layout";
import { SummaryList } from "~/design/summary-list";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { AnnotatedPassage as Passage } from "../queries/annotated-passage.server";

/** What an annotation is about, on the pages of the contribution: text, passage, suggested words, and where it went in. */
export function AnnotatedPassage({ passage }: { passage: Passage }) {
	const t = useText(messages);
	const { text, version, quote, whole, blockKey, suggestion, credits } = passage;
	return (
		<Section id="stelle" title={t("passage.title")}>
			<SummaryList
				rows={[
					{
						term: t("passage.text"),
						value: (
							<a href={`${text.href}?fassung=${version}${blockKey ? `#absatz-${blockKey}` : ""}`}>
								{t("versionOf", { title: text.title, number: String(version) })}
							</a>
						),
					},
					{
						term: t("passage.words"),
						value: blockKey === null ? t("passage.whole") : whole ? `${quote} (${t("page.toBlock")})` : quote,
					},
					...(suggestion ? [{ term: t("passage.suggestion"), value: suggestion }] : []),
					...(credits.length > 0
						? [
								{
									term: t("passage.credited"),
									value: credits.map((credit) => (
										<p key={`${credit.version}.${credit.blockKey}`}>
											<a href={`${text.href}?fassung=${credit.version}#absatz-${credit.blockKey}`}>
												{t("passage.creditedIn", { number: String(credit.version) })}
											</a>
										</p>
									)),
								},
							]
						: []),
				]}
			/>
		</Section>
	);
}
