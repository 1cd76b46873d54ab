import { ButtonRow, LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { LoadedSurveys } from "../queries/part.server";
import { useWhen } from "./when";

/** The surveys of a process on its public page: whether one can answer, and the way to the results. */
export function SurveysPart({ part, path }: { part: LoadedSurveys; path: string }) {
	const t = useText(messages);
	const { surveys, answering, mayReadResults, manageHref } = part;
	const when = useWhen(answering);
	const [only] = surveys;
	return (
		<Section id="umfragen" title={t("part.title", { count: surveys.length })} intro={when}>
			<CardList>
				{surveys.map(({ number, title, questions }) => (
					<Card
						key={number}
						title={title}
						href={`${path}/umfrage/${number}`}
						foot={<span>{t("part.questions", { count: questions })}</span>}
					/>
				))}
			</CardList>
			<ButtonRow>
				{only && surveys.length === 1 && answering.open && (
					<LinkButton href={`${path}/umfrage/${only.number}`}>{t("part.answer")}</LinkButton>
				)}
				{only && surveys.length === 1 && mayReadResults && (
					<LinkButton look="secondary" href={`${path}/umfrage/${only.number}/ergebnis`}>
						{t("part.results")}
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
