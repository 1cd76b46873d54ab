import { Alert } from "~/design/alert";
import { Badge, type BadgeTone } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { boardPath, inquiriesPath } from "../addresses";
import { withdrawInquiry } from "../commands/withdraw-inquiry.server";
import { withdrawForm } from "../forms";
import { messages } from "../messages";
import { inquiriesOf } from "../queries/inquiries.server";
import { staffMessages } from "../staff-messages";
import { PlainText } from "../ui/answer-fields";
import { ContributionList } from "../ui/contribution-list";
import type { Route } from "./+types/inquiries";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const search = new URL(request.url).searchParams;
	const happened =
		search.get("gesendet") === "liste"
			? "listed"
			: search.has("gesendet")
				? "sent"
				: search.has("zurueckgenommen")
					? "withdrawn"
					: null;
	return { ...(await inquiriesOf(world, params)), happened, place: params.place } as const;
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { inquiries } = await inquiriesOf(world, params);
	const form = await readForm(request, withdrawForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { inquiry } = form.value;
	const outcome = inquiries.some(({ id }) => id === inquiry) ? await withdrawInquiry(world, { id: inquiry }) : null;
	if (outcome && !outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${inquiriesPath(params.place, params.process)}${outcome ? "?zurueckgenommen" : ""}`);
});

const tones: Record<string, BadgeTone> = { late: "warning", answered: "success", open: "info" };

export default function Inquiries({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { process, inquiries, happened, place } = loaderData;
	const problems = useProblems(messages, actionData?.refusals);
	const board = boardPath(place, process.slug);
	return (
		<>
			<title>{`${t("inquiries.title")}: ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: t("crumbs.manage"), href: `/o/${place}/verwaltung/beteiligung` },
					{ label: t("crumbs.answers"), href: board },
					{ label: t("crumbs.inquiries") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			{happened && !actionData && <Alert tone="success" title={t(`inquiries.${happened}`)} live />}
			<PageTitle title={t("inquiries.title")} above={process.title} />
			{inquiries.length === 0 ? (
				<EmptyState title={t("inquiries.empty")} action={<LinkButton href={board}>{t("crumbs.answers")}</LinkButton>}>
					<p>{t("inquiries.emptyHint")}</p>
				</EmptyState>
			) : (
				inquiries.map((inquiry) => <InquirySection key={inquiry.id} inquiry={inquiry} board={board} />)
			)}
		</>
	);
}

function InquirySection({
	inquiry,
	board,
}: {
	inquiry: Route.ComponentProps["loaderData"]["inquiries"][number];
	board: string;
}) {
	const t = useText(messages);
	const more = useText(staffMessages);
	const { dateLong } = useFormat();
	const day = (date: Date) => dateLong(date.toISOString().slice(0, 10));
	const { id, office, state, answer, answeredBy, answeredAt, conflicts, contributions, reminded } = inquiry;
	const chosen = new URLSearchParams(contributions.map((contribution) => ["beitrag", contribution.id]));
	return (
		<Section
			id={`frage-${id}`}
			title={t("inquiries.heading", { office, date: dateLong(inquiry.askedAt) })}
			aside={<Badge tone={tones[state] ?? "neutral"}>{t(`inquiries.states.${state}`)}</Badge>}
		>
			<SummaryList
				rows={[
					{ term: t("inquiries.asked"), value: <PlainText text={inquiry.question} /> },
					{ term: t("inquiries.about"), value: <ContributionList contributions={contributions} /> },
					{ term: t("inquiries.to"), value: inquiry.email ?? t("inquiries.deleted") },
					{ term: t("inquiries.due"), value: day(inquiry.dueOn) },
				]}
			/>
			{reminded && <p>{t("inquiries.reminded", { date: dateLong(reminded) })}</p>}
			{answer && answeredAt && (
				<Alert tone="success" level={3} title={t("inquiries.answer")}>
					<PlainText text={answer} />
					<p>
						{answeredBy
							? t("inquiries.answeredOn", { name: answeredBy, date: dateLong(answeredAt) })
							: t("inquiries.answeredPlain", { date: dateLong(answeredAt) })}
					</p>
				</Alert>
			)}
			{conflicts.map((conflict) => (
				<Alert key={conflict.id} tone="warning" level={3} title={t("inquiries.conflict")}>
					<PlainText text={conflict.text} />
					<p>
						{conflict.answeredBy
							? t("inquiries.answeredOn", { name: conflict.answeredBy, date: dateLong(conflict.at) })
							: t("inquiries.answeredPlain", { date: dateLong(conflict.at) })}
					</p>
				</Alert>
			))}
			<ButtonRow>
				{state === "answered" && (
					<LinkButton href={`${board}/neu?${chosen}`} label={t("inquiries.prepareOf", { office })}>
						{t("inquiries.prepare")}
					</LinkButton>
				)}
				{state !== "withdrawn" && contributions.length > 1 && (
					<LinkButton
						look="secondary"
						href={`${board}/rueckfragen/${id}/liste`}
						label={`${more("sheet.toSheet")}: ${office}`}
					>
						{more("sheet.toSheet")}
					</LinkButton>
				)}
				{(state === "open" || state === "late") && (
					<Form hidden={{ inquiry: id }} inline>
						<Button look="secondary" label={t("inquiries.withdrawOf", { office })}>
							{t("inquiries.withdraw")}
						</Button>
					</Form>
				)}
			</ButtonRow>
		</Section>
	);
}
