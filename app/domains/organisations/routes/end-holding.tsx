import { today } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { endHolding } from "../commands/holdings.server";
import { dayAfter } from "../days.server";
import { lastDayForm } from "../forms";
import { messages } from "../post-messages";
import { managedPost } from "../queries/managed-posts.server";
import { dayText } from "../queries/posts.server";
import { EndForm } from "../ui/end-form";
import { PostCrumbs, postAddress } from "../ui/post-crumbs";
import type { Route } from "./+types/end-holding";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const { place, post, holdings } = await managedPost(world, params.place, givenId(params.post));
	const holding = holdings.find(({ id }) => id === params.holding);
	if (!holding) throw new NotFound();
	return { place, post, holding, day: dayText(today(world.now)), kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, lastDayForm);
	const { place, post } = await managedPost(world, params.place, givenId(params.post));
	if (!form.valid) return again(form.typed, form.refusals);
	const holdingId = givenId(params.holding);
	const endsOn = dayAfter(form.value.lastDay);
	const outcome = await endHolding(world, { postId: post.id, holdingId, endsOn });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const { vacant, deputised, handOverId } = outcome.value;
	if (handOverId) return onward(`/o/${place.slug}/verwaltung/uebergaben/${handOverId}?eroeffnet`);
	const state = vacant ? (deputised ? "vertreten" : "unbesetzt") : "gespeichert";
	return onward(`${postAddress(place, post)}?${state}`);
});

export default function EndHolding({
	loaderData: { place, post, holding, day, kept },
	actionData,
}: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("endHolding.title")} – ${post.label}`}</title>
			<PostCrumbs place={place} post={post} last={t("endHolding.title")} />
			<EndForm
				title={t("endHolding.title")}
				above={post.label}
				text={t("endHolding.text", { name: holding.name, post: post.label })}
				submit={t("endHolding.submit")}
				cancelHref={postAddress(place, post)}
				day={holding.until ?? day}
				kept={kept}
				reply={actionData}
			/>
		</>
	);
}
