import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { EmptyState } from "~/design/empty-state";
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
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { limits } from "../../contributions/contribution";
import { carryConcern } from "../commands/carry-concern.server";
import { carryForm } from "../forms";
import { messages } from "../messages";
import { carryPage } from "../queries/carry-page.server";
import type { Route } from "./+types/carry";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { ownerId: _, ...page } = await carryPage(world, params);
	return { ...page, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { ownerId, place } = await carryPage(world, params);
	const form = await readForm(request, carryForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { agreed, nameIsPublic, ...words } = form.value;
	const outcome = await carryConcern(world, {
		...words,
		ownerId,
		code: params.concern,
		process: params.process,
		agreed: agreed === "on",
		nameIsPublic: nameIsPublic === "on",
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/anliegen/${params.concern}?weitergetragen`);
});

/** A concern becomes a contribution, in the asker's stead. */
export default function Carry({ loaderData, actionData }: Route.ComponentProps) {
	const { place, concern, process, title, kept } = loaderData;
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const given = actionData?.typed ?? kept;
	const typed = (name: string, otherwise = "") => {
		const value = given?.[name];
		return typeof value === "string" ? value : given ? "" : otherwise;
	};
	const work = `/o/${place.slug}/verwaltung/anliegen`;
	const { code } = concern;
	return (
		<>
			<title>{`${t("title")} – ${code}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("concerns"), href: work },
					{ label: t("concern", { code }), href: `${work}/${code}` },
					{ label: t("crumb") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("title")}
				above={code}
				lead={t("lead", { code, process: process.title, from: process.from })}
			/>
			{concern.together.length > 0 && (
				<p>{t("together", { count: concern.together.length, codes: concern.together.join(", ") })}</p>
			)}
			{process.takes ? (
				<Form draftKey={`carry:${code}`}>
					<TextField
						name="title"
						label={t("heading")}
						value={typed("title", title)}
						error={at("title")}
						maxLength={limits.titleMost}
					/>
					<TextArea
						name="text"
						label={t("text")}
						hint={t("textHint")}
						value={typed("text", concern.text)}
						error={at("text")}
						rows={10}
					/>
					{process.categories.length > 0 && (
						<Select
							name="category"
							label={t("category")}
							value={typed("category")}
							options={process.categories.map((name) => ({ value: name, label: name }))}
							empty={t("noCategory")}
							error={at("category")}
							optional
						/>
					)}
					<TextField
						name="place"
						label={t("place")}
						value={typed("place", concern.place ?? "")}
						error={at("place")}
						maxLength={limits.placeMost}
						optional
					/>
					{concern.mayBePublic ? (
						<p>{t("given")}</p>
					) : (
						<Checkbox
							name="agreed"
							label={t("agreed")}
							hint={t("agreedHint")}
							checked={typed("agreed") === "on"}
							error={at("agreed")}
						/>
					)}
					{concern.askerName && (
						<Checkbox
							name="nameIsPublic"
							label={t("nameIsPublic", { name: concern.askerName })}
							checked={typed("nameIsPublic") === "on"}
							error={at("nameIsPublic")}
							optional
						/>
					)}
					{process.moderated && <Alert title={t("moderated")} />}
					<Button>{t("submit")}</Button>
				</Form>
			) : (
				<EmptyState title={t("closed")}>
					<p>
						<a href={process.href}>{process.title}</a>
					</p>
				</EmptyState>
			)}
		</>
	);
}
