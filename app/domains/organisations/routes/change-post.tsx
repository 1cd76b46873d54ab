import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as acts } from "../act-messages";
import { changePost } from "../commands/posts.server";
import { postDetails, postForm } from "../forms";
import { messages } from "../post-messages";
import { managedPost } from "../queries/managed-posts.server";
import { PostCrumbs, postAddress } from "../ui/post-crumbs";
import { PostFields } from "../ui/post-fields";
import type { Route } from "./+types/change-post";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => ({
	...(await managedPost(world, params.place, givenId(params.post))),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, postForm);
	const { place, post } = await managedPost(world, params.place, givenId(params.post));
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await changePost(world, { postId: post.id, ...postDetails(form.value) });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${postAddress(place, post)}?gespeichert`);
});

export default function ChangePost({ loaderData: { place, post, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(acts, actionData?.refusals);
	return (
		<>
			<title>{`${t("change.title")} – ${post.label}`}</title>
			<PostCrumbs place={place} post={post} last={t("change.title")} />
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("change.title")} above={post.label} />
			<Form>
				<PostFields typed={actionData?.typed ?? kept} known={post} at={problems.at} />
				<Button>{t("change.submit")}</Button>
			</Form>
		</>
	);
}
