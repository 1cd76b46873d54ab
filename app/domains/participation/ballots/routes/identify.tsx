import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { paperPath } from "../addresses";
import { askForPaper, openPaper, openPaperByLetter } from "../commands/open-paper.server";
import { identifyForm } from "../forms";
import { messages } from "../messages";
import { boxPage } from "../queries/box-pages.server";
import { BoxCrumbs } from "../ui/box-crumbs";
import { Secrecy, VotingWords } from "../ui/box-words";
import { textOf } from "../ui/typed";
import type { Route } from "./+types/identify";

/** From one network address; wide, because a school or a town hall has one for all. */
const triesPerHour = 120;

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => boxPage(world, params));

/** Opens the ballot paper of whoever shows by what they are known; a guest's code goes out by mail first. */
export const action = conduct(async ({ world, params, request, context }: Route.ActionArgs & { world: World }) => {
	const { id, kind, electorate, path } = await boxPage(world, params);
	const form = await readForm(request, identifyForm);
	if (!form.valid) return again(form.typed, form.refusals);
	if (!(await limit(`ballot:ip:${context.get(requestContext).ip}`, triesPerHour, 3600))) {
		return again(form.typed, [{ code: "too-many-tries" }]);
	}
	const { email, letter, bescheid } = form.value;
	const wantsResult = bescheid === "on";
	if (electorate === "mail" && world.actor.kind !== "person") {
		const asked = await askForPaper(world, { boxId: id, email, wantsResult });
		return asked.done ? onward(`${path}/abstimmen/${asked.value.voterId}`) : again(form.typed, asked.refusals);
	}
	const opened =
		electorate === "letter"
			? await openPaperByLetter(world, { boxId: id, code: letter, wantsResult })
			: await openPaper(world, { boxId: id, wantsResult });
	return opened.done ? onward(paperPath(kind, opened.value.token)) : again(form.typed, opened.refusals);
});

export default function Identify({ loaderData: box, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const { electorate, isSignedIn, place } = box;
	const onwards = new URLSearchParams({ weiter: `${box.path}/abstimmen` });
	const tellMe = (
		<Checkbox
			name="bescheid"
			label={t("identify.tell")}
			hint={t("identify.tellHint")}
			checked={actionData?.typed.bescheid === "on"}
			optional
		/>
	);
	return (
		<>
			<title>{`${t("identify.title")} – ${box.title}`}</title>
			<BoxCrumbs box={box} here={t("voting.vote")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("identify.title")} above={box.title} />
			{!box.voting.isOpen ? (
				<Alert tone="warning" title={t("paper.closed")}>
					<VotingWords box={box} />
				</Alert>
			) : electorate === "letter" ? (
				<Form>
					<TextField
						name="letter"
						label={t("identify.letter")}
						hint={t("identify.letterHint")}
						error={at("letter")}
						autoComplete="off"
						spellCheck={false}
						width="medium"
					/>
					{isSignedIn && tellMe}
					<Button>{t("identify.open")}</Button>
				</Form>
			) : isSignedIn ? (
				<Form>
					<p>{t("identify.asPerson")}</p>
					{tellMe}
					<Button>{t("identify.open")}</Button>
				</Form>
			) : (
				<>
					{electorate === "mail" ? (
						<Form>
							<TextField
								name="email"
								type="email"
								label={t("identify.email")}
								hint={t("identify.emailHint")}
								value={textOf(actionData?.typed.email)}
								error={at("email")}
								autoComplete="email"
								width="medium"
							/>
							{tellMe}
							<Button>{t("identify.send")}</Button>
						</Form>
					) : (
						<p>{t("identify.needsAccount")}</p>
					)}
					<ButtonRow>
						<LinkButton look="secondary" href={`/anmelden?${onwards}`}>
							{t("identify.signIn")}
						</LinkButton>
						<LinkButton look="tertiary" href={`/registrieren?${onwards}`}>
							{t("identify.register")}
						</LinkButton>
					</ButtonRow>
				</>
			)}
			<p>{t("voting.who", { who: t(`electorates.${electorate}`) })}</p>
			<Secrecy />
			{place.phone && (
				<p>
					{t("identify.phone")} <PhoneLink number={place.phone} />
				</p>
			)}
		</>
	);
}
