import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as exchangeMessages } from "../../exchange/messages";
import { givenId } from "../../given.server";
import { answersSent } from "../answers-sent.server";
import { messages } from "../messages";
import { ownAnswerPage } from "../queries/answer-page.server";
import { AnswerForm } from "../ui/answer-form";
import type { Route } from "./+types/answer-at-place";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await ownAnswerPage(world, params.place, givenId(params.invitation))),
	kept: await keptForm(world, request),
	sent: new URL(request.url).searchParams.has("danke"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const invitationId = givenId(params.invitation);
	await ownAnswerPage(world, params.place, invitationId);
	const refused = await answersSent(world, request, { invitationId });
	return refused ?? onward(`/o/${params.place}/verwaltung/kreis/umfrage/${invitationId}?danke`);
});

/** The yearly survey for those who work for the municipality. */
export default function AnswerAtPlace({ loaderData, actionData }: Route.ComponentProps) {
	const { place, page, kept, sent } = loaderData;
	const t = useText(messages);
	const e = useText(exchangeMessages);
	const title = t("title", { year: String(page.year) });
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[{ label: e("page.title"), href: `/o/${place.slug}/verwaltung/kreis` }, { label: title }]}
			/>
			<AnswerForm
				page={page}
				typed={actionData?.typed ?? kept}
				refusals={actionData?.refusals}
				sent={sent && !actionData}
				draftKey={`needs:${page.year}:${page.municipalityId}`}
			/>
		</>
	);
}
