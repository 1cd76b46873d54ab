import { conduct, onward } from "~/platform/http/conduct.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { answerPath } from "../answer-code.server";
import { answersSent } from "../answers-sent.server";
import { messages } from "../messages";
import { answerPage } from "../queries/answer-page.server";
import { AnswerForm } from "../ui/answer-form";
import type { Route } from "./+types/answer-by-code";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	page: await answerPage(world, { code: params.code }),
	kept: await keptForm(world, request),
	sent: new URL(request.url).searchParams.has("danke"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const refused = await answersSent(world, request, { code: params.code });
	return refused ?? onward(`${answerPath(params.code)}?danke`);
});

/** The yearly survey for whoever has the municipality's code: no account. */
export default function AnswerByCode({ loaderData: { page, kept, sent }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("title", { year: String(page.year) })} – ${page.municipality}`}</title>
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
