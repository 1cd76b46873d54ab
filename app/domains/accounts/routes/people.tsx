import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { placeOf } from "~/domains/organisations/index.server";
import { fromStored } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { invite, revokeInvitation } from "../commands/invite.server";
import { endRole } from "../commands/roles.server";
import { actForm, endRoleForm, invitableRoles, inviteForm, revokeForm } from "../forms";
import { messages } from "../messages";
import { messages as peopleMessages } from "../people-messages";
import { peopleOf } from "../queries/account.server";
import type { Route } from "./+types/people";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const place = await placeOf(world, params.place);
	const { grants, invitations, organisation } = await peopleOf(world, place.organisationId);
	const query = new URL(request.url).searchParams;
	const notice = (["sent", "granted", "ended", "revoked"] as const).find((name) => query.has(name)) ?? null;
	return {
		place: { name: place.name, slug: place.slug },
		organisation,
		invitations,
		// Calendar dates go to the page as calendar dates.
		grants: grants.map(({ validFrom, validUntil, ...grant }) => ({
			...grant,
			from: fromStored(validFrom).toString(),
			lastDay: validUntil && fromStored(validUntil).subtract({ days: 1 }).toString(),
		})),
		kept: await keptForm(world, request),
		notice,
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId, slug } = await placeOf(world, params.place);
	const here = `/o/${slug}/verwaltung/personen`;
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	if (act === "end") {
		const form = readFields(request, fields, endRoleForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await endRole(world, { grantId: form.value.grant, ownerId: organisationId });
		return outcome.done ? onward(`${here}?ended`) : again({}, outcome.refusals);
	}
	if (act === "revoke") {
		const form = readFields(request, fields, revokeForm);
		if (!form.valid) return again(form.typed, form.refusals);
		await revokeInvitation(world, { invitationId: form.value.invitation, organisationId });
		return onward(`${here}?revoked`);
	}
	const form = readFields(request, fields, inviteForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await invite(world, { organisationId, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	await dropKeptForm(world, request);
	return onward(`${here}?sent`);
});

type Row = Route.ComponentProps["loaderData"]["grants"][number];

export default function People({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const say = useText(peopleMessages);
	const { date } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const { place, grants, invitations, notice } = loaderData;
	const typed: Typed = actionData?.typed ?? loaderData.kept ?? {};
	const scopes = { process: "process", group: "group", agreement: "agreement" } as const;
	const nameOf = ({ names, post }: Row) =>
		post === null
			? names.join(", ")
			: names.length === 0
				? say("people.vacant", { post })
				: say("people.through", { names: names.join(", "), post });
	const whereOf = ({ scopeKind }: Row) =>
		say(`people.${Object.hasOwn(scopes, scopeKind) ? scopes[scopeKind as keyof typeof scopes] : "whole"}`);
	const periodOf = ({ from, lastDay }: Row) =>
		lastDay
			? say("people.fromUntil", { from: date(from), until: date(lastDay) })
			: say("people.from", { from: date(from) });
	return (
		<>
			<title>{`${say("people.title")} – ${place.name}`}</title>
			<Breadcrumb entries={[{ label: place.name, href: `/o/${place.slug}` }, { label: say("people.title") }]} />
			{notice && !actionData && <Alert tone="success" title={say(`people.${notice}`)} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={say("people.title")} lead={say("people.lead")}>
				<LinkButton href={`/o/${place.slug}/verwaltung/personen/rolle`}>{say("people.give")}</LinkButton>
			</PageTitle>
			<DataTable
				caption={say("people.caption")}
				rows={grants}
				rowKey={({ id }) => id}
				empty={<EmptyState title={say("people.none")} />}
				columns={[
					{ key: "person", header: say("people.person"), rowHeader: true, cell: nameOf },
					{ key: "role", header: say("people.role"), cell: ({ role }) => say(`roles.${role}`) },
					{ key: "where", header: say("people.where"), cell: whereOf },
					{ key: "period", header: say("people.period"), cell: periodOf },
					{
						key: "act",
						header: say("people.act"),
						cell: (row) => (
							<Form inline hidden={{ act: "end", grant: row.id }}>
								<Button
									look="secondary"
									small
									label={say("people.endLabel", { role: say(`roles.${row.role}`), name: nameOf(row) })}
								>
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
						{invitations.map(({ id, email, givenName, familyName, role, expiresAt }) => (
							<li key={id}>
								{givenName} {familyName} ({email}), {say(`roles.${role}`)},{" "}
								{say("people.openUntil", { day: date(expiresAt) })}{" "}
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
					<TextField
						name="givenName"
						autoComplete="off"
						label={t("fields.givenName")}
						value={typed.givenName?.toString()}
						error={problems.at("givenName")}
					/>
					<TextField
						name="familyName"
						autoComplete="off"
						label={t("fields.familyName")}
						value={typed.familyName?.toString()}
						error={problems.at("familyName")}
					/>
					<TextField
						name="email"
						type="email"
						autoComplete="off"
						label={t("fields.email")}
						value={typed.email?.toString()}
						error={problems.at("email")}
					/>
					<Select
						name="role"
						label={say("people.role")}
						value={typed.role?.toString()}
						error={problems.at("role")}
						options={invitableRoles.map((role) => ({ value: role, label: say(`roles.${role}`) }))}
					/>
					<Button>{say("people.send")}</Button>
				</Form>
			</Section>
		</>
	);
}
