import { Button } from "~/design/button";
import { CheckboxGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { recordEventAttendance } from "../commands/on-the-spot.server";
import { attendanceForm } from "../forms";
import { managedEvent } from "../queries/event-page.server";
import { staffMessages } from "../staff-messages";
import { EventCrumbs, managedPath } from "../ui/event-crumbs";
import type { Route } from "./+types/attendance";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedEvent(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const event = await managedEvent(world, params);
	const form = await readForm(request, attendanceForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { anwesend, besides } = form.value;
	const outcome = await recordEventAttendance(world, { id: event.id, registrationIds: anwesend, besides });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(event)}/${event.code}`);
});

/** Who came: ticks for those registered, a number for the others. */
export default function Attendance({ loaderData: event, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed = actionData?.typed;
	const expected = event.registrations.filter(({ state }) => state === "seat" || state === "waiting");
	const besides = typed?.besides;
	return (
		<>
			<title>{`${t("attendance.title")} – ${event.title}`}</title>
			<EventCrumbs head={event} event={event} here={t("attendance.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("attendance.title")} above={event.title} lead={t("attendance.lead")} />
			<Form>
				{expected.length > 0 && (
					<CheckboxGroup
						name="anwesend"
						label={t("attendance.who")}
						values={typed ? [typed.anwesend ?? []].flat() : expected.filter((one) => one.attended).map(({ id }) => id)}
						error={at("anwesend")}
						choices={expected.map(({ id, name, persons }) => ({
							value: id,
							label: t("attendance.persons", { name, count: persons }),
						}))}
						optional
					/>
				)}
				<TextField
					name="besides"
					label={t("attendance.besides")}
					hint={t("attendance.besidesHint")}
					value={typeof besides === "string" ? besides : String(event.attendance?.besides ?? "")}
					error={at("besides")}
					inputMode="numeric"
					width="short"
					optional
				/>
				<Button>{t("attendance.save")}</Button>
			</Form>
		</>
	);
}
