import { data } from "react-router";
import { Button, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { PasswordField, TextField } from "~/design/text-field";
import { conduct } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { acceptAsNewcomer, acceptSignedIn } from "../commands/accept-invitation.server";
import { acceptForm } from "../forms";
import { messages } from "../messages";
import { messages as peopleMessages } from "../people-messages";
import { invitationPage } from "../queries/account.server";
import { LinkOver } from "../ui/link-over";
import { goOn, visitorOf } from "../visitor.server";
import type { Route } from "./+types/invitation";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	try {
		return { invitation: await invitationPage(world, params.token), here: new URL(request.url).pathname };
	} catch (error) {
		if (error instanceof NotFound) return data({ invitation: null, here: "" }, { status: 404 });
		throw error;
	}
});

export const action = conduct(async ({ world, request, params, context }: Route.ActionArgs & { world: World }) => {
	const { token } = params;
	const visitor = visitorOf(request, context);
	if (world.actor.kind === "person") {
		const outcome = await acceptSignedIn(world, { token, visitor });
		return outcome.done ? goOn(outcome.value, "/heute") : again({}, outcome.refusals);
	}
	const form = await readForm(request, acceptForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await acceptAsNewcomer(world, { token, visitor, ...form.value });
	return outcome.done ? goOn(outcome.value, "/heute") : again(form.typed, outcome.refusals);
});

export default function Invitation({ loaderData: { invitation, here }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const say = useText(peopleMessages);
	const problems = useProblems(messages, actionData?.refusals);
	if (!invitation) return <LinkOver again="/anmelden" />;
	const { organisation, email, step } = invitation;
	const role = say(`roles.${invitation.role}`);
	const typed: Typed = actionData?.typed ?? {};
	return (
		<>
			<title>{say("invitation.title")}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle
				title={say("invitation.title")}
				lead={organisation ? say("invitation.lead", { organisation, role }) : say("invitation.leadHouse", { role })}
			/>
			{step !== "other" && <p>{say("invitation.email", { email })}</p>}
			{step === "other" && <p>{say("invitation.other")}</p>}
			{step === "sign-in" && (
				<>
					<p>{say("invitation.signIn")}</p>
					<LinkButton href={`/anmelden?${new URLSearchParams({ weiter: here })}`}>
						{say("invitation.signInButton")}
					</LinkButton>
				</>
			)}
			{step === "accept" && (
				<Form>
					<Button>{say("invitation.accept")}</Button>
				</Form>
			)}
			{step === "new" && (
				<Form>
					<TextField
						name="givenName"
						autoComplete="given-name"
						label={t("fields.givenName")}
						value={typed.givenName?.toString() ?? invitation.givenName}
						error={problems.at("givenName")}
					/>
					<TextField
						name="familyName"
						autoComplete="family-name"
						label={t("fields.familyName")}
						value={typed.familyName?.toString() ?? invitation.familyName}
						error={problems.at("familyName")}
					/>
					<TextField
						name="displayName"
						autoComplete="nickname"
						label={t("fields.displayName")}
						hint={t("fields.displayNameHint")}
						value={typed.displayName?.toString() ?? `${invitation.givenName} ${invitation.familyName}`.trim()}
						error={problems.at("displayName")}
					/>
					<PasswordField
						name="password"
						autoComplete="new-password"
						label={t("fields.newPassword")}
						hint={t("fields.newPasswordHint")}
						error={problems.at("password")}
					/>
					<Button>{say("invitation.accept")}</Button>
				</Form>
			)}
		</>
	);
}
