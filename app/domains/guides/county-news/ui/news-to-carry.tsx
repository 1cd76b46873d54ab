import { Button, ButtonRow } from "~/design/button";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { Paragraphs } from "../../ui/paragraphs";
import { messages } from "../messages";

export type NewsToCarry = {
	id: string;
	title: string;
	text: string;
	validUntil: string;
	raisedAt: Date | null;
	discussedAt: Date | null;
};

/** „Neues zum Mitnehmen“: what the county wants to be said in this town hall, ticked there. */
export function NewsToCarryList({ news, action }: { news: readonly NewsToCarry[]; action: string }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	return (
		<Section id="neues" title={t("carry.title")}>
			{news.length === 0 && <p>{t("carry.none")}</p>}
			{news.map(({ id, title, text, validUntil, raisedAt, discussedAt }) => (
				<article key={id} className="gw-flow">
					<h3>{title}</h3>
					<Paragraphs text={text} />
					<p>
						{[
							t("carry.until", { date: dateLong(validUntil) }),
							discussedAt
								? t("carry.isDiscussed", { date: dateLong(discussedAt) })
								: raisedAt && t("carry.isRaised", { date: dateLong(raisedAt) }),
						]
							.filter(Boolean)
							.join(", ")}
					</p>
					<Form action={action} hidden={{ delivery: id }} inline>
						<ButtonRow>
							{(raisedAt ? (["take-back"] as const) : (["raised", "discussed"] as const)).map((act) => {
								const label = t(act === "take-back" ? "carry.takeBack" : `carry.${act}`);
								return (
									<Button
										key={act}
										look="secondary"
										name="act"
										value={act}
										label={t("carry.of", { act: label, title })}
									>
										{label}
									</Button>
								);
							})}
						</ButtonRow>
					</Form>
				</article>
			))}
		</Section>
	);
}
