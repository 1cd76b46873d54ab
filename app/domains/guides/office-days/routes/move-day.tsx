import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { PlaceField, pointIn, pointText, pressedPoint } from "~/domains/organisations";
import { placeMap } from "~/domains/organisations/index.server";
import { localText } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { typedText } from "../../ui/typed";
import { moveDay } from "../commands/change-day.server";
import { moveDayForm } from "../forms.server";
import { workDay } from "../queries/work-pages.server";
import { WorkDayCrumbs, workDayPath } from "../ui/work-day-crumbs";
import { messages } from "../work-messages";
import type { Route } from "./+types/move-day";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const head = await workDay(world, params);
	const { opening } = head;
	return {
		head,
		present: {
			day: opening.day,
			opensAt: localText(opening.opensAt).slice(11),
			closesAt: localText(opening.closesAt).slice(11),
			place: opening.place,
			punkt: head.point ? pointText(head.point) : "",
		},
		map: await placeMap(world, params.place),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const head = await workDay(world, params);
	const form = await readForm(request, moveDayForm);
	const pressed = pressedPoint(form.typed, (await placeMap(world, params.place))?.frame ?? null);
	// without scripts a press on the map brings the form back with the point
	if (pressed) return again({ ...form.typed, punkt: pointText(pressed) }, []);
	if (!form.valid) return again(form.typed, form.refusals);
	const { reason, day, opensAt, closesAt, place, punkt } = form.value;
	const to = { day, opensAt, closesAt, place, point: pointIn(punkt) };
	const outcome = await moveDay(world, { at: { code: head.code, day: head.day }, to, reason });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${workDayPath(head)}?gespeichert`);
});

/** Moves an office day to another day, other hours or another place. */
export default function MoveDay({ loaderData: { head, present, map }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const field = (name: string, otherwise = "") => ({
		name,
		value: typedText(actionData?.typed, name, otherwise),
		error: at(name),
	});
	return (
		<>
			<title>{`${t("move.title")} – ${head.place.name}`}</title>
			<WorkDayCrumbs head={head} here={t("move.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("move.title")} lead={t("move.lead")} />
			<Form>
				<DateField {...field("day", present.day)} label={t("move.day")} />
				<TextField
					{...field("opensAt", present.opensAt)}
					label={t("form.opensAt")}
					hint={t("form.timeHint")}
					width="short"
				/>
				<TextField
					{...field("closesAt", present.closesAt)}
					label={t("form.closesAt")}
					hint={t("form.timeHint")}
					width="short"
				/>
				<TextField {...field("place", present.place)} label={t("move.place")} />
				{map && (
					<PlaceField
						map={map}
						place={head.place.slug}
						typed={actionData?.typed ?? { punkt: present.punkt }}
						at={at}
						action={`${workDayPath(head)}/verlegen`}
					/>
				)}
				<TextArea {...field("reason")} label={t("move.reason")} hint={t("move.reasonHint")} rows={3} />
				<Button>{t("move.submit")}</Button>
			</Form>
		</>
	);
}
