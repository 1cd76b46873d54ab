import { data } from "react-router";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { today } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { readForm, type Typed } from "~/platform/http/forms.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { Refusal } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { messages as acts } from "../act-messages";
import { recordActingFor } from "../commands/acting-for.server";
import { stored, untilAfter } from "../days.server";
import { actingForForm } from "../forms";
import { mayAuthorise } from "../policy.server";
import { organisationsNamed } from "../queries/managed-organisations.server";
import { managedPlace } from "../queries/place-start.server";
import { dayText } from "../queries/posts.server";
import { KindName } from "../ui/kind-name";
import { PeriodFields } from "../ui/period-fields";
import { typedText } from "../ui/typed";
import { WorkCrumbs } from "../ui/work-crumbs";
import { messages } from "../work-messages";
import type { Route } from "./+types/record-acting-for";

type Candidate = Awaited<ReturnType<typeof organisationsNamed>>[number];

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const place = await managedPlace(world, params.place);
	demand(mayAuthorise, world.actor, place);
	return { place, day: dayText(today(world.now)), kept: await keptForm(world, request) };
});

/** The form again; with the organisations of that name, when there are several to choose from. */
function againWith(typed: Typed, refusals: Refusal[], candidates: Candidate[] = []) {
	return data({ typed, refusals, candidates }, { status: 422 });
}

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, actingForForm);
	const place = await managedPlace(world, params.place);
	if (!form.valid) return againWith(form.typed, form.refusals);
	const { agent, agentId, legalBasis, firstDay, lastDay } = form.value;
	const named = await organisationsNamed(world, agent);
	const chosen = named.find(({ id }) => id === agentId) ?? (named.length === 1 ? named[0] : undefined);
	if (!chosen) {
		const code = named.length === 0 ? "organisation-unknown" : "organisation-several";
		return againWith(form.typed, [{ code, field: named.length === 0 ? "agent" : "agentId" }], named);
	}
	const outcome = await recordActingFor(world, {
		principalId: place.organisationId,
		agentId: chosen.id,
		legalBasis,
		validFrom: stored(firstDay),
		validUntil: untilAfter(lastDay),
	});
	if (!outcome.done) return againWith(form.typed, outcome.refusals, named.length > 1 ? named : []);
	await dropKeptForm(world, request);
	return onward(`/o/${place.slug}/verwaltung/organisationen?gespeichert`);
});

export default function RecordActingFor({ loaderData: { place, day, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const typed = actionData?.typed ?? kept;
	const problems = useProblems(acts, actionData?.refusals);
	const candidates = actionData?.candidates ?? [];
	return (
		<>
			<title>{`${t("authorise.title")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("organisations.title"), href: `/o/${place.slug}/verwaltung/organisationen` },
					{ label: t("authorise.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("authorise.title")} above={place.name} lead={t("authorise.lead")} />
			<Form>
				<TextField
					name="agent"
					label={t("authorise.agent")}
					hint={t("authorise.agentHint")}
					value={typedText(typed, "agent")}
					error={problems.at("agent")}
				/>
				{candidates.length > 0 && (
					<RadioGroup
						name="agentId"
						label={t("authorise.several")}
						value={typedText(typed, "agentId")}
						error={problems.at("agentId")}
						choices={candidates.map(({ id, name, kind, registerType, below }) => ({
							value: id,
							label: (
								<>
									{name} (<KindName kind={kind} registerType={registerType} />
									{below && `, ${below}`})
								</>
							),
						}))}
					/>
				)}
				<TextField
					name="legalBasis"
					label={t("authorise.basis")}
					hint={t("authorise.basisHint")}
					value={typedText(typed, "legalBasis")}
					error={problems.at("legalBasis")}
				/>
				<PeriodFields typed={typed} day={day} at={problems.at} />
				<Button>{t("authorise.submit")}</Button>
			</Form>
		</>
	);
}
