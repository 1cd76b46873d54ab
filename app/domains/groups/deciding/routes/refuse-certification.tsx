import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { refuseCertification } from "../commands/refuse-certification.server";
import { refusalForm } from "../forms";
import { managedRecommendation } from "../queries/managed-recommendation.server";
import { voteStaffMessages } from "../vote-staff-messages";
import type { Route } from "./+types/refuse-certification";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await managedRecommendation(world, params)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { recommendation } = await managedRecommendation(world, params);
	const form = await readForm(request, refusalForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await refuseCertification(world, { id: recommendation.id, reason: form.value.reason });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/empfehlungen/${params.code}`);
});

/** The chair says why they do not certify what was computed. */
export default function RefuseCertification({ loaderData, actionData }: Route.ComponentProps) {
	const { recommendation, group, kept } = loaderData;
	const t = useText(voteStaffMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("refuse.title")} – ${recommendation.title}`}</title>
			<GroupCrumbs place={recommendation.place} group={group} last={t("refuse.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("refuse.title")} above={recommendation.title} lead={t("refuse.text")} />
			<Form>
				<TextArea
					name="reason"
					label={t("refuse.reason")}
					value={typedText(actionData?.typed ?? kept, "reason")}
					maxLength={2000}
					rows={4}
					error={at("reason")}
				/>
				<Button>{t("refuse.save")}</Button>
			</Form>
		</>
	);
}
