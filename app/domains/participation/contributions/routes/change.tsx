import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { PlaceField, pointIn, pointText, pressedPoint } from "~/domains/organisations";
import { placeMap } from "~/domains/organisations/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { readRichTexts } from "../../rich-text-field.server";
import { changeContribution } from "../commands/change-contribution.server";
import { changeForm } from "../forms";
import { messages } from "../messages";
import { type KeyParams, ownKeyOf, ownPathOf } from "../own-key";
import { authorPage } from "../queries/author-page.server";
import { textOf, WordsFields } from "../ui/words-fields";
import type { Route } from "./+types/change";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const keyParams: KeyParams = params;
	if (!keyParams.token && world.actor.kind !== "person") throw new SignInNeeded();
	const contribution = await authorPage(world, ownKeyOf(keyParams));
	return { contribution, map: await placeMap(world, contribution.placeSlug), path: ownPathOf(keyParams) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const keyParams: KeyParams = params;
	const form = await readForm(request, changeForm);
	const contribution = await authorPage(world, ownKeyOf(keyParams));
	const pressed = pressedPoint(form.typed, (await placeMap(world, contribution.placeSlug))?.frame ?? null);
	if (pressed) return again({ ...form.typed, punkt: pointText(pressed) }, []);
	if (!form.valid) return again(form.typed, form.refusals);
	const text = readRichTexts(form.value, { text: {} });
	if (!text.done) return again(form.typed, text.refusals);
	const { title, category, place, name } = form.value;
	const outcome = await changeContribution(world, {
		key: ownKeyOf(keyParams),
		// an annotation's heading names its passage
		title: contribution.kind === "annotation" ? contribution.title : title,
		text: text.value.text,
		category,
		place,
		at: pointIn(form.value.punkt),
		authorName: name,
	});
	return outcome.done ? onward(ownPathOf(keyParams)) : again(form.typed, outcome.refusals);
});

export default function Change({ loaderData: { contribution, map, path }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const { process } = contribution;
	const typed = actionData?.typed ?? {
		title: contribution.title,
		text: contribution.markdown,
		category: contribution.category ?? "",
		place: contribution.place ?? "",
		name: contribution.authorName ?? "",
		punkt: contribution.at ? pointText(contribution.at) : "",
	};
	return (
		<>
			<title>{`${t("form.changeTitle")} – ${process.title}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("form.changeTitle")} above={process.title} />
			{contribution.may.change ? (
				<Form>
					<WordsFields typed={typed} at={at} categories={process.categories} kind={contribution.kind} />
					{map && (
						<PlaceField map={map} place={contribution.placeSlug} typed={typed} at={at} action={`${path}/bearbeiten`} />
					)}
					{!contribution.hasAccountAuthor && (
						<TextField
							name="name"
							label={t("form.name")}
							hint={t("form.nameHint")}
							value={textOf(typed.name)}
							error={at("name")}
							optional
						/>
					)}
					<Button>{t("form.save")}</Button>
				</Form>
			) : (
				<Alert title={t("refusals.no-longer-to-change")} />
			)}
			<p>
				<a href={path}>{t("withdraw.back")}</a>
			</p>
		</>
	);
}
