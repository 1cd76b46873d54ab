import { today } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { endDeputy } from "../commands/deputies.server";
import { dayAfter } from "../days.server";
import { lastDayForm } from "../forms";
import { messages } from "../post-messages";
import { managedPost } from "../queries/managed-posts.server";
import { dayText } from "../queries/posts.server";
import { EndForm } from "../ui/end-form";
import { PostCrumbs, postAddress } from "../ui/post-crumbs";
import type { Route } from "./+types/end-deputy";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const { place, post, deputies } = await managedPost(world, params.place, givenId(params.post));
	const deputy = deputies.find(({ id }) => id === params.arrangement);
	if (!deputy) throw new NotFound();
	return { place, post, deputy, day: dayText(today(world.now)), kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, lastDayForm);
	const { place, post } = await managedPost(world, params.place, givenId(params.post));
	if (!form.valid) return again(form.typed, form.refusals);
	const arrangementId = givenId(params.arrangement);
	const endsOn = dayAfter(form.value.lastDay);
	const outcome = await endDeputy(world, { postId: post.id, arrangementId, endsOn });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${postAddress(place, post)}?gespeichert`);
});

export default function EndDeputy({
	loaderData: { place, post, deputy, day, kept },
	actionData,
}: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("endDeputy.title")} – ${post.label}`}</title>
			<PostCrumbs place={place} post={post} last={t("endDeputy.title")} />
			<EndForm
				title={t("endDeputy.title")}
				above={post.label}
				text={t("endDeputy.text", { deputy: deputy.label, post: post.label })}
				submit={t("endDeputy.submit")}
				cancelHref={postAddress(place, post)}
				day={deputy.until ?? day}
				kept={kept}
				reply={actionData}
			/>
		</>
	);
}
