import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
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
import { treatObjection } from "../commands/statements.server";
import { treatmentForm } from "../forms";
import { managedRecommendation } from "../queries/managed-recommendation.server";
import { treatments } from "../statement";
import { voteStaffMessages } from "../vote-staff-messages";
import type { Route } from "./+types/treat-objection";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await managedRecommendation(world, params)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { recommendation } = await managedRecommendation(world, params);
	const form = await readForm(request, treatmentForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { seat, outcome, note } = form.value;
	const treated = await treatObjection(world, { id: recommendation.id, membershipId: seat, outcome, note });
	if (!treated.done) return again(form.typed, treated.refusals);
	return onward(new URL(request.url).pathname);
});

/** How each objection and veto was dealt with, one form for each. */
export default function TreatObjection({ loaderData, actionData }: Route.ComponentProps) {
	const { recommendation, group, kept } = loaderData;
	const t = useText(voteStaffMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const of = typedText(typed, "seat");
	const here = `${managedPath(recommendation.place.slug, group.slug)}/empfehlungen/${recommendation.code}`;
	return (
		<>
			<title>{`${t("treat.title")} – ${recommendation.title}`}</title>
			<GroupCrumbs place={recommendation.place} group={group} last={t("treat.title")} />
			<ErrorSummary errors={errors} form={of ? `einwand-${of}` : undefined} />
			<PageTitle title={t("treat.title")} above={recommendation.title} lead={t("treat.text")} />
			{recommendation.record.objections.map(({ membershipId, name, reason, treatment }) => {
				const mine = of === membershipId ? typed : null;
				return (
					<Section key={membershipId} id={`sitz-${membershipId}`} title={name ?? ""}>
						<blockquote>{reason}</blockquote>
						<Form id={`einwand-${membershipId}`} hidden={{ seat: membershipId }}>
							<RadioGroup
								name="outcome"
								label={t("treat.outcome")}
								value={typedText(mine, "outcome", treatment?.outcome ?? "")}
								error={mine ? at("outcome") : undefined}
								choices={treatments.map((outcome) => ({ value: outcome, label: t(`treat.${outcome}`) }))}
							/>
							<TextArea
								name="note"
								label={t("treat.note")}
								value={typedText(mine, "note", treatment?.note ?? "")}
								maxLength={2000}
								rows={3}
								error={mine ? at("note") : undefined}
							/>
							<Button>{t("treat.save", { name: name ?? "" })}</Button>
						</Form>
					</Section>
				);
			})}
			<p>
				<a href={here}>{recommendation.title}</a>
			</p>
		</>
	);
}
