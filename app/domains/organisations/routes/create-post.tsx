import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as acts } from "../act-messages";
import { createPost } from "../commands/posts.server";
import { createPostForm, postDetails } from "../forms";
import { messages } from "../post-messages";
import { managedBodies } from "../queries/managed-posts.server";
import { PostFields } from "../ui/post-fields";
import { typedText } from "../ui/typed";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/create-post";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const { place, bodies } = await managedBodies(world, params.place);
	return { place, bodies, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, createPostForm);
	const { place, bodies } = await managedBodies(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const organisationId = form.value.organisation;
	if (!bodies.some(({ id }) => id === organisationId)) {
		return again(form.typed, [{ code: "organisation-missing", field: "organisation" }]);
	}
	const outcome = await createPost(world, { organisationId, ...postDetails(form.value) });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/stellen/${outcome.value.postId}?gespeichert`);
});

export default function CreatePost({ loaderData: { place, bodies, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const typed = actionData?.typed ?? kept;
	const problems = useProblems(acts, actionData?.refusals);
	return (
		<>
			<title>{`${t("create.title")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("list.title"), href: `/o/${place.slug}/verwaltung/stellen` },
					{ label: t("create.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("create.title")} />
			<Form>
				<Select
					name="organisation"
					label={t("fields.organisation")}
					value={typedText(typed, "organisation", bodies[0]?.id)}
					options={bodies.map(({ id, shortName }) => ({ value: id, label: shortName }))}
					error={problems.at("organisation")}
				/>
				<PostFields typed={typed} at={problems.at} />
				<Button>{t("create.submit")}</Button>
			</Form>
		</>
	);
}
