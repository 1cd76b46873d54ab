import { Badge } from "~/design/badge";
import { Disclosure } from "~/design/disclosure";
import { Section } from "~/design/layout";
import { RichTextView } from "~/design/rich-text-view";
import { useFormat, useText } from "~/platform/i18n";
import { isReleaseWay } from "../../second-person";
import { isDisposition, toneOf } from "../disposition";
import { toneOfUpdate, updateStates } from "../follow-up";
import { messages } from "../messages";
import { outcomeMessages } from "../outcome-messages";
import type { PublicAnswer } from "../queries/public-answers.server";

/** The answer of the administration below a text: result, reason, who answered when, for how many, how it went on, earlier versions. */
export function AnswerBox({ answer, id, level = 2 }: { answer: PublicAnswer; id: string; level?: 2 | 3 }) {
	const t = useText(messages);
	return (
		<Section title={t("box.title", { by: answer.by })} id={id} level={level}>
			<AnswerWords answer={answer} level={level === 2 ? 3 : 4} />
		</Section>
	);
}

/** The answer without a heading of its own. @param level of headings inside */
function AnswerWords({ answer, level }: { answer: PublicAnswer; level: 3 | 4 }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const more = useText(outcomeMessages);
	const { duplicateOf, earlier, releasedAt, how } = answer;
	const corrected = earlier.length > 0;
	return (
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
			{answer.together > 1 && <p className="gw-muted">{more("together", { count: answer.together })}</p>}
			<Updates updates={answer.updates} level={level} />
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
	);
}

/** What was said about carrying the answer out, newest first. */
export function Updates({ updates, level }: { updates: PublicAnswer["updates"]; level: 2 | 3 | 4 }) {
	const t = useText(outcomeMessages);
	const { dateLong } = useFormat();
	const Heading = `h${level}` as const;
	if (updates.length === 0) return null;
	return (
		<>
			<Heading>{t("updates.title")}</Heading>
			<ol>
				{updates.map((update) => (
					<li key={update.at.toISOString()}>
						<p>
							{dateLong(update.at)} <UpdateBadge state={update.state} />
						</p>
						<p className="gw-lines">{update.text}</p>
					</li>
				))}
			</ol>
		</>
	);
}

/** The state of implementation in its word. */
export function UpdateBadge({ state }: { state: string }) {
	const t = useText(outcomeMessages);
	const known = updateStates.find((one) => one === state);
	return known ? <Badge tone={toneOfUpdate(known)}>{t(`updates.states.${known}`)}</Badge> : null;
}

/** Below a comment that asks: that it is a question, and its answer once there is one. */
export function AnsweredQuestion({ answer, id }: { answer: PublicAnswer | null; id: string }) {
	const t = useText(outcomeMessages);
	const words = useText(messages);
	return (
		<>
			<p>
				<Badge tone={answer ? "success" : "info"}>{t("question")}</Badge>
			</p>
			{answer && (
				<>
					<h3 id={`antwort-${id}`}>{words("box.title", { by: answer.by })}</h3>
					<AnswerWords answer={answer} level={4} />
				</>
			)}
		</>
	);
}

/** The result in its words, also for lists. */
export function DispositionBadge({ disposition }: { disposition: string }) {
	const t = useText(messages);
	if (!isDisposition(disposition)) return null;
	return <Badge tone={toneOf(disposition)}>{t(`dispositions.${disposition}`)}</Badge>;
}
