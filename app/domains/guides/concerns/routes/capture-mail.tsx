import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { Checkbox, CheckboxGroup, RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { mailConcernForm } from "../../forms";
import { givenId } from "../../given.server";
import { messages } from "../../messages";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { typedText } from "../../ui/typed";
import { captureMail } from "../commands/take-mail.server";
import { kinds } from "../concern";
import { handlingMessages } from "../handling-messages";
import { mailPage } from "../queries/mail-page.server";
import { allRefusals } from "../refusals";
import { messages as work } from "../work-messages";
import type { Route } from "./+types/capture-mail";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => ({
	...(await mailPage(world, { place: params.place, mail: givenId(params.mail) })),
	schluessel: newToken(),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	const form = await readForm(request, mailConcernForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { kind, text, topic, name, email, mayBePublic, schluessel, municipality, keep } = form.value;
	const outcome = await captureMail(world, {
		mailId: givenId(params.mail),
		keep,
		captured: {
			token: schluessel,
			ownerId,
			municipalityId: municipality,
			topicId: topic,
			kind,
			text,
			askerName: name,
			askerEmail: email,
			mayBePublic: mayBePublic === "on",
		},
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/anliegen/${outcome.value.code}`);
});

/** A mail as it was read, to be checked and made a concern. */
export default function CaptureMail({ loaderData, actionData }: Route.ComponentProps) {
	const { place, places, topics, mail, schluessel, kept } = loaderData;
	const t = useText(handlingMessages);
	const m = useText(messages);
	const w = useText(work);
	const { dateLong } = useFormat();
	const { errors, at } = useProblems(allRefusals, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const list = `/o/${place.slug}/verwaltung/anliegen`;
	const chosen = typed?.keep;
	return (
		<>
			<title>{`${t("mail.check")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: w("concerns.title"), href: list },
					{ label: t("mail.title"), href: `${list}/aus-e-mail` },
					{ label: t("mail.check") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("mail.check")} lead={t("mail.checkLead")} />
			{mail.concernCode ? (
				<Alert title={t("mail.gone")}>
					<p>
						<a href={`${list}/${mail.concernCode}`}>{mail.concernCode}</a>
					</p>
				</Alert>
			) : (
				<>
					{mail.writtenAt && <p>{t("mail.writtenAt", { date: dateLong(mail.writtenAt) })}</p>}
					{mail.leftOut.length > 0 && (
						<Alert tone="warning" title={t("mail.leftOut", { names: mail.leftOut.join(", ") })} />
					)}
					<Form draftKey={`concern-mail:${mail.id}`} hidden={{ schluessel }}>
						<RadioGroup
							name="kind"
							label={m("form.kind")}
							value={typedText(typed, "kind")}
							error={at("kind")}
							choices={kinds.map((kind) => ({ value: kind, label: m(`kinds.${kind}`) }))}
						/>
						<TextArea
							name="text"
							label={w("concerns.code")}
							rows={10}
							value={typedText(typed, "text", mail.text)}
							error={at("text")}
						/>
						<Select
							name="municipality"
							label={w("capture.place")}
							optional
							empty={w("capture.placeUnknown")}
							value={typedText(typed, "municipality")}
							options={places}
							error={at("municipality")}
						/>
						<Select
							name="topic"
							label={m("form.topic")}
							optional
							empty={m("form.topicUnknown")}
							value={typedText(typed, "topic")}
							options={topics}
							error={at("topic")}
						/>
						<TextField
							name="name"
							label={w("capture.name")}
							optional
							autoComplete="off"
							value={typedText(typed, "name", mail.senderName ?? "")}
							error={at("name")}
						/>
						<TextField
							name="email"
							type="email"
							label={w("capture.email")}
							optional
							autoComplete="off"
							value={typedText(typed, "email", mail.sender ?? "")}
							error={at("email")}
						/>
						{mail.files.length > 0 && (
							<CheckboxGroup
								name="keep"
								label={t("mail.keep")}
								optional
								values={typed ? (Array.isArray(chosen) ? chosen : []) : mail.files.map(({ id }) => id)}
								choices={mail.files.map(({ id, name, href }) => ({ value: id, label: <a href={href}>{name}</a> }))}
							/>
						)}
						<Checkbox
							name="mayBePublic"
							label={w("capture.mayBePublic")}
							checked={typedText(typed, "mayBePublic") === "on"}
							optional
						/>
						<Button>{w("capture.submit")}</Button>
					</Form>
				</>
			)}
		</>
	);
}
