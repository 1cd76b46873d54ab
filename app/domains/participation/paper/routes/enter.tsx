import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TaskList } from "~/design/task-list";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { formPath, importsPath, lettersPath, paperPath, slipPath } from "../addresses";
import { enterCard } from "../commands/enter-card.server";
import { enterPaperComment } from "../commands/enter-comment.server";
import { cardForm } from "../forms";
import { isPaperChannel, paperChannels, paperLimits } from "../paper";
import { enterPage, processForPaper } from "../queries/enter-page.server";
import { staffMessages } from "../staff-messages";
import { AboutLink } from "../ui/about-link";
import { PaperCrumbs } from "../ui/paper-crumbs";
import { ReachFields } from "../ui/reach-fields";
import type { Route } from "./+types/enter";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const page = await enterPage(world, params);
	const query = new URL(request.url).searchParams;
	const channel = query.get("weg") ?? "";
	const comment = query.get("kommentar");
	return {
		page,
		at: { place: params.place, process: params.process },
		saved: page.recent.find(({ code }) => code === query.get("karte")) ?? null,
		comment: comment && /^\w+$/.test(comment) ? { code: comment, number: query.get("nr") ?? "" } : null,
		// what is the same on a pile of cards stays chosen
		kept: {
			channel: isPaperChannel(channel) ? channel : ("paper" as const),
			category: page.categories.find((name) => name === query.get("thema")),
			about: page.texts.find(({ id }) => id === query.get("zu"))?.id,
		},
		long: query.has("lang"),
		// sending the same page twice makes one contribution
		entry: newToken(),
	};
});

/** One card, then Enter: the page comes back empty, with the number of the one before. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const process = await processForPaper(world, params);
	const form = await readForm(request, cardForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { about, onNumber, ...card } = form.value;
	const nameIsPublic = card.nameIsPublic === "on";
	const long: Record<string, string> = new URL(request.url).searchParams.has("lang") ? { lang: "" } : {};
	if (onNumber !== null) {
		const comment = { ...card, processId: process.id, onNumber, isQuestion: card.isQuestion === "on", nameIsPublic };
		const outcome = await enterPaperComment(world, comment);
		if (!outcome.done) return again(form.typed, outcome.refusals);
		const { code, number } = outcome.value;
		const query = { kommentar: code, nr: String(number), weg: card.channel, ...long };
		return onward(`${paperPath(params)}?${new URLSearchParams(query)}`);
	}
	const outcome = await enterCard(world, {
		...card,
		processId: process.id,
		textId: about,
		nameIsPublic,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const query = new URLSearchParams({
		karte: outcome.value.code,
		weg: card.channel,
		...(card.category ? { thema: card.category } : {}),
		...(about ? { zu: about } : {}),
		...long,
	});
	return onward(`${paperPath(params)}?${query}`);
});

export default function Enter({ loaderData, actionData }: Route.ComponentProps) {
	const { page, at: here, saved, comment, kept, long, entry } = loaderData;
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed = (name: string) => {
		const value = actionData?.typed[name];
		return typeof value === "string" ? value : undefined;
	};
	const takes = page.takesIdeas || page.takesComments || page.texts.length > 0;
	return (
		<>
			<title>{`${t("enter.title")} – ${page.title}`}</title>
			<PaperCrumbs head={page} />
			<ErrorSummary errors={errors} />
			{saved && !actionData && (
				<Alert tone="success" title={t("enter.saved", { number: String(saved.number ?? "") })} live>
					<p>
						<a href={slipPath(here, saved.code)}>{t("enter.slip")}</a>
					</p>
				</Alert>
			)}
			{comment && !actionData && (
				<Alert tone="success" title={t("enter.savedComment", { number: comment.number })} live>
					<p>
						<a href={`/k/${comment.code}`}>{t("enter.toComment")}</a> ·{" "}
						<a href={slipPath(here, comment.code)}>{t("enter.slip")}</a>
					</p>
				</Alert>
			)}
			<PageTitle title={t("enter.title")} above={page.title} lead={takes ? t("enter.lead") : undefined} />
			{takes ? (
				<Form action={`${paperPath(here)}${long ? "?lang" : ""}`} hidden={{ entry }}>
					<div className="gw-flow" data-island="focus-inside">
						{long ? (
							<>
								<TextField
									name="title"
									label={t("enter.heading")}
									hint={t("enter.headingHint")}
									value={typed("title")}
									error={at("title")}
									maxLength={paperLimits.titleMost}
									optional
								/>
								<TextArea
									name="text"
									label={t("enter.text")}
									hint={t("enter.longHint")}
									value={typed("text")}
									error={at("text")}
									rows={12}
								/>
							</>
						) : (
							<TextField
								name="text"
								label={t("enter.text")}
								value={typed("text")}
								error={at("text")}
								maxLength={paperLimits.textMost}
								autoComplete="off"
							/>
						)}
					</div>
					<p>
						<a href={`${paperPath(here)}${long ? "" : "?lang"}`}>{t(long ? "enter.short" : "enter.long")}</a>
					</p>
					{page.texts.length > 0 && (
						<Select
							name="about"
							label={t("enter.about")}
							value={typed("about") ?? kept.about ?? (page.takesIdeas ? undefined : page.texts[0]?.id)}
							options={page.texts.map(({ id, title }) => ({ value: id, label: title }))}
							empty={t("enter.aboutNone")}
							error={at("about")}
							optional
						/>
					)}
					{page.takesComments && (
						<>
							<TextField
								name="onNumber"
								label={t("enter.onNumber")}
								hint={t("enter.onNumberHint")}
								value={typed("onNumber")}
								error={at("onNumber")}
								inputMode="numeric"
								width="short"
								autoComplete="off"
								optional
							/>
							<Checkbox
								name="isQuestion"
								label={t("enter.isQuestion")}
								hint={t("enter.isQuestionHint")}
								checked={typed("isQuestion") === "on"}
								error={at("isQuestion")}
								optional
							/>
						</>
					)}
					{page.categories.length > 0 && (
						<Select
							name="category"
							label={t("enter.category")}
							value={typed("category") ?? kept.category}
							options={page.categories.map((name) => ({ value: name, label: name }))}
							empty={t("enter.noCategory")}
							error={at("category")}
							optional
						/>
					)}
					<TextField
						name="place"
						label={t("enter.place")}
						value={typed("place")}
						error={at("place")}
						maxLength={paperLimits.placeMost}
						autoComplete="off"
						optional
					/>
					<RadioGroup
						name="channel"
						label={t("enter.channel")}
						value={typed("channel") ?? kept.channel}
						error={at("channel")}
						horizontal
						choices={paperChannels.map((value) => ({ value, label: t(`channels.${value}`) }))}
					/>
					<ReachFields value={typed} at={at} />
					<Checkbox
						name="nameIsPublic"
						label={t("enter.nameIsPublic")}
						checked={typed("nameIsPublic") === "on"}
						optional
					/>
					<Button>{t("enter.save")}</Button>
				</Form>
			) : (
				<EmptyState title={t("enter.closed")}>
					<p>{t("enter.closedText")}</p>
				</EmptyState>
			)}
			{page.recent.length > 0 && (
				<Section id="zuletzt" title={t("enter.list")}>
					<ul>
						{page.recent.map((entry) => (
							<li key={entry.code}>
								<AboutLink {...entry} /> · <a href={slipPath(here, entry.code)}>{t("slip.title")}</a>
							</li>
						))}
					</ul>
				</Section>
			)}
			<Section id="ausserdem" title={t("enter.more")}>
				<TaskList
					tasks={[
						{ title: t("enter.form"), href: formPath(here) },
						...(page.may.letters
							? [
									{ title: t("enter.imports"), href: importsPath(here) },
									{
										title: t("enter.letters"),
										href: lettersPath(here),
										state: <span>{t("enter.lettersState", page.pending)}</span>,
									},
								]
							: []),
						...page.surveys.map(({ position, title }) => ({
							title: t("enter.surveys", { title }),
							href: `/o/${here.place}/verwaltung/beteiligung/${here.process}/umfrage/${position}/eingeben`,
						})),
					]}
				/>
			</Section>
		</>
	);
}
