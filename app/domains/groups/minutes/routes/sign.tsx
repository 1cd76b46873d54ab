import { Button } from "~/design/button";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import { demandStepUp } from "~/platform/step-up";
import type { World } from "~/platform/world.server";
import { sign } from "../commands/finish.server";
import { signForm } from "../forms";
import { begunMinutes } from "../queries/managed-minutes.server";
import { minutesStaffMessages } from "../staff-messages";
import { ActFrame, writingPath } from "../ui/act-frame";
import { pathOf } from "../ui/wording";
import type { Route } from "./+types/sign";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { place, group, meeting, minutes } = await begunMinutes(world, { ...params, meeting: givenId(params.meeting) });
	const { signsAs, sha256, version } = minutes;
	if (!signsAs || !sha256) throw new NotFound();
	// asked before the page, so that the button signs at once
	demandStepUp(world);
	return { place, group, meeting, signsAs, sha256, version };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, signForm);
	const page = await begunMinutes(world, { ...params, meeting: givenId(params.meeting) });
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await sign(world, { minutesId: page.minutes.id, sha256: form.value.sha256 });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(writingPath(page));
});

/** Signs the newest version, after password and second factor were shown again. */
export default function SignMinutes({
	loaderData: { signsAs, sha256, version, ...of },
	actionData,
}: Route.ComponentProps) {
	const t = useText(minutesStaffMessages);
	const { errors } = useProblems(minutesStaffMessages, actionData?.refusals);
	const number = String(version);
	return (
		<ActFrame
			of={of}
			title={t("sign")}
			lead={t("signText", { number, role: t(`signRoles.${signsAs}`) })}
			errors={errors}
		>
			<p>
				<a href={`${pathOf(of)}/protokoll`}>{t("preview")}</a>
			</p>
			<Form hidden={{ sha256 }}>
				<Button>{t("signNow", { number })}</Button>
			</Form>
		</ActFrame>
	);
}
