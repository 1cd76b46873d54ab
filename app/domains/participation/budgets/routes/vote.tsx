import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { askForPaper, openPaper, openPaperByLetter } from "../commands/open-paper.server";
import { identifyForm } from "../forms";
import { messages } from "../messages";
import { budgetPage } from "../queries/budget-page.server";
import { BudgetCrumbs } from "../ui/budget-crumbs";
import { BallotWords, VotingWords } from "../ui/rule-words";
import { textOf } from "../ui/typed";
import type { Route } from "./+types/vote";

/** From one network address; wide, because a school or a town hall has one for all. */
const triesPerHour = 120;

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	budgetPage(world, params),
);

/** Opens the ballot paper of whoever shows by what they are known; a guest's code goes out by mail first. */
export const action = conduct(async ({ world, params, request, context }: Route.ActionArgs & { world: World }) => {
	const { id, electorate, path } = await budgetPage(world, params);
	const form = await readForm(request, identifyForm);
	if (!form.valid) return again(form.typed, form.refusals);
	if (!(await limit(`ballot:ip:${context.get(requestContext).ip}`, triesPerHour, 3600))) {
		return again(form.typed, [{ code: "too-many-tries" }]);
	}
	if (electorate === "mail" && world.actor.kind !== "person") {
		const asked = await askForPaper(world, { budgetId: id, email: form.value.email });
		return asked.done ? onward(`${path}/abstimmen/${asked.value.voterId}`) : again(form.typed, asked.refusals);
	}
	const opened =
		electorate === "letter"
			? await openPaperByLetter(world, { budgetId: id, code: form.value.letter })
			: await openPaper(world, { budgetId: id });
	return opened.done ? onward(`/stimmzettel/${opened.value.token}`) : again(form.typed, opened.refusals);
});

export default function Vote({ loaderData: budget, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const { electorate, isSignedIn, place } = budget;
	const onwards = new URLSearchParams({ weiter: `${budget.path}/abstimmen` });
	return (
		<>
			<title>{`${t("vote.title")} – ${budget.title}`}</title>
			<BudgetCrumbs budget={budget} here={t("page.vote")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("vote.title")} above={budget.title} />
			{!budget.voting.isOpen ? (
				<Alert tone="warning" title={t("paper.closed")}>
					<VotingWords voting={budget.voting} />
				</Alert>
			) : electorate === "letter" ? (
				<Form>
					<TextField
						name="letter"
						label={t("vote.letter")}
						hint={t("vote.letterHint")}
						error={at("letter")}
						autoComplete="off"
						spellCheck={false}
						width="medium"
					/>
					<Button>{t("vote.open")}</Button>
				</Form>
			) : isSignedIn ? (
				<Form>
					<p>{t("vote.asPerson")}</p>
					<Button>{t("vote.open")}</Button>
				</Form>
			) : (
				<>
					{electorate === "mail" ? (
						<Form>
							<TextField
								name="email"
								type="email"
								label={t("vote.email")}
								hint={t("vote.emailHint")}
								value={textOf(actionData?.typed.email)}
								error={at("email")}
								autoComplete="email"
								width="medium"
							/>
							<Button>{t("vote.send")}</Button>
						</Form>
					) : (
						<p>{t("vote.needsAccount")}</p>
					)}
					<ButtonRow>
						<LinkButton look="secondary" href={`/anmelden?${onwards}`}>
							{t("vote.signIn")}
						</LinkButton>
						<LinkButton look="tertiary" href={`/registrieren?${onwards}`}>
							{t("vote.register")}
						</LinkButton>
					</ButtonRow>
				</>
			)}
			<Section id="so-geht-es" title={t("page.ballot")}>
				<BallotWords budget={budget} />
				<p>{t("page.secrecyText")}</p>
				{place.phone && (
					<p>
						{t("vote.phone")} <PhoneLink number={place.phone} />
					</p>
				)}
			</Section>
		</>
	);
}
