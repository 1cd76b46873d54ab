import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { BodyList } from "../../bodies/ui/body-list";
import { stored, untilAfter } from "../../day.server";
import { formMessages } from "../../form-messages";
import { messages } from "../../messages";
import { GroupCrumbs } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { archive, conclude, constitute, review, turn } from "../commands/lifecycle.server";
import { lifeForm } from "../forms";
import { type LifeAct, reviewOutcomes } from "../lifecycle";
import { lifePage } from "../queries/charter-pages.server";
import { Gaps } from "../ui/gaps";
import { StepList } from "../ui/step-list";
import type { Route } from "./+types/life";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	lifePage(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const group = await lifePage(world, params);
	const form = await readForm(request, lifeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { act, day, lastDay, reason, outcome: result, nextOn, newEnd } = form.value;
	const missing = (field: string, code = "day-missing") => again(form.typed, [{ code, field }]);
	const groupId = group.id;
	const taken = async () => {
		switch (act) {
			case "constitute":
				return day === "" ? null : constitute(world, { groupId, day: stored(day), reason });
			case "pause":
			case "resume":
				return turn(world, { groupId, act, reason });
			case "conclude":
				return lastDay === "" ? null : conclude(world, { groupId, lastDay: stored(lastDay), reason });
			case "archive":
				return archive(world, { groupId });
			case "review":
				if (!result || (result !== "end" && nextOn === "")) return null;
				return review(world, {
					groupId,
					outcome: result,
					reason,
					nextOn: stored(nextOn === "" ? group.day : nextOn),
					newEnd: untilAfter(newEnd),
				});
		}
	};
	const outcome = await taken();
	if (!outcome) {
		if (act === "review" && !result) return missing("outcome", "choice-missing");
		return missing(act === "constitute" ? "day" : act === "conclude" ? "lastDay" : "nextOn");
	}
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/arbeitskreise/${params.group}/stand`);
});

type Fields = {
	act: LifeAct;
	field(name: string, otherwise?: string): { name: string; value: string; error?: string };
};

/** Where a group stands: constituting, reviewing, pausing, ending it. */
export default function Life({ loaderData: group, actionData }: Route.ComponentProps) {
	const t = useText(formMessages);
	const words = useText(messages);
	const { dateLong } = useFormat();
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const chosen = actionData?.typed.act;
	return (
		<>
			<title>{`${t("life.title")} – ${group.name}`}</title>
			<GroupCrumbs place={group.place} group={group} last={t("life.title")} />
			<ErrorSummary errors={errors} form={typeof chosen === "string" ? chosen : undefined} />
			<PageTitle
				title={t("life.title")}
				above={group.name}
				state={<Badge>{words(`groupStates.${group.state}`)}</Badge>}
			/>
			{group.near.length > 0 && (
				<Alert tone="warning" title={t("life.overlap")}>
					<p>{t("life.overlapText")}</p>
					<BodyList bodies={group.near} />
				</Alert>
			)}
			<Gaps gaps={group.gaps} />
			{group.gaps.length === 0 && <p>{t("life.fits")}</p>}
			{group.may.map((act) => {
				const field: Fields["field"] = (name, otherwise = "") => ({
					name,
					value: chosen === act ? typedText(actionData?.typed, name, otherwise) : otherwise,
					error: chosen === act ? at(name) : undefined,
				});
				return (
					<Section
						key={act}
						id={`stand-${act}`}
						title={t(`life.${act}`)}
						intro={
							act === "constitute"
								? t("life.constituteText")
								: act === "conclude"
									? t("life.concludeText")
									: act === "review"
										? t(group.reviewDue ? "life.reviewDue" : "life.reviewLater", { date: dateLong(group.reviewOn) })
										: undefined
						}
					>
						<Form id={act} hidden={{ act }}>
							<ActFields act={act} field={field} day={group.day} lastDay={group.lastDay ?? group.day} />
							<Button look={act === "conclude" ? "danger" : "primary"}>
								{t(act === "review" ? "life.reviewSave" : `life.${act}`)}
							</Button>
						</Form>
					</Section>
				);
			})}
			<Section id="geschichte" title={words("charter.history")}>
				<StepList steps={group.steps} />
			</Section>
		</>
	);
}

function ActFields({ act, field, day, lastDay }: Fields & { day: string; lastDay: string }) {
	const t = useText(formMessages);
	const words = useText(messages);
	if (act === "archive") return null;
	return (
		<>
			{act === "constitute" && <DateField {...field("day", day)} label={t("life.day")} />}
			{act === "conclude" && <DateField {...field("lastDay", lastDay)} label={t("life.lastDay")} />}
			{act === "review" && (
				<>
					<RadioGroup
						{...field("outcome")}
						label={t("life.outcome")}
						choices={reviewOutcomes.map((value) => ({ value, label: words(`outcomes.${value}`) }))}
					/>
					<DateField {...field("nextOn")} label={t("life.nextOn")} optional />
					<DateField {...field("newEnd")} label={t("life.newEnd")} hint={t("life.newEndHint")} optional />
				</>
			)}
			<TextArea
				{...field("reason")}
				label={t(act === "constitute" ? "life.gapReason" : "life.reason")}
				rows={3}
				optional={act === "constitute"}
			/>
		</>
	);
}
