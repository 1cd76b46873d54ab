import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { recordResolution } from "../commands/record-resolution.server";
import { detailsFrom, recordForm } from "../forms";
import { messages } from "../messages";
import { beginning, subjectIn } from "../queries/resolution-list.server";
import { staffMessages } from "../staff-messages";
import { ResolutionFields, textIn } from "../ui/resolution-fields";
import type { Route } from "./+types/record";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await beginning(world, { place: params.place, about: new URL(request.url).searchParams.get("aus") })),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId, place } = await beginning(world, { place: params.place, about: null });
	const form = await readForm(request, recordForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { about, ...details } = form.value;
	const outcome = await recordResolution(world, {
		...detailsFrom(details),
		organisationId,
		about: subjectIn(about),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/beschluesse/${outcome.value.code}?aufgenommen`);
});

export default function Record({ loaderData: { place, about, today, kept }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const values: Typed = actionData?.typed ?? kept ?? { sessionOn: today, title: about?.title.slice(0, 160) ?? "" };
	const list = `/o/${place.slug}/verwaltung/beschluesse`;
	return (
		<>
			<title>{`${t("form.newTitle")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title"), href: list }, { label: t("form.newTitle") }]} />
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("form.newTitle")} lead={t("form.newLead")} />
			{about && <Alert title={t("form.from", { kind: about.kind, title: about.title })} />}
			<Form hidden={{ about: about?.key ?? textIn(values, "about") }} draftKey={`resolution:${place.slug}`}>
				<ResolutionFields values={values} problems={problems} />
				<Button>{t("form.record")}</Button>
			</Form>
		</>
	);
}
