import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../clauses/messages";
import { actForm, endGuestForm, guestForm } from "../../forms";
import { messages as publicMessages } from "../../messages";
import { endGuest, inviteGuest } from "../commands/guests.server";
import { guestsPage } from "../queries/guests.server";
import type { Route } from "./+types/guests";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	return {
		...(await guestsPage(world, params.code)),
		notice: query.has("eingeladen") ? ("sent" as const) : query.has("beendet") ? ("ended" as const) : null,
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { code } = params;
	const here = `/vereinbarungen/${code}/gaeste`;
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	if (act === "end") {
		const form = readFields(request, fields, endGuestForm);
		if (!form.valid) return again({}, form.refusals);
		const outcome = await endGuest(world, { code, ...form.value });
		return outcome.done ? onward(`${here}?beendet`) : again({}, outcome.refusals);
	}
	const form = readFields(request, fields, guestForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { postId, ...guest } = form.value;
	const outcome = await inviteGuest(world, { code, ...guest, postId: postId || null });
	return outcome.done ? onward(`${here}?eingeladen`) : again(form.typed, outcome.refusals);
});

export default function Guests({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const say = useText(publicMessages);
	const { date } = useFormat();
	const problems = useProblems(publicMessages, actionData?.refusals);
	const all: Typed = actionData?.typed ?? page.kept ?? {};
	return (
		<>
			<title>{`${t("guests.title")} – ${page.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: say("list.title"), href: "/vereinbarungen" },
					{ label: page.number, href: `/vereinbarungen/${page.code}` },
					{ label: t("guests.title") },
				]}
			/>
			{page.notice && !actionData && <Alert tone="success" title={t(`guests.${page.notice}`)} live />}
			<ErrorSummary errors={problems.errors} form={all.partyId ? `gast-${all.partyId}` : undefined} />
			<PageTitle title={t("guests.title")} above={page.title} lead={t("guests.lead")} />
			{!page.open && <Alert title={t("guests.closed")} />}
			{page.parties.map(({ id, name, posts, guests }) => {
				const isTyped = all.partyId === id;
				const typed = (field: string) => (isTyped ? all[field]?.toString() : undefined);
				const error = (field: string) => (isTyped ? problems.at(field) : undefined);
				return (
					<Section key={id} title={name} id={`partei-${id}`}>
						{guests.length === 0 ? (
							<p>{t("guests.none")}</p>
						) : (
							<DataTable
								caption={t("guests.title")}
								captionHidden
								rows={guests}
								rowKey={(guest) => guest.id}
								columns={[
									{ key: "name", header: t("guests.name"), rowHeader: true, cell: (guest) => guest.name },
									{ key: "email", header: t("guests.email"), cell: ({ email }) => email },
									{ key: "post", header: t("guests.post"), cell: ({ post }) => post ?? t("guests.reads") },
									{
										key: "state",
										header: say("list.state"),
										cell: ({ accepted, over, day }) =>
											accepted
												? t("guests.accepted", { day: date(day) })
												: over
													? t("guests.over")
													: t("guests.waits", { day: date(day) }),
									},
									{
										key: "act",
										header: t("guests.end"),
										cell: (guest) => (
											<Form inline id={`beenden-${guest.id}`} hidden={{ act: "end", guestId: guest.id }}>
												<Button small look="tertiary" label={t("guests.endOf", { name: guest.name })}>
													{t("guests.end")}
												</Button>
											</Form>
										),
									},
								]}
							/>
						)}
						{page.open && (
							<>
								<h3>{t("guests.inviteFor", { party: name })}</h3>
								<Form id={`gast-${id}`} hidden={{ act: "invite", partyId: id }}>
									<TextField
										name="givenName"
										label={t("guests.givenName")}
										value={typed("givenName")}
										error={error("givenName")}
									/>
									<TextField
										name="familyName"
										label={t("guests.familyName")}
										value={typed("familyName")}
										error={error("familyName")}
									/>
									<TextField
										name="email"
										type="email"
										label={t("guests.email")}
										value={typed("email")}
										error={error("email")}
									/>
									<Select
										name="postId"
										optional
										label={t("guests.post")}
										empty={t("guests.reads")}
										value={typed("postId")}
										error={error("postId")}
										options={posts.map((post) => ({ value: post.id, label: post.label }))}
									/>
									<Button label={`${t("guests.invite")}: ${name}`}>{t("guests.invite")}</Button>
								</Form>
							</>
						)}
					</Section>
				);
			})}
		</>
	);
}
