import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { staffMessages } from "../staff-messages";
import type { QuestionKind } from "../survey";

type Question = { id: string; kind: QuestionKind; text: string; options: string[] };

/** The questions of a draft, with everything that can be done to them. */
export function SurveyQuestions({ here, questions }: { here: string; questions: readonly Question[] }) {
	const t = useText(staffMessages);
	return (
		<Section id="fragen" title={t("survey.questions")}>
			{questions.length === 0 && <p>{t("survey.noQuestions")}</p>}
			{questions.map(({ id, kind, text, options }, place) => (
				<article key={id} className="gw-flow">
					<h3>{`${place + 1}. ${text}`}</h3>
					<p className="gw-muted">{[t(`survey.kinds.${kind}`), ...options].join(" · ")}</p>
					<ButtonRow>
						<LinkButton small look="tertiary" href={`${here}/frage/${id}`} label={t("survey.changeOf", { text })}>
							{t("survey.change")}
						</LinkButton>
						{place > 0 && (
							<Form hidden={{ act: "up", question: id }} inline>
								<Button small look="tertiary" label={t("survey.upOf", { text })}>
									{t("survey.up")}
								</Button>
							</Form>
						)}
						<Form hidden={{ act: "remove", question: id }} inline>
							<Button small look="tertiary" label={t("survey.removeOf", { text })}>
								{t("survey.remove")}
							</Button>
						</Form>
					</ButtonRow>
				</article>
			))}
			<LinkButton look="secondary" href={`${here}/frage/neu`}>
				{t("survey.add")}
			</LinkButton>
		</Section>
	);
}
