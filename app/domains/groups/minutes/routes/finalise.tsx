import { Button } from "~/design/button";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { finalise } from "../commands/finish.server";
import { begunMinutes } from "../queries/managed-minutes.server";
import { minutesStaffMessages } from "../staff-messages";
import { ActFrame, writingPath } from "../ui/act-frame";
import type { Route } from "./+types/finalise";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { place, group, meeting } = await begunMinutes(world, { ...params, meeting: givenId(params.meeting) });
	return { place, group, meeting };
});

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const page = await begunMinutes(world, { ...params, meeting: givenId(params.meeting) });
	const outcome = await finalise(world, { minutesId: page.minutes.id });
	if (!outcome.done) return again({}, outcome.refusals);
	return onward(writingPath(page));
});

/** Makes minutes final, or says everything that is missing. */
export default function FinaliseMinutes({ loaderData: of, actionData }: Route.ComponentProps) {
	const t = useText(minutesStaffMessages);
	const { errors } = useProblems(minutesStaffMessages, actionData?.refusals);
	return (
		<ActFrame of={of} title={t("finalise")} lead={t("finaliseText")} errors={errors}>
			{of.meeting.isPublic && of.group.isPublic && <p>{t("finalisePublic")}</p>}
			<Form>
				<Button>{t("finaliseNow")}</Button>
			</Form>
		</ActFrame>
	);
}
