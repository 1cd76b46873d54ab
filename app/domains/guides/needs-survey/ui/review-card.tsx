import { LinkButton } from "~/design/button";
import { SummaryList } from "~/design/summary-list";
import { useFormat, useText } from "~/platform/i18n";
import { Paragraphs } from "../../ui/paragraphs";
import { messages } from "../messages";
import type { ShownReview } from "../queries/reviews.server";
import { staffMessages } from "../staff-messages";

/** One review as guides read it, with the way to what followed. */
export function ReviewCard({ review, place }: { review: ShownReview; place: string }) {
	const t = useText(staffMessages);
	const m = useText(messages);
	const { dateLong } = useFormat();
	const work = `/o/${place}/verwaltung/lotsen`;
	const title = t("review.titleOn", { date: dateLong(review.heldOn) });
	return (
		<article className="gw-flow">
			<h3>{title}</h3>
			<SummaryList
				rows={[
					{ term: t("review.who"), value: review.who.join(", ") },
					...(review.year
						? [
								{
									term: m("kind"),
									value: <a href={`${work}/bedarf/${review.year}`}>{m("title", { year: String(review.year) })}</a>,
								},
							]
						: []),
					{ term: t("review.found"), value: <Paragraphs text={review.found} /> },
					{ term: t("review.changes"), value: <Paragraphs text={review.changes} /> },
					...(review.plan
						? [
								{
									term: t("review.planTerm"),
									value: (
										<a href={`${work}/${review.plan.id}`}>
											{t("review.planFrom", { name: review.plan.name, date: dateLong(review.plan.from) })}
										</a>
									),
								},
							]
						: []),
					...(review.decisionUrl
						? [{ term: t("review.decision"), value: <a href={review.decisionUrl}>{review.decisionUrl}</a> }]
						: []),
				]}
			/>
			<LinkButton
				look="tertiary"
				small
				href={`${work}/bedarf/ueberpruefung/${review.id}`}
				label={`${t("review.change")}: ${title}`}
			>
				{t("review.change")}
			</LinkButton>
		</article>
	);
}
