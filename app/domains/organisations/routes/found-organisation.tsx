import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as acts } from "../act-messages";
import { foundOrganisation } from "../commands/found-organisation.server";
import { foundForm } from "../forms";
import { foundedKinds } from "../founded-kinds";
import { messages as bodies } from "../messages";
import { managedBodies } from "../queries/managed-posts.server";
import { typedText } from "../ui/typed";
import { WorkCrumbs } from "../ui/work-crumbs";
import { messages } from "../work-messages";
import type { Route } from "./+types/found-organisation";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const { place, bodies } = await managedBodies(world, params.place);
	return { place, parents: bodies, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, foundForm);
	const { place, bodies } = await managedBodies(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const { parent, ...founding } = form.value;
	if (!bodies.some(({ id }) => id === parent)) {
		return again(form.typed, [{ code: "organisation-missing", field: "parent" }]);
	}
	await foundOrganisation(world, { parentId: parent, ...founding });
	return onward(`/o/${place.slug}/verwaltung/organisationen?gespeichert`);
});

export default function FoundOrganisation({ loaderData: { place, parents, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const words = useText(bodies);
	const typed = actionData?.typed ?? kept;
	const problems = useProblems(acts, actionData?.refusals);
	return (
		<>
			<title>{`${t("found.title")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("organisations.title"), href: `/o/${place.slug}/verwaltung/organisationen` },
					{ label: t("found.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("found.title")} lead={t("found.lead")} />
			<Form>
				<Select
					name="parent"
					label={t("found.parent")}
					value={typedText(typed, "parent", parents[0]?.id)}
					options={parents.map(({ id, shortName }) => ({ value: id, label: shortName }))}
					error={problems.at("parent")}
				/>
				<RadioGroup
					name="kind"
					label={t("found.kind")}
					value={typedText(typed, "kind")}
					error={problems.at("kind")}
					choices={foundedKinds.map((value) => ({ value, label: words(`kinds.${value}`) }))}
				/>
				<TextField
					name="name"
					label={t("found.name")}
					hint={t("found.nameHint")}
					value={typedText(typed, "name")}
					error={problems.at("name")}
				/>
				<TextField
					name="shortName"
					label={t("found.shortName")}
					value={typedText(typed, "shortName")}
					error={problems.at("shortName")}
				/>
				<TextField
					name="legalBasis"
					label={t("found.basis")}
					hint={t("found.basisHint")}
					value={typedText(typed, "legalBasis")}
					error={problems.at("legalBasis")}
				/>
				<Button>{t("found.submit")}</Button>
			</Form>
		</>
	);
}
