import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { managedPath } from "../../ui/group-crumbs";
import { applicationPath } from "../application-token.server";
import { applyForSeat } from "../commands/apply.server";
import { applyForm } from "../forms";
import { callMessages } from "../messages";
import { callPage } from "../queries/call-pages.server";
import { ApplicationFields } from "../ui/application-fields";
import { CallFacts } from "../ui/call-facts";
import type { Route } from "./+types/call";

/** A whole household or a library may apply behind one address; a program that fills the list may not. */
const applicationsPerHour = 30;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	call: await callPage(world, params.code),
	sent: new URL(request.url).searchParams.has("gesendet"),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request, context }: Route.ActionArgs & { world: World }) => {
	const call = await callPage(world, params.code);
	const form = await readForm(request, applyForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { webseite, email, oldEnough, livesThere, nameIsPublic, ...fields } = form.value;
	if (webseite !== "") return again(form.typed, [{ code: "trap-filled", field: "webseite" }]);
	const { ip } = context.get(requestContext);
	if (!(await limit(`seat-call:ip:${ip}`, applicationsPerHour, 3600))) return again(form.typed, [{ code: "too-many" }]);
	const outcome = await applyForSeat(world, {
		...fields,
		callId: call.id,
		oldEnough: oldEnough === "on",
		livesThere: livesThere === "on",
		nameIsPublic: nameIsPublic === "on",
		email: email || null,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	if (world.actor.kind === "person") return onward(applicationPath(outcome.value.id));
	return onward(`/aufruf/${call.code}?gesendet`);
});

/** A call for seats: what it is about, how lots are drawn, the form. */
export default function Call({ loaderData: { call, sent, kept }, actionData }: Route.ComponentProps) {
	const t = useText(callMessages);
	const words = useText(messages);
	const { errors, at } = useProblems(callMessages, actionData?.refusals);
	const { group } = call;
	const typed = actionData?.typed ?? kept;
	const path = `/o/${group.place.slug}/arbeitskreise/${group.slug}`;
	return (
		<>
			<title>{`${t("call.heading", { group: group.name })} – ${group.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: group.place.name, href: `/o/${group.place.slug}` },
					{ label: group.name, href: path },
					{ label: t("call.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			{sent && (
				<Alert tone="success" title={t("call.sent")} live>
					<p>{t("call.sentText")}</p>
				</Alert>
			)}
			<PageTitle
				title={t("call.heading", { group: group.name })}
				above={t("call.above", { bench: words(`benches.${call.bench}`), seats: call.seats })}
				state={<Badge tone={call.state === "open" ? "success" : "info"}>{t(`callStates.${call.state}`)}</Badge>}
			>
				{call.may.manage && (
					<ButtonRow>
						<LinkButton look="secondary" href={`${managedPath(group.place.slug, group.slug)}/aufrufe/${call.code}`}>
							{t("call.manage")}
						</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			{call.state === "cancelled" && (
				<Alert tone="danger" title={t("call.cancelled")}>
					{call.cancelReason && <p>{call.cancelReason}</p>}
				</Alert>
			)}
			{call.text.split(/\n{2,}/).map((paragraph) => (
				<p key={paragraph}>{paragraph}</p>
			))}
			<CallFacts call={call} />
			<Section id="bewerben" title={t("apply.title")}>
				{call.own ? (
					<>
						<p>{t("call.own")}</p>
						<LinkButton href={call.own}>{t("call.ownLink")}</LinkButton>
					</>
				) : (
					<>
						{call.state !== "open" && <p>{t("call.closed")}</p>}
						{/* what was sent too late is not lost */}
						{((call.state === "open" && !sent) || actionData) && (
							<Form>
								<ApplicationFields
									call={call}
									typed={typed}
									at={at}
									givenName={call.givenName}
									familyName={call.familyName}
									emailHint={t("apply.emailHint")}
									withEmail={call.asGuest ? "needed" : "none"}
								/>
								<div className="gw-trap" hidden>
									<TextField name="webseite" label={t("apply.trap")} error={at("webseite")} optional />
								</div>
								<p>{t("apply.privacy")}</p>
								<Button>{t("apply.submit")}</Button>
							</Form>
						)}
						{call.state === "open" && <p>{t("apply.offline")}</p>}
					</>
				)}
				{call.applications !== null && <p>{t("call.applications", { count: call.applications })}</p>}
			</Section>
			<Section id="los" title={t("call.how")}>
				<p>{t("call.howText")}</p>
				<p>{call.publicSource ? t("call.source", { source: call.publicSource }) : t("call.noSource")}</p>
				<p>{t("call.answer", { days: call.answerDays })}</p>
				<p>
					{t("call.seedHash")}: <code>{call.seedHash}</code>
				</p>
				<p>
					<a href={`/aufruf/${call.code}/los`}>{t("call.record")}</a>
				</p>
			</Section>
		</>
	);
}
