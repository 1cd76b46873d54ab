import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { FilterBar } from "~/design/filter-bar";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { Select } from "~/design/select";
import { LocalDateTime } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { moderationMessages } from "../moderation-messages";
import { discussionQueue } from "../queries/discussion-queue.server";
import { moderationQueue } from "../queries/moderation-queue.server";
import { useAuthorName } from "../ui/author-name";
import { CommentReviews, ReportedTexts, WaitingComments } from "../ui/discussion-queue";
import { Pictures } from "../ui/pictures";
import type { Route } from "./+types/moderation";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const processId = query.get("beteiligung") || null;
	const queue = await moderationQueue(world, { place: params.place, processId });
	const discussion = await discussionQueue(world, params.place);
	return { queue, discussion, processId, decided: query.has("entschieden") };
});

export default function Moderation({ loaderData: { queue, discussion, processId, decided } }: Route.ComponentProps) {
	const t = useText(messages);
	const told = useText(moderationMessages);
	const nameOf = useAuthorName();
	const { errors } = useProblems(messages, decided ? [{ code: "already-decided" }] : []);
	const path = `/o/${queue.place.slug}/verwaltung/moderation`;
	return (
		<>
			<title>{`${t("moderation.title")} – ${queue.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: queue.place.name, href: `/o/${queue.place.slug}` },
					{ label: t("moderation.administration"), href: `/o/${queue.place.slug}/verwaltung` },
					{ label: t("moderation.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("moderation.title")} lead={t("moderation.lead")} />
			<ReportedTexts queue={discussion} path={path} />
			<CommentReviews queue={discussion} path={path} />
			{queue.reviews.length > 0 && (
				<Section id="ueberpruefungen" title={t("moderation.reviews")}>
					<CardList>
						{queue.reviews.map((review) => (
							<Card
								key={review.id}
								title={review.title}
								href={`${path}/ueberpruefung/${review.id}`}
								above={review.processTitle}
								foot={review.reviewAskedAt && <LocalDateTime value={review.reviewAskedAt} />}
							/>
						))}
					</CardList>
				</Section>
			)}
			{queue.processes.length > 1 && (
				<FilterBar resetHref={path}>
					<Select
						name="beteiligung"
						label={t("moderation.process")}
						value={processId ?? ""}
						empty={t("moderation.allProcesses")}
						optional
						options={queue.processes.map(({ id, title }) => ({ value: id, label: title }))}
					/>
				</FilterBar>
			)}
			{queue.total === 0 ? (
				discussion.total === 0 && discussion.reports.length === 0 && <EmptyState title={t("moderation.empty")} />
			) : (
				<Section id="wartend" title={t("moderation.waiting", { count: queue.total })}>
					<CardList>
						{queue.waiting.map((contribution) => (
							<Card
								key={contribution.id}
								title={contribution.title}
								above={[contribution.processTitle, contribution.category, contribution.place]
									.filter(Boolean)
									.join(" · ")}
								foot={
									<>
										<span>{nameOf(contribution.author)}</span>
										{contribution.submittedAt && <LocalDateTime value={contribution.submittedAt} />}
									</>
								}
							>
								<RichTextView html={contribution.html} />
								<Pictures pictures={contribution.pictures} />
								<ButtonRow>
									<Form action={`${path}/${contribution.id}/veroeffentlichen`} inline>
										<Button label={t("moderation.publishOf", { title: contribution.title })}>
											{t("moderation.publish")}
										</Button>
									</Form>
									<LinkButton
										look="secondary"
										href={`${path}/${contribution.id}/ausblenden`}
										label={t("moderation.hideOf", { title: contribution.title })}
									>
										{t("moderation.hide")}
									</LinkButton>
								</ButtonRow>
							</Card>
						))}
					</CardList>
				</Section>
			)}
			<WaitingComments queue={discussion} path={path} />
			{discussion.managed.length > 0 && (
				<Section id="regeln" title={told("rules.link")}>
					<ul>
						{discussion.managed.map(({ slug, title }) => (
							<li key={slug}>
								<a href={`/o/${queue.place.slug}/verwaltung/beteiligung/${slug}/kommentare`}>{title}</a>
							</li>
						))}
					</ul>
				</Section>
			)}
			{discussion.mayBan && (
				<p>
					<a href={`${path}/sperren`}>{told("queue.bans")}</a> ·{" "}
					<a href={`${path}/programme`}>{told("protection.title")}</a>
				</p>
			)}
		</>
	);
}
