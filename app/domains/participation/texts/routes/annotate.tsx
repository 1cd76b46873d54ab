import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useFormat, useText } from "~/platform/i18n";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { handIn } from "../../contributions/commands/hand-in.server";
import { leastSeconds } from "../../contributions/forms";
import { messages as contributionMessages } from "../../contributions/messages";
import { textOf } from "../../contributions/ui/words-fields";
import { readRichTexts } from "../../rich-text-field.server";
import { annotate } from "../commands/annotate.server";
import { annotateForm, numberIn, passageIn } from "../forms";
import { messages } from "../messages";
import { annotatePage } from "../queries/annotate-page.server";
import type { Route } from "./+types/annotate";

/** From one network address; wide, because a school or a town hall has one for all. */
const draftsPerHour = 120;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const search = new URL(request.url).searchParams;
	return {
		text: await annotatePage(world, {
			...params,
			version: numberIn(search, "fassung"),
			block: search.get("absatz") || null,
		}),
		passage: passageIn(search),
		kept: await keptForm(world, request),
		person: world.actor.kind === "person" ? world.actor.displayName : null,
		entwurf: newToken(),
		seit: world.now.getTime(),
	};
});

/** Stores the draft before anything else; who is signed in hands it in at once, a guest goes on to the draft's page. */
export const action = conduct(async ({ world, params, request, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, annotateForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const {
		webseite,
		seit,
		entwurf: token,
		shownAs,
		name,
		fassung,
		absatz,
		zitat,
		davor,
		danach,
		vorschlag,
	} = form.value;
	const text = await annotatePage(world, { ...params, version: fassung, block: absatz || null });
	if (webseite !== "") return again(form.typed, [{ code: "trap-filled", field: "webseite" }]);
	if (world.now.getTime() - seit < leastSeconds * 1000) return again(form.typed, [{ code: "too-fast" }]);
	const comment = readRichTexts(form.value, { text: {} });
	if (!comment.done) return again(form.typed, comment.refusals);
	if (!(await limit(`draft:ip:${context.get(requestContext).ip}`, draftsPerHour, 3600))) {
		return again(form.typed, [{ code: "too-many" }]);
	}
	const stored = await annotate(world, {
		textId: text.id,
		version: fassung,
		blockKey: absatz || null,
		quote: zitat,
		around: { before: davor, after: danach },
		suggestion: vorschlag,
		comment: comment.value.text,
		token,
		authorName: name,
	});
	const sentTwice = !stored.done && stored.refusals.some(({ code }) => code === "already-handed-in");
	if (!stored.done && !sentTwice) return again(form.typed, stored.refusals);
	await dropKeptForm(world, request);
	if (world.actor.kind !== "person") return onward(`/entwurf/${token}`);
	const outcome = await handIn(world, { key: { token }, withName: shownAs === "self" });
	const isIn = outcome.done || outcome.refusals.some(({ code }) => code === "already-handed-in");
	return onward(isIn ? `/stand/${token}?neu` : `/entwurf/${token}`);
});

export default function Annotate({ loaderData, actionData, params }: Route.ComponentProps) {
	const { text, passage, kept, person, entwurf, seit } = loaderData;
	const t = useText(messages);
	const words = useText(contributionMessages);
	const { dateLong } = useFormat();
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? kept ?? passage;
	const process = `/o/${params.place}/beteiligung/${params.process}`;
	const back = `${process}/text/${text.code}?fassung=${text.version}${text.block ? `#absatz-${text.block.key}` : ""}`;
	const { open, from, until } = text.annotating;
	const named = { title: text.title, version: String(text.version) };
	return (
		<>
			<title>{`${t("form.title")} – ${text.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: text.place.name, href: `/o/${params.place}` },
					{ label: text.process.title, href: process },
					{ label: text.title, href: back },
					{ label: t("form.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("form.title")}
				above={text.process.title}
				lead={
					text.block ? t("form.leadBlock", { ...named, number: String(text.block.number) }) : t("form.leadWhole", named)
				}
			/>
			{!open && (
				<Alert tone="warning" title={t("form.closedTitle")}>
					{from ? (
						<p>{t("form.later", { date: dateLong(from) })}</p>
					) : (
						until && <p>{t("form.over", { date: dateLong(new Date(until.getTime() - 1)) })}</p>
					)}
				</Alert>
			)}
			{text.block && (
				<Section id="absatz" title={t("form.passage")}>
					<blockquote>
						<RichTextView html={text.block.html} />
					</blockquote>
				</Section>
			)}
			{(open || actionData) && (
				<Form
					draftKey={`annotation:${text.code}:${text.block?.key ?? ""}`}
					hidden={{
						entwurf,
						// who mends a mistake has been here for a while already
						seit: textOf(typed.seit) || String(seit),
						fassung: String(text.version),
						absatz: text.block?.key ?? "",
						davor: textOf(typed.davor),
						danach: textOf(typed.danach),
					}}
				>
					{text.block && (
						<TextArea
							name="zitat"
							label={t("form.quote")}
							hint={t("form.quoteHint")}
							value={textOf(typed.zitat)}
							error={at("zitat")}
							rows={2}
							optional
						/>
					)}
					<TextArea
						name="text"
						label={t("form.comment")}
						hint={text.block ? `${t("form.commentHint")} ${t("form.commentOptional")}` : t("form.commentHint")}
						value={textOf(typed.text)}
						error={at("text")}
						rows={6}
						richText
					/>
					{text.block && (
						<TextArea
							name="vorschlag"
							label={t("form.suggestion")}
							hint={t("form.suggestionHint")}
							value={textOf(typed.vorschlag)}
							error={at("vorschlag")}
							rows={3}
							optional
						/>
					)}
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
						<TextField
							name="name"
							label={words("form.name")}
							hint={words("form.nameHint")}
							value={textOf(typed.name)}
							error={at("name")}
							autoComplete="nickname"
							optional
						/>
					)}
					<div className="gw-trap" hidden>
						<TextField name="webseite" label={words("form.trap")} error={at("webseite")} optional />
					</div>
					<Button>{words(person ? "form.submitSignedIn" : "form.submitGuest")}</Button>
				</Form>
			)}
			<p>
				<a href={back}>{t("form.back")}</a>
			</p>
			{text.place.phone && (
				<p>
					{words("form.phone")} <PhoneLink number={text.place.phone} />
				</p>
			)}
		</>
	);
}
