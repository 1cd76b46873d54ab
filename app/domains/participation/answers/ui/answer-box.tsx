import { Badge } from "~/design/badge";
import { Disclosure } from "~/design/disclosure";
import { Section } from "~/design/layout";
import { RichTextView } from "~/design/rich-text-view";
import { useFormat, useText } from "~/platform/i18n";
import { isReleaseWay } from "../../second-person";
import { isDisposition, toneOf } from "../disposition";
import { messages } from "../messages";
import type { PublicAnswer } from "../queries/public-answers.server";

/** The answer of the administration below a contribution: result, reason, who answered when, how it was released, earlier versions. */
export function AnswerBox({ answer, id, level = 2 }: { answer: PublicAnswer; id: string; level?: 2 | 3 }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { duplicateOf, earlier, releasedAt, how } = answer;
	const corrected = earlier.length > 0;
	return (
		<Section title={t("box.title", { by: answer.by })} id={id} level={level}>
			<div className="gw-flow" data-answer="">
				<DispositionBadge disposition={answer.disposition} />
				<RichTextView html={answer.reasonHtml} />
				{duplicateOf && (
					<p>
						{t("box.duplicate", { number: String(duplicateOf.number ?? "") })}{" "}
						<a href={duplicateOf.href}>{duplicateOf.title}</a>
					</p>
				)}
				<p>
					{t(corrected ? "box.corrected" : "box.on", { date: dateLong(releasedAt) })}{" "}
					{how !== null && isReleaseWay(how) && t(`releasedHow.${how}`)}
				</p>
				{corrected && (
					<Disclosure summary={t("box.earlier", { count: earlier.length })}>
						{earlier.map((version) => (
							<div key={version.releasedAt.toISOString()} className="gw-flow">
								<p>
									<strong>
										{t("box.earlierOn", {
											date: dateLong(version.releasedAt),
											disposition: isDisposition(version.disposition) ? t(`dispositions.${version.disposition}`) : "",
										})}
									</strong>
								</p>
								<RichTextView html={version.reasonHtml} />
							</div>
						))}
					</Disclosure>
				)}
			</div>
		</Section>
	);
}

/** The result in its words, also for lists. */
export function DispositionBadge({ disposition }: { disposition: string }) {
	const t = useText(messages);
	if (!isDisposition(disposition)) return null;
	return <Badge tone={toneOf(disposition)}>{t(`dispositions.${disposition}`)}</Badge>;
}
