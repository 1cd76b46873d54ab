import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { CheckboxGroup, RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { writeSheet } from "../commands/write-sheet.server";
import { sheetForm, sheetFrom } from "../forms";
import { messages } from "../messages";
import { councilSheet, sheetValues } from "../queries/council-sheet.server";
import { budgetedWords, climateWords, counterFinancings, sheetKinds } from "../sheet";
import type { Route } from "./+types/sheet";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const sheet = await councilSheet(world, params);
	const { about, subject, path } = sheet;
	return {
		title: about.title,
		place: { slug: about.slug, name: about.place },
		staffPath: about.staffPath,
		subject,
		path,
		values: sheetValues(sheet),
		written: sheet.revision > 0,
		saved: new URL(request.url).searchParams.has("gespeichert"),
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { subject, path } = await councilSheet(world, params);
	const form = await readForm(request, sheetForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await writeSheet(world, { ...sheetFrom(form.value), subject });
	return outcome.done ? onward(`${path}?gespeichert`) : again(form.typed, outcome.refusals);
});

function textIn(values: Typed, name: string): string {
	const value = values[name];
	return Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
}

function listIn(values: Typed, name: string): string[] {
	const value = values[name] ?? [];
	return Array.isArray(value) ? value : [value];
}

export default function Sheet({ loaderData, actionData }: Route.ComponentProps) {
	const { title, place, staffPath, subject, path, values, written, saved, kept } = loaderData;
	const t = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const shown: Typed = actionData?.typed ?? kept ?? values;
	const field = (name: string) => ({ name, value: textIn(shown, name), error: problems.at(name) });
	return (
		<>
			<title>{`${t("form.title")} – ${title}`}</title>
			<WorkCrumbs place={place} entries={[{ label: title, href: staffPath }, { label: t("form.title") }]} />
			{saved && !actionData && <Alert tone="success" title={t("form.saved")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("form.title")} above={title} lead={t("form.lead")}>
				{written && (
					<ButtonRow>
						<LinkButton href={`${path}/blatt.pdf`}>{t("form.pdf")}</LinkButton>
						<LinkButton href={`${path}/blatt.docx`} look="secondary">
							{t("form.word")}
						</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			<p>
				<a href={`/o/${place.slug}/verwaltung/gremienweg/${sheetKinds[subject.kind]}/${subject.id}`}>{t("form.way")}</a>
			</p>
			<p>
				<a href={`/o/${place.slug}/verwaltung/beschluesse/neu?aus=${subject.kind}:${subject.id}`}>
					{t("form.resolution")}
				</a>
			</p>
			<Form
				hidden={{ revision: textIn(shown, "revision") || textIn(values, "revision") }}
				draftKey={`sheet:${subject.id}`}
			>
				<Section id="sitzung" title={t("form.session")}>
					<TextField {...field("body")} label={t("form.body")} maxLength={120} />
					<DateField {...field("sessionOn")} label={t("form.sessionOn")} optional />
					<TextField {...field("paperNumber")} label={t("form.paperNumber")} width="medium" maxLength={60} optional />
				</Section>
				<Section id="worum" title={t("form.content")}>
					<TextArea {...field("about")} label={t("form.about")} hint={t("form.aboutHint")} rows={6} />
					<TextArea {...field("proposal")} label={t("form.proposal")} rows={6} />
					<TextArea
						{...field("deviation")}
						label={t("form.deviation")}
						hint={t("form.deviationHint")}
						rows={4}
						optional
					/>
				</Section>
				<Section id="geld" title={t("form.finance")}>
					{(["total", "yearly", "incoming", "revenue"] as const).map((name) => (
						<TextField
							key={name}
							{...field(name)}
							label={t(`finance.${name}`)}
							hint={t("form.amountHint")}
							inputMode="decimal"
							width="medium"
							suffix="Euro"
							optional
						/>
					))}
					<RadioGroup
						{...field("budgeted")}
						label={t("finance.budgetedTitle")}
						choices={[
							{ value: "", label: t("form.notStated") },
							...budgetedWords.map((value) => ({ value, label: t(`finance.budgeted.${value}`) })),
						]}
					/>
					<CheckboxGroup
						name="counterFinancing"
						label={t("finance.counterTitle")}
						values={listIn(shown, "counterFinancing")}
						error={problems.at("counterFinancing")}
						choices={counterFinancings.map((value) => ({ value, label: t(`finance.counterFinancing.${value}`) }))}
						optional
					/>
					<TextArea {...field("financeNote")} label={t("form.financeNote")} rows={2} optional />
					<RadioGroup
						{...field("climate")}
						label={t("finance.climateTitle")}
						choices={[
							{ value: "", label: t("form.notStated") },
							...climateWords.map((value) => ({ value, label: t(`finance.climate.${value}`) })),
						]}
					/>
					<TextField {...field("climateNote")} label={t("form.climateNote")} optional />
					<TextField {...field("companies")} label={t("finance.companies")} optional />
				</Section>
				<Button>{t("form.save")}</Button>
			</Form>
		</>
	);
}
