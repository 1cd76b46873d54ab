import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { daysFrom } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored } from "../../day.server";
import { formMessages } from "../../form-messages";
import { messages } from "../../messages";
import { managedSeat } from "../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { endSeat } from "../commands/seats.server";
import { endSeatForm } from "../forms";
import type { Route } from "./+types/end-seat";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedSeat(world, { ...params, seat: givenId(params.seat) }),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { group, seat } = await managedSeat(world, { ...params, seat: givenId(params.seat) });
	const form = await readForm(request, endSeatForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const endsOn = daysFrom(stored(form.value.lastDay), 1);
	const outcome = await endSeat(world, { groupId: group.id, membershipId: seat.id, endsOn });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}#mitglieder`);
});

/** Ends a membership on a day. */
export default function EndSeat({ loaderData: { group, seat }, actionData }: Route.ComponentProps) {
	const t = useText(formMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("seat.endTitle")} – ${group.name}`}</title>
			<GroupCrumbs place={group.place} group={group} last={t("seat.endTitle")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("seat.endTitle")} above={seat.name} />
			<Form>
				<DateField
					name="lastDay"
					label={t("seat.lastDay")}
					hint={t("seat.endHint")}
					value={typedText(actionData?.typed, "lastDay", group.day)}
					error={at("lastDay")}
				/>
				<Button>{t("seat.endSave")}</Button>
			</Form>
		</>
	);
}
