import { today } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { endPost } from "../commands/posts.server";
import { dayAfter } from "../days.server";
import { lastDayForm } from "../forms";
import { messages } from "../post-messages";
import { managedPost } from "../queries/managed-posts.server";
import { dayText } from "../queries/posts.server";
import { EndForm } from "../ui/end-form";
import { PostCrumbs, postAddress } from "../ui/post-crumbs";
import type { Route } from "./+types/end-post";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { place, post } = await managedPost(world, params.place, givenId(params.post));
	return { place, post, day: dayText(today(world.now)) };
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, lastDayForm);
	const { place, post } = await managedPost(world, params.place, givenId(params.post));
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await endPost(world, { postId: post.id, endsOn: dayAfter(form.value.lastDay) });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/stellen`);
});

export default function EndPost({ loaderData: { place, post, day }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("end.title")} – ${post.label}`}</title>
			<PostCrumbs place={place} post={post} last={t("end.title")} />
			<EndForm
				title={t("end.title")}
				above={post.label}
				text={t("end.text", { post: post.label })}
				submit={t("end.submit")}
				cancelHref={postAddress(place, post)}
				day={day}
				reply={actionData}
			/>
		</>
	);
}
