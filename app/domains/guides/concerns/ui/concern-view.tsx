import { Section } from "~/design/layout";
import { SummaryList } from "~/design/summary-list";
import { LocalDate } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../../messages";
import type { Responsible } from "../../queries/who-answers.server";
import { Paragraphs } from "../../ui/paragraphs";
import { PostFacts } from "../../ui/post-facts";
import { Why } from "../../ui/why";
import type { ConcernOutcome, channels, State, Step } from "../concern";
import { handlingMessages } from "../handling-messages";
import { messages as work } from "../work-messages";

/** A concern as everybody who may read it sees it. */
export type ReadableConcern = {
	code: string;
	state: State;
	text: string;
	capturedAt: Date;
	closedBecause: "ANSWERED" | "UNREACHABLE" | "ANONYMOUS" | null;
	place: string | null;
	topic: string | null;
	next: { step: Step; on: string; note: string | null } | null;
	responsible: Responsible | null;
	answers: {
		id: string;
		text: string;
		channel: (typeof channels)[number];
		sentAt: Date;
		asDeputy: boolean;
		deputyFor: string | null;
		notAnsweredAt: Date | null;
		outcome: ConcernOutcome | null;
		summary: string | null;
	}[];
};

/**
 * What comes next, the answers, the text and who is responsible. Only the person who asked is spoken to; those who handle it
 * also see how an answer was given.
 */
export function ConcernView({ concern, reader }: { concern: ReadableConcern; reader: "asker" | "handler" | "others" }) {
	const t = useText(messages);
	const w = useText(work);
	const told = reader === "asker" ? ("" as const) : ("Told" as const);
	const h = useText(handlingMessages);
	const format = useFormat();
	const { next, responsible, answers, closedBecause } = concern;
	return (
		<>
			{(next || closedBecause) && (
				<Section id="weiter" title={t("concern.nextTitle")}>
					{next && (
						<p>{t("concern.nextBy", { step: t(`steps${told}.${next.step}`), date: format.dateLong(next.on) })}</p>
					)}
					{next?.note && <p>{next.note}</p>}
					{closedBecause && <p>{t(`closings${told}.${closedBecause}`)}</p>}
				</Section>
			)}
			{answers.length > 0 && (
				<Section id="antworten" title={t("concern.answers")}>
					{answers.map((answer) => (
						<article key={answer.id} className="gw-flow">
							<h3>
								{t("concern.answeredOn", { date: format.dateLong(answer.sentAt) })}
								{answer.asDeputy &&
									` (${answer.deputyFor ? t("concern.inDeputyFor", { name: answer.deputyFor }) : t("concern.inDeputy")})`}
								{reader === "handler" && `, ${w(`channels.${answer.channel}`)}`}
							</h3>
							{answer.outcome && (
								<p>
									<strong>{h(`outcomes.${answer.outcome}`)}</strong>
								</p>
							)}
							<Paragraphs text={answer.text} />
							{answer.notAnsweredAt && <p>{t("status.objected", { date: format.dateLong(answer.notAnsweredAt) })}</p>}
						</article>
					))}
				</Section>
			)}
			<Section id="text" title={t("concern.text")}>
				<Paragraphs text={concern.text} />
				<SummaryList
					rows={[
						{ term: t("concern.reference"), value: concern.code },
						{ term: t("concern.place"), value: concern.place ?? t("concern.unknown") },
						{ term: t("concern.topic"), value: concern.topic ?? t("concern.unknown") },
						{ term: t("concern.capturedOn"), value: <LocalDate value={concern.capturedAt} /> },
					]}
				/>
			</Section>
			{responsible && (
				<Section id="zustaendig" title={`${t("concern.post")}: ${responsible.post.label}`}>
					<PostFacts post={responsible.post} />
					<p>
						<Why explanation={responsible.explanation} />
					</p>
				</Section>
			)}
		</>
	);
}
