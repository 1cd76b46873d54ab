import { today } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { endActingFor } from "../commands/acting-for.server";
import { dayAfter } from "../days.server";
import { lastDayForm } from "../forms";
import { managedAuthority } from "../queries/managed-organisations.server";
import { managedPlace } from "../queries/place-start.server";
import { dayText } from "../queries/posts.server";
import { EndForm } from "../ui/end-form";
import { WorkCrumbs } from "../ui/work-crumbs";
import { messages } from "../work-messages";
import type { Route } from "./+types/end-acting-for";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => ({
	...(await managedAuthority(world, params.place, givenId(params.authority))),
	day: dayText(today(world.now)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, lastDayForm);
	const { organisationId, slug } = await managedPlace(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const endsOn = dayAfter(form.value.lastDay);
	const outcome = await endActingFor(world, { actingForId: givenId(params.authority), organisationId, endsOn });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/organisationen?gespeichert`);
});

export default function EndActingFor({ loaderData, actionData }: Route.ComponentProps) {
	const { place, agent, principal, until, day, kept } = loaderData;
	const t = useText(messages);
	const list = `/o/${place.slug}/verwaltung/organisationen`;
	const title = t("endAuthority.title");
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("organisations.title"), href: list }, { label: title }]} />
			<EndForm
				title={title}
				above={agent}
				text={t("endAuthority.text", { agent, principal })}
				submit={t("endAuthority.submit")}
				cancelHref={list}
				day={until ?? day}
				kept={kept}
				reply={actionData}
			/>
		</>
	);
}
