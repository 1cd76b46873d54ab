import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { lettersPath, contactPath as pathOf } from "../addresses";
import { changeReach, forgetReach } from "../commands/tell.server";
import { reachForm } from "../forms";
import { contactPage } from "../queries/letters.server";
import { staffMessages } from "../staff-messages";
import { PaperCrumbs } from "../ui/paper-crumbs";
import { ReachFields } from "../ui/reach-fields";
import type { Route } from "./+types/contact";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	page: await contactPage(world, params),
	at: { place: params.place, process: params.process },
	saved: new URL(request.url).searchParams.has("gespeichert"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { entryId, about } = await contactPage(world, params);
	const here = pathOf(params, about.code);
	const fields = await formFields(request);
	if (fields.get("act") === "forget") {
		await forgetReach(world, { entryId });
		return onward(here);
	}
	const form = readFields(request, fields, reachForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await changeReach(world, { entryId, ...form.value });
	return outcome.done ? onward(`${here}?gespeichert`) : again(form.typed, outcome.refusals);
});

export default function Contact({ loaderData: { page, at: here, saved }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { dateLong } = useFormat();
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const { about } = page;
	return (
		<>
			<title>{`${t("contact.title")} – ${about.title}`}</title>
			<PaperCrumbs
				head={page}
				between={{ label: t("letters.title"), href: lettersPath(here) }}
				here={t("contact.title")}
			/>
			<ErrorSummary errors={errors} />
			{saved && !actionData && <Alert tone="success" title={t("contact.saved")} live />}
			<PageTitle title={t("contact.title")} above={`${about.number ?? ""}. ${about.title}`} />
			{page.forgottenAt && <Alert tone="info" title={t("contact.forgotten", { date: dateLong(page.forgottenAt) })} />}
			<Form>
				<ReachFields
					value={(name) => {
						const typed = actionData?.typed[name];
						return typeof typed === "string" ? typed : page.reach[name];
					}}
					at={at}
				/>
				<Button>{t("contact.save")}</Button>
			</Form>
			{page.replies.length > 0 && (
				<Section id="gesagt" title={t("contact.told")}>
					<ul>
						{page.replies.map(({ id, way, toldAt }) => (
							<li key={id}>
								{toldAt
									? t(way === "call" ? "contact.callOn" : "contact.letterOn", { date: dateLong(toldAt) })
									: t("contact.letterPrinted")}
							</li>
						))}
					</ul>
				</Section>
			)}
			{!page.forgottenAt && (
				<Section id="loeschen" title={t("contact.forget")}>
					<p>{t("contact.forgetLead")}</p>
					<Form id="vergessen" hidden={{ act: "forget" }}>
						<Button look="danger">{t("contact.forget")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}
