import { Badge } from "~/design/badge";
import { Button, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { LocalDateTime } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { acceptSeat, cancelRegistration, confirmRegistration } from "../commands/register.server";
import { registrationActForm } from "../forms";
import { messages } from "../messages";
import { registrationPage } from "../queries/event-page.server";
import { registrationTone } from "../ui/state-tone";
import type { Route } from "./+types/registration";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	registrationPage(world, params.token),
);

const acts = { confirm: confirmRegistration, accept: acceptSeat, cancel: cancelRegistration };

/** Mail programs open links by themselves, so nothing happens before a button is pressed. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, registrationActForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await acts[form.value.act](world, { token: params.token });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/termin-anmeldung/${params.token}`);
});

/** The registration of whoever has the link of its mail. */
export default function Registration({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateTime } = useFormat();
	const { errors } = useProblems(messages, actionData?.refusals);
	const { registration: state, may } = page;
	const over = state === "cancelled" || state === "lapsed";
	return (
		<>
			<title>{`${t("registration.title")} – ${page.title}`}</title>
			<meta name="robots" content="noindex" />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={page.title}
				above={t("registration.about", { name: page.name })}
				state={<Badge tone={registrationTone[state]}>{t(`registrationStates.${state}`)}</Badge>}
			/>
			<SummaryList
				rows={[
					{ term: t("page.when"), value: <LocalDateTime value={page.startsAt} /> },
					...(page.place ? [{ term: t("page.where"), value: page.place }] : []),
					...(page.onlineAddress
						? [{ term: t("registration.online"), value: <a href={page.onlineAddress}>{page.onlineAddress}</a> }]
						: []),
					{ term: t("registration.persons"), value: page.persons },
				]}
			/>
			{over && <p>{t("registration.gone")}</p>}
			{state === "waiting" && <p>{t("registration.waitingText")}</p>}
			{may.confirm && (
				<Section id="bestaetigen" title={t("registration.confirm")} intro={t("registration.confirmText")}>
					<Form hidden={{ act: "confirm" }} inline>
						<Button>{t("registration.confirm")}</Button>
					</Form>
				</Section>
			)}
			{may.accept && page.offeredUntil && (
				<Section
					id="annehmen"
					title={t("registration.accept")}
					intro={t("registration.acceptText", { date: dateTime(page.offeredUntil) })}
				>
					<Form hidden={{ act: "accept" }} inline>
						<Button>{t("registration.accept")}</Button>
					</Form>
				</Section>
			)}
			{may.cancel && (
				<Section id="absagen" title={t("registration.cancel")} intro={t("registration.cancelText")}>
					<Form hidden={{ act: "cancel" }} inline>
						<Button look="danger">{t("registration.cancel")}</Button>
					</Form>
				</Section>
			)}
			<p>
				<LinkButton look="tertiary" href={page.href}>
					{t("registration.event")}
				</LinkButton>
			</p>
		</>
	);
}
