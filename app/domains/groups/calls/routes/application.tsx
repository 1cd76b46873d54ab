import { Badge } from "~/design/badge";
import { Button, LinkButton } from "~/design/button";
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
import { SeatAccountPart } from "../../joining/ui/seat-account-part";
import { answerByLink } from "../commands/answer.server";
import { confirmApplication } from "../commands/apply.server";
import { ownActForm } from "../forms";
import { callMessages } from "../messages";
import { applicationPage } from "../queries/call-pages.server";
import { CallFacts } from "../ui/call-facts";
import type { Route } from "./+types/application";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => ({
	...(await applicationPage(world, params.token)),
	here: `/bewerbung/${params.token}`,
}));

/** Mail programs open links by themselves, so nothing happens before a button is pressed. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, ownActForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { act } = form.value;
	const { token } = params;
	const outcome =
		act === "confirm" ? await confirmApplication(world, { token }) : await answerByLink(world, token, act);
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/bewerbung/${token}`);
});

const acts = ["confirm", "accept", "decline", "withdraw"] as const;

/** The application of whoever has the link of its mail. */
export default function ApplicationOfSomebody({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(callMessages);
	const { date, dateTime } = useFormat();
	const { errors } = useProblems(callMessages, actionData?.refusals);
	const text = (act: (typeof acts)[number]) =>
		act === "accept" ? t("own.acceptText", { date: date(page.answerUntil ?? "") }) : t(`own.${act}Text`);
	return (
		<>
			<title>{`${t("own.title")} – ${page.group.name}`}</title>
			<meta name="robots" content="noindex" />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("own.title")}
				above={page.group.name}
				state={<Badge>{t(`applicationStates.${page.application}`)}</Badge>}
			/>
			<SummaryList
				rows={[
					{ term: t("own.name"), value: page.name || "–" },
					...(page.number === null ? [] : [{ term: t("own.number"), value: page.number }]),
					...(page.rank === null ? [] : [{ term: t("own.rank"), value: page.rank }]),
				]}
			/>
			{page.application === "applied" && page.state === "open" && (
				<p>{t("own.applied", { date: dateTime(page.closesAt) })}</p>
			)}
			{page.application === "seated" && (
				<>
					<p>{t("own.seated")}</p>
					{page.account && page.membershipId && (
						<SeatAccountPart account={page.account} membershipId={page.membershipId} here={page.here} />
					)}
				</>
			)}
			{acts
				.filter((act) => page.may[act])
				.map((act) => (
					<Section key={act} id={`bewerbung-${act}`} title={t(`own.${act}`)} intro={text(act)}>
						<Form hidden={{ act }} inline>
							<Button look={act === "confirm" || act === "accept" ? "primary" : "danger"}>{t(`own.${act}`)}</Button>
						</Form>
					</Section>
				))}
			<CallFacts call={page} />
			<p>
				<LinkButton look="tertiary" href={`/aufruf/${page.code}`}>
					{t("call.title")}
				</LinkButton>
			</p>
		</>
	);
}
