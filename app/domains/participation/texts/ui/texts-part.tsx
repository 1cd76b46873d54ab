import { ButtonRow, LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { LoadedTexts } from "../queries/part.server";

/** The texts of a process on its public page: what can be read, and from or until when one can say something about it. */
export function TextsPart({ part: { texts, annotating, manageHref }, path }: { part: LoadedTexts; path: string }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	// what closes at midnight is named by the day before it
	const lastDay = annotating.until && dateLong(new Date(annotating.until.getTime() - 1));
	const when = annotating.open
		? lastDay && t("part.open", { date: lastDay })
		: annotating.from
			? t("part.later", { date: dateLong(annotating.from) })
			: lastDay && t("part.over", { date: lastDay });
	return (
		<Section id="texte" title={t("part.title", { count: Math.max(texts.length, 1) })} intro={texts.length > 0 && when}>
			<CardList>
				{texts.map(({ code, title, version, publishedAt, annotations }) => (
					<Card
						key={code}
						title={title}
						href={`${path}/text/${code}`}
						foot={
							<>
								{publishedAt && (
									<span>{t("part.since", { number: String(version), date: dateLong(publishedAt) })}</span>
								)}
								<span>{t("part.annotations", { count: annotations })}</span>
							</>
						}
					/>
				))}
			</CardList>
			<ButtonRow>
				{texts[0] && texts.length === 1 && (
					<LinkButton href={`${path}/text/${texts[0].code}`}>
						{t(annotating.open ? "part.readAndAnnotate" : "part.read")}
					</LinkButton>
				)}
				{manageHref && (
					<LinkButton look="secondary" href={manageHref}>
						{t("part.manage")}
					</LinkButton>
				)}
			</ButtonRow>
		</Section>
	);
}
