import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { CheckboxGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Disclosure } from "~/design/disclosure";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { daysFrom } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored } from "../../day.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedMany, typedText } from "../../ui/typed";
import { inviteGuest, revokeGuest } from "../commands/invite-guest.server";
import { inviteForm, revokeForm } from "../forms";
import { guestMessages } from "../messages";
import { guestsPage } from "../queries/guest-pages.server";
import type { Route } from "./+types/guests";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	group: await guestsPage(world, params),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const group = await guestsPage(world, params);
	const fields = await formFields(request);
	const back = onward(`${managedPath(params.place, params.group)}/gaeste`);
	if (fields.has("guest")) {
		const form = readFields(request, fields, revokeForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const { guest, reason } = form.value;
		const outcome = await revokeGuest(world, { groupId: group.id, guestId: guest, reason });
		return outcome.done ? back : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, inviteForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { items, files, lastDay, ...guest } = form.value;
	const outcome = await inviteGuest(world, {
		...guest,
		groupId: group.id,
		agendaItemIds: items,
		groupFileIds: files,
		validUntil: daysFrom(stored(lastDay), 1),
	});
	return outcome.done ? back : again(form.typed, outcome.refusals);
});

/** The guests of a group: inviting, and ending their access. */
export default function Guests({ loaderData: { group, kept }, actionData }: Route.ComponentProps) {
	const t = useText(guestMessages);
	const { date } = useFormat();
	const { errors, at } = useProblems(guestMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const revoked = typeof typed?.guest === "string" ? typed.guest : null;
	const field = (name: string, otherwise = "") => ({
		name,
		value: revoked ? otherwise : typedText(typed, name, otherwise),
		error: revoked ? undefined : at(name),
	});
	const nothing = group.items.length + group.files.length === 0;
	return (
		<>
			<title>{`${t("title")} – ${group.name}`}</title>
			<GroupCrumbs place={group.place} group={group} last={t("title")} />
			<ErrorSummary errors={errors} form={revoked ?? undefined} />
			<PageTitle title={t("title")} above={group.name} lead={t("lead")} />
			<Section id="liste" title={t("list")}>
				{group.guests.length === 0 && <p>{t("none")}</p>}
				<ul>
					{group.guests.map((guest) => (
						<li key={guest.id}>
							<strong>{guest.name}</strong>
							{guest.purpose && `, ${guest.purpose}`}
							<br />
							{guest.what.length > 0 && (
								<>
									{t("what")}: {guest.what.join("; ")}
									<br />
								</>
							)}
							{guest.thereAt.length > 0 && (
								<>
									{t("wasThere")}: {guest.thereAt.join("; ")}
									<br />
								</>
							)}
							{t("until")}: {date(guest.lastDay)},{" "}
							{guest.state === "revoked"
								? t("states.revoked", { date: date(guest.revokedAt ?? guest.lastDay), reason: guest.reason })
								: t(`states.${guest.state}`)}
							{guest.state === "valid" && (
								<Disclosure summary={t("revokeLabel", { name: guest.name })} open={revoked === guest.id}>
									<Form id={guest.id} hidden={{ guest: guest.id }}>
										<TextField
											name="reason"
											label={t("reason")}
											value={revoked === guest.id ? typedText(typed, "reason") : ""}
											error={revoked === guest.id ? at("reason") : undefined}
											maxLength={500}
										/>
										<Button look="danger">{t("revoke")}</Button>
									</Form>
								</Disclosure>
							)}
						</li>
					))}
				</ul>
			</Section>
			<Section id="einladen" title={t("invite")}>
				{!group.foreseen ? (
					<Alert title={t("notForeseen")} />
				) : nothing ? (
					<p>{t("nothing")}</p>
				) : (
					<Form>
						<TextField {...field("name")} label={t("name")} width="medium" maxLength={80} />
						<TextField {...field("email")} type="email" label={t("email")} />
						<TextField {...field("purpose")} label={t("purpose")} hint={t("purposeHint")} maxLength={200} optional />
						{group.items.length > 0 && (
							<CheckboxGroup
								name="items"
								label={t("items")}
								hint={t("itemsHint")}
								values={typedMany(typed, "items")}
								error={at("items")}
								choices={group.items.map(({ id, meeting, number, title }) => ({
									value: id,
									label: t("item", { meeting, number: String(number), title }),
								}))}
								optional="depends"
							/>
						)}
						{group.files.length > 0 && (
							<CheckboxGroup
								name="files"
								label={t("files")}
								values={typedMany(typed, "files")}
								error={at("files")}
								choices={group.files.map(({ id, title }) => ({ value: id, label: title }))}
								optional="depends"
							/>
						)}
						<DateField {...field("lastDay", group.lastDay)} label={t("lastDay")} />
						<Button>{t("save")}</Button>
					</Form>
				)}
			</Section>
		</>
	);
}
