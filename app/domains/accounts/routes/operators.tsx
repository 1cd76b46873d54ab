import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { fromStored } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { revokeInvitation } from "../commands/invite.server";
import { inviteOperator } from "../commands/operators.server";
import { endRole } from "../commands/roles.server";
import { actForm, endRoleForm, inviteOperatorForm, revokeForm } from "../forms";
import { messages } from "../messages";
import { messages as peopleMessages } from "../people-messages";
import { operatorsOf } from "../queries/operators.server";
import type { Route } from "./+types/operators";

const here = "/betrieb/personen";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	const { operators, invitations } = await operatorsOf(world);
	const asked = new URL(request.url).searchParams;
	return {
		operators: operators.map(({ validFrom, ...one }) => ({ ...one, from: fromStored(validFrom).toString() })),
		invitations,
		kept: await keptForm(world, request),
		notice: (["sent", "ended", "revoked"] as const).find((name) => asked.has(name)) ?? null,
	};
});

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	if (act === "end") {
		const form = readFields(request, fields, endRoleForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await endRole(world, { grantId: form.value.grant, ownerId: null });
		return outcome.done ? onward(`${here}?ended`) : again({}, outcome.refusals);
	}
	if (act === "revoke") {
		const form = readFields(request, fields, revokeForm);
		if (!form.valid) return again(form.typed, form.refusals);
		await revokeInvitation(world, { invitationId: form.value.invitation, organisationId: null });
		return onward(`${here}?revoked`);
	}
	const form = readFields(request, fields, inviteOperatorForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await inviteOperator(world, form.value);
	if (!outcome.done) return again(form.typed, outcome.refusals);
	await dropKeptForm(world, request);
	return onward(`${here}?sent`);
});

/** Who runs the installation. The last one cannot be taken away. */
export default function Operators({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const say = useText(peopleMessages);
	const { date } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const { operators, invitations, notice } = loaderData;
	const typed = actionData?.typed ?? loaderData.kept ?? {};
	return (
		<>
			<title>{`${say("operators.title")} – Gemeinwerk`}</title>
			{notice && !actionData && <Alert tone="success" title={say(`people.${notice}`)} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={say("operators.title")} lead={say("operators.lead")} />
			{operators.length === 1 && <Alert tone="warning" title={say("operators.alone")} />}
			<DataTable
				caption={say("operators.title")}
				captionHidden
				rows={operators}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "person",
						header: say("operators.person"),
						rowHeader: true,
						cell: ({ name, self }) => (self ? say("operators.self", { name }) : name),
					},
					{ key: "since", header: say("people.period"), cell: ({ from }) => say("people.from", { from: date(from) }) },
					{
						key: "act",
						header: say("people.act"),
						cell: ({ id, name }) =>
							operators.length > 1 && (
								<Form inline hidden={{ act: "end", grant: id }}>
									<Button look="secondary" small label={say("people.endLabel", { role: say("roles.operator"), name })}>
										{say("people.end")}
									</Button>
								</Form>
							),
					},
				]}
			/>
			{invitations.length > 0 && (
				<Section title={say("people.open")} id="einladungen">
					<ul>
						{invitations.map(({ id, email, givenName, familyName, expiresAt }) => (
							<li key={id}>
								{givenName} {familyName} ({email}), {say("people.openUntil", { day: date(expiresAt) })}{" "}
								<Form inline hidden={{ act: "revoke", invitation: id }}>
									<Button
										look="secondary"
										small
										label={say("people.revokeLabel", { name: `${givenName} ${familyName}` })}
									>
										{say("people.revoke")}
									</Button>
								</Form>
							</li>
						))}
					</ul>
				</Section>
			)}
			<Section title={say("people.invite")} id="einladen" intro={say("people.inviteLead")}>
				<Form>
					{(["givenName", "familyName", "email"] as const).map((name) => (
						<TextField
							key={name}
							name={name}
							type={name === "email" ? "email" : "text"}
							autoComplete="off"
							label={t(`fields.${name}`)}
							value={typed[name]?.toString()}
							error={problems.at(name)}
						/>
					))}
					<Button>{say("people.send")}</Button>
				</Form>
			</Section>
		</>
	);
}
