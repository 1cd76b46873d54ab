import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { joinByCode, joinByMail } from "../commands/join-seat.server";
import { joinForm } from "../forms";
import { joiningMessages } from "../messages";
import { joinPage, ownPagePath } from "../queries/join-pages.server";
import type { Route } from "./+types/join";

export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => joinPage(world));

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, joinForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { act, seat, code } = form.value;
	const outcome = act === "code" ? await joinByCode(world, code) : await joinByMail(world, { membershipId: seat });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(await ownPagePath(world, outcome.value.groupId));
});

/** Joins a seat that was taken without an account to the account of who is signed in. */
export default function Join({ loaderData: { seats }, actionData }: Route.ComponentProps) {
	const t = useText(joiningMessages);
	const { errors, at } = useProblems(joiningMessages, actionData?.refusals);
	return (
		<>
			<title>{t("title")}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("title")} lead={t("lead")} />
			{seats.length > 0 && (
				<Section id="adresse" title={t("byMail")} intro={t("byMailText")}>
					{seats.map(({ membershipId, group }) => (
						<Form key={membershipId} hidden={{ act: "mail", seat: membershipId }}>
							<p>{group}</p>
							<Button label={t("joinLabel", { group })}>{t("join")}</Button>
						</Form>
					))}
				</Section>
			)}
			<Section id="brief" title={t("byCode")} intro={t("byCodeText")}>
				<Form hidden={{ act: "code" }}>
					<TextField name="code" label={t("code")} hint={t("codeHint")} error={at("code")} maxLength={40} />
					<Button look={seats.length > 0 ? "secondary" : "primary"}>{t("join")}</Button>
				</Form>
			</Section>
		</>
	);
}
