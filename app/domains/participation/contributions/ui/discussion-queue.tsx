import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { LocalDateTime } from "~/design/time";
import { useText } from "~/platform/i18n";
import { moderationRules } from "../contribution";
import { messages } from "../messages";
import { moderationMessages } from "../moderation-messages";
import type { DiscussionQueue } from "../queries/discussion-queue.server";
import { useAuthorName } from "./author-name";
import { paragraphsOf } from "./discussion";

type Given = { queue: DiscussionQueue; path: string };

/** What readers have reported, with what can be done about it. */
export function ReportedTexts({ queue, path }: Given) {
	const t = useText(moderationMessages);
	const words = useText(messages);
	if (queue.reports.length === 0) return null;
	return (
		<Section id="gemeldet" title={t("queue.reports")}>
			<CardList>
				{queue.reports.map((report) => {
					const act = `${path}/${report.kind === "comment" ? "kommentar/" : ""}${report.id}`;
					const rules = report.rules
						.map((rule) => words(`rules.${moderationRules.find((known) => known === rule) ?? "off-topic"}`))
						.join(", ");
					const { title } = report;
					return (
						<Card
							key={report.key}
							title={title}
							above={t(`queue.kind.${report.kind}`)}
							foot={
								<>
									<span>{t("queue.reported", { count: report.count, rules })}</span>
									<LocalDateTime value={report.at} />
									<a href={report.href}>{words("receipt.public")}</a>
								</>
							}
						>
							{paragraphsOf(report.text)}
							{report.remarks.map((remark) => (
								<blockquote key={remark}>{remark}</blockquote>
							))}
							<ButtonRow>
								<Form action={`${act}/bleibt`} inline>
									<Button look="secondary" label={t("queue.keepOf", { title })}>
										{t("queue.keep")}
									</Button>
								</Form>
								<LinkButton look="secondary" href={`${act}/ausblenden`} label={t("queue.hideOf", { title })}>
									{t("queue.hide")}
								</LinkButton>
								{queue.mayBan && (
									<LinkButton look="tertiary" href={`${act}/sperren`} label={t("queue.banOf", { title })}>
										{t("queue.ban")}
									</LinkButton>
								)}
							</ButtonRow>
						</Card>
					);
				})}
			</CardList>
		</Section>
	);
}

/** Reviews of hidden comments that were asked for. */
export function CommentReviews({ queue, path }: Given) {
	const t = useText(moderationMessages);
	if (queue.reviews.length === 0) return null;
	return (
		<Section id="kommentar-ueberpruefungen" title={t("queue.commentReviews")}>
			<CardList>
				{queue.reviews.map((review) => (
					<Card
						key={review.id}
						title={review.title}
						href={`${path}/kommentar-ueberpruefung/${review.id}`}
						foot={review.reviewAskedAt && <LocalDateTime value={review.reviewAskedAt} />}
					>
						{paragraphsOf(review.text)}
					</Card>
				))}
			</CardList>
		</Section>
	);
}

/** Comments that wait to be read, oldest first. */
export function WaitingComments({ queue, path }: Given) {
	const t = useText(moderationMessages);
	const nameOf = useAuthorName();
	if (queue.total === 0) return null;
	return (
		<Section id="kommentare" title={t("queue.comments", { count: queue.total })}>
			<CardList>
				{queue.comments.map((comment) => {
					const values = { number: String(comment.number), title: comment.contribution.title };
					return (
						<Card
							key={comment.id}
							title={comment.contribution.title}
							above={t("queue.kind.comment")}
							foot={
								<>
									<span>{nameOf(comment.author)}</span>
									{comment.submittedAt && <LocalDateTime value={comment.submittedAt} />}
								</>
							}
						>
							{paragraphsOf(comment.text)}
							<ButtonRow>
								<Form action={`${path}/kommentar/${comment.id}/veroeffentlichen`} inline>
									<Button label={t("queue.publishOf", values)}>{t("queue.publish")}</Button>
								</Form>
								<LinkButton
									look="secondary"
									href={`${path}/kommentar/${comment.id}/ausblenden`}
									label={t("queue.hideCommentOf", values)}
								>
									{t("queue.hide")}
								</LinkButton>
							</ButtonRow>
						</Card>
					);
				})}
			</CardList>
		</Section>
	);
}
