import { Badge } from "~/design/badge";
import { Button, LinkButton } from "~/design/button";
import { Card } from "~/design/card";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { Period } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import { partyMessages } from "../party-messages";
import type { partyPage } from "../queries/party-page.server";

type Page = Awaited<ReturnType<typeof partyPage>>;

/** In which functions a person matters, for what, and until when that is looked at again. */
export function PartyMarks({ page, here, error }: { page: Page; here: string; error?: string }) {
	const t = useText(partyMessages);
	const say = useText(messages);
	const { dateLong } = useFormat();
	return (
		<Section
			id="schluesselperson"
			title={t("marks.title")}
			aside={
				page.may.keep && (
					<LinkButton href={`${here}/schluesselperson`} look="secondary" small>
						{t("marks.add")}
					</LinkButton>
				)
			}
		>
			{page.marks.length === 0 && <p>{t("marks.none")}</p>}
			{page.marks.map((mark) => (
				<Card
					key={mark.id}
					title={mark.about.join(" · ")}
					above={mark.capacity}
					state={
						<>
							{mark.inForce && mark.due && <Badge tone="warning">{t("marks.due")}</Badge>}
							{mark.inForce && mark.uncertain && <Badge tone="warning">{say("uncertain")}</Badge>}
						</>
					}
					foot={
						<>
							<Period from={mark.since} until={mark.lastDay ?? undefined} /> ·{" "}
							{mark.author ? t("party.by", { source: mark.source, name: mark.author }) : mark.source} ·{" "}
							{t("marks.review")} {dateLong(mark.reviewOn)}
						</>
					}
				>
					<p>{mark.why}</p>
					{mark.inForce && page.may.keep && (
						<>
							<Form id={`pruefen-${mark.id}`} hidden={{ act: "review", mark: mark.id }}>
								<DateField name="reviewOn" label={t("marks.until")} error={mark.due ? error : undefined} />
								<Button look="secondary" small label={`${t("marks.goOn")}: ${mark.capacity}`}>
									{t("marks.goOn")}
								</Button>
							</Form>
							<Form id={`enden-${mark.id}`} hidden={{ act: "end-mark", mark: mark.id }} inline>
								<Button look="tertiary" small label={`${t("marks.end")}: ${mark.capacity}`}>
									{t("marks.end")}
								</Button>
							</Form>
						</>
					)}
				</Card>
			))}
		</Section>
	);
}
