import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { Paragraphs } from "../../ui/paragraphs";
import { handlingMessages } from "../handling-messages";
import type { Thread } from "../queries/forwardings.server";

/** Questions to other posts about a concern and what they answered. `here` leads to the page on which an answer is written. */
export function ForwardingThread({ thread, here }: { thread: Thread; here?: string }) {
	const t = useText(handlingMessages);
	const { dateLong } = useFormat();
	if (thread.length === 0) return null;
	return (
		<Section id="weitergaben" title={t("thread.title")}>
			{thread.map(({ id, post, question, forwardedAt, dueOn, end, reply }) => (
				<article key={id} className="gw-flow">
					<h3>{t("thread.asked", { post, date: dateLong(forwardedAt), due: dateLong(dueOn) })}</h3>
					<Paragraphs text={question} />
					<p>
						<strong>{end ? t(`thread.${end.what}`, { date: dateLong(end.at) }) : t("thread.open")}</strong>
					</p>
					{reply && <Paragraphs text={reply} />}
					{!end && here && (
						<p>
							<a href={`${here}/weitergabe/${id}`}>{t("thread.reply")}</a>
						</p>
					)}
				</article>
			))}
		</Section>
	);
}
