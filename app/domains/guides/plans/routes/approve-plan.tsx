import { Button, ButtonRow } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Period } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { givenId } from "../../given.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { approvePlan } from "../commands/approve-plan.server";
import { planPage } from "../queries/plan-pages.server";
import { messages } from "../work-messages";
import type { Route } from "./+types/approve-plan";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { place, plan } = await planPage(world, params.place, params.plan);
	return { place, plan: { id: plan.id, name: plan.name, period: plan.period } };
});

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	const planId = givenId(params.plan);
	const outcome = await approvePlan(world, { ownerId, planId });
	if (!outcome.done) return again({}, outcome.refusals);
	if (outcome.value.handOvers > 0) return onward(`/o/${slug}/verwaltung/uebergaben`);
	return onward(`/o/${slug}/verwaltung/lotsen/${planId}?beschlossen`);
});

export default function ApprovePlan({ loaderData: { place, plan }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors } = useProblems(messages, actionData?.refusals);
	const plans = `/o/${place.slug}/verwaltung/lotsen`;
	return (
		<>
			<title>{`${t("plan.approve")} – ${plan.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("plans.title"), href: plans },
					{ label: plan.name, href: `${plans}/${plan.id}` },
					{ label: t("plan.approve") },
				]}
			/>
			<ErrorSummary errors={errors} />
			{errors.length > 0 && (
				<p>
					<a href={`${plans}/${plan.id}#pruefung`}>{t("plan.toCheck")}</a>
				</p>
			)}
			<PageTitle title={t("plan.approve")} above={plan.name} lead={t("plan.approveText")} />
			<p>
				{t("plans.period")}: <Period from={plan.period.from} until={plan.period.until ?? undefined} />
			</p>
			<Form>
				<ButtonRow>
					<Button>{t("plan.approve")}</Button>
				</ButtonRow>
			</Form>
		</>
	);
}
