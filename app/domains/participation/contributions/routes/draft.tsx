import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { TextField } from "~/design/text-field";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { AnnotatedPassage } from "../../texts/index";
import { annotatedPassage } from "../../texts/index.server";
import { askForCode } from "../commands/confirm-as-guest.server";
import { emailForm } from "../forms";
import { messages } from "../messages";
import { authorPage } from "../queries/author-page.server";
import { HandInForm } from "../ui/hand-in-form";
import { SimilarList } from "../ui/similar-list";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/draft";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const draft = await authorPage(world, { token: params.token });
	if (draft.submittedAt) throw onward(`/stand/${params.token}`);
	return {
		draft,
		passage: draft.kind === "annotation" ? await annotatedPassage(world, draft.id) : null,
		person: world.actor.kind === "person" ? world.actor.displayName : null,
	};
});

/** A guest asks for the code; the other ways lead to pages of their own. */
/** From one network address; wide, because a school or a town hall has one for all. */
const codesPerHour = 60;

export const action = conduct(async ({ world, params, request, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, emailForm);
	if (!form.valid) return again(form.typed, form.refusals);
	if (!(await limit(`code:ip:${context.get(requestContext).ip}`, codesPerHour, 3600))) {
		return again(form.typed, [{ code: "too-many" }]);
	}
	const outcome = await askForCode(world, { token: params.token, email: form.value.email });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/entwurf/${params.token}/code`);
});

export default function Draft({ loaderData: { draft, passage, person }, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const { process } = draft;
	const here = `/entwurf/${params.token}`;
	const onwards = new URLSearchParams({ weiter: here });
	return (
		<>
			<title>{`${t("draft.title")} – ${process.title}`}</title>
			<Breadcrumb entries={[{ label: process.title, href: process.href }, { label: t("draft.title") }]} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("draft.title")} above={process.title} lead={t("draft.lead")} />
			<p>{t("draft.keep", { date: dateLong(draft.deletedOn) })}</p>
			{!process.contributing.open ? (
				<Alert tone="warning" title={t("form.closedTitle")}>
					<p>
						{process.contributing.from
							? t("closed.later", { date: dateLong(process.contributing.from) })
							: t("closed.kept", { date: dateLong(draft.deletedOn) })}
					</p>
					{process.phone && (
						<p>
							{t("form.phone")} <PhoneLink number={process.phone} />
						</p>
					)}
				</Alert>
			) : person ? (
				<HandInForm action={`${here}/einreichen`} person={person} />
			) : (
				<Section id="einreichen" title={t("draft.how")}>
					{process.guestsWelcome ? (
						<Section id="ohne-konto" title={t("draft.asGuest")} level={3}>
							<Form>
								<TextField
									name="email"
									type="email"
									label={t("draft.email")}
									hint={t("draft.guestHint")}
									value={textOf(actionData?.typed.email)}
									error={at("email")}
									autoComplete="email"
									width="medium"
								/>
								<Button>{t("draft.sendCode")}</Button>
							</Form>
						</Section>
					) : (
						<p>{t("draft.noGuests")}</p>
					)}
					<Section id="mit-konto" title={t("draft.withAccount")} level={3} intro={t("draft.accountHint")}>
						<ButtonRow>
							<LinkButton look="secondary" href={`/anmelden?${onwards}`}>
								{t("draft.signIn")}
							</LinkButton>
							<LinkButton look="tertiary" href={`/registrieren?${onwards}`}>
								{t("draft.register")}
							</LinkButton>
						</ButtonRow>
					</Section>
				</Section>
			)}
			<SimilarList similar={draft.similar} />
			{passage && <AnnotatedPassage passage={passage} />}
			<Section
				id="ihr-text"
				title={t("draft.yourText")}
				aside={<a href={`/stand/${params.token}/bearbeiten`}>{t("draft.change")}</a>}
			>
				<h3>{draft.title}</h3>
				<RichTextView html={draft.html} />
				{draft.pictures > 0 && <p>{t("draft.pictures", { count: draft.pictures })}</p>}
			</Section>
		</>
	);
}
