import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, LinkButton } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useText } from "~/platform/i18n";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { whyProgram } from "../against-programs";
import { writeComment, writeCommentAsGuest } from "../commands/write-comment.server";
import { commentPace } from "../comment";
import { commentMessages } from "../comment-messages";
import { commentForm } from "../forms";
import { messages } from "../messages";
import { commentingPage } from "../queries/commenting-page.server";
import { useAuthorName } from "../ui/author-name";
import { paragraphsOf } from "../ui/discussion";
import { ProofOfWork } from "../ui/proof-of-work";
import { Trap } from "../ui/trap";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/write-comment";

/** From one network address in an hour; wide, because a school or a town hall has one for all. */
const commentsPerHour = 120;

function replyIn(request: Request): string | null {
	return new URL(request.url).searchParams.get("antwort");
}

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	page: await commentingPage(world, { code: params.code, replyTo: replyIn(request) }),
	kept: await keptForm(world, request),
	person: world.actor.kind === "person" ? world.actor.displayName : null,
	entwurf: newToken(),
	seit: world.now.getTime(),
}));

/** A comment of somebody signed in is sent; a guest's is stored, and the next page asks for the code. */
export const action = conduct(async ({ world, params, request, context }: Route.ActionArgs & { world: World }) => {
	const page = await commentingPage(world, { code: params.code, replyTo: replyIn(request) });
	const form = await readForm(request, commentForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { shownAs, name, email, text, question, nachweis: proof, entwurf: token } = form.value;
	const program = whyProgram(form.value, world.now);
	if (program) return again(form.typed, [program]);
	const who = world.actor.kind === "person" ? `person:${world.actor.personId}` : null;
	const paced = await limit(`comment:ip:${context.get(requestContext).ip}`, commentsPerHour, 3600);
	if (!paced || (who && !(await limit(`comment:${who}`, commentPace.most, commentPace.seconds)))) {
		return again(form.typed, [{ code: "too-many" }]);
	}
	const isQuestion = question !== "";
	const given = { contributionId: page.id, replyTo: page.replyTo?.code ?? null, text, isQuestion, token, proof };
	if (who) {
		const outcome = await writeComment(world, { ...given, withName: shownAs === "self" });
		const sentTwice = !outcome.done && outcome.refusals.some(({ code }) => code === "already-handed-in");
		if (!outcome.done && !sentTwice) return again(form.typed, outcome.refusals);
		await dropKeptForm(world, request);
		return onward(
			outcome.done
				? `/k/${outcome.value.code}${outcome.value.waits ? "/bearbeiten?neu" : ""}`
				: `/b/${params.code}#kommentare`,
		);
	}
	const outcome = await writeCommentAsGuest(world, { ...given, name, email });
	const sentTwice = !outcome.done && outcome.refusals.some(({ code }) => code === "already-handed-in");
	if (!outcome.done && !sentTwice) return again(form.typed, outcome.refusals);
	await dropKeptForm(world, request);
	return onward(`/code/${token}`);
});

export default function WriteComment({ loaderData, actionData }: Route.ComponentProps) {
	const { page, kept, person, entwurf, seit } = loaderData;
	const t = useText(commentMessages);
	const words = useText(messages);
	const nameOf = useAuthorName();
	const { errors, at } = useProblems(commentMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept ?? {};
	const title = t(page.replyTo ? "form.titleReply" : "form.title");
	return (
		<>
			<title>{`${title} – ${page.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.process.title, href: page.process.href },
					{ label: page.title, href: `/b/${page.code}` },
					{ label: title },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={title} above={page.title} lead={page.waits ? t("form.waits") : undefined} />
			{page.replyTo && (
				<blockquote>
					<p>{t("form.replying")}</p>
					<p>{nameOf(page.replyTo.author)}</p>
					{paragraphsOf(page.replyTo.text)}
				</blockquote>
			)}
			{!page.open && <Alert tone="warning" title={t("section.closed")} />}
			{person === null && !page.guestsComment ? (
				<>
					<p>{t("form.accountsOnly")}</p>
					<p>
						<LinkButton href={`/anmelden?weiter=/b/${page.code}/kommentieren`}>{t("form.signInNow")}</LinkButton>
					</p>
				</>
			) : (
				(page.open || actionData) && (
					<Form draftKey={`comment:${page.code}`} hidden={{ entwurf, seit: textOf(typed.seit) || String(seit) }}>
						<TextArea
							name="text"
							label={t("form.text")}
							hint={t("form.hint")}
							value={textOf(typed.text)}
							error={at("text")}
							rows={6}
						/>
						<Checkbox
							name="question"
							label={t("form.question")}
							hint={t("form.questionHint")}
							checked={textOf(typed.question) !== ""}
						/>
						{person ? (
							<RadioGroup
								name="shownAs"
								label={words("form.shownAs")}
								value={textOf(typed.shownAs) || "self"}
								choices={[
									{ value: "self", label: words("form.asSelf", { name: person }) },
									{ value: "nobody", label: words("form.asNobody") },
								]}
							/>
						) : (
							<>
								<TextField
									name="name"
									label={words("form.name")}
									hint={words("form.nameHint")}
									value={textOf(typed.name)}
									error={at("name")}
									autoComplete="nickname"
									optional
								/>
								<TextField
									name="email"
									type="email"
									label={words("draft.email")}
									hint={t("form.guest")}
									value={textOf(typed.email)}
									error={at("email")}
									autoComplete="email"
								/>
							</>
						)}
						<Trap />
						<ProofOfWork challenge={page.challenge} />
						<Button>{t(person ? "form.submit" : "form.submitGuest")}</Button>
					</Form>
				)
			)}
			<p>
				<a href={`/b/${page.code}#kommentare`}>{t("form.back")}</a>
			</p>
		</>
	);
}
