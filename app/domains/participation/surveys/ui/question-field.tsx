import { Checkbox, CheckboxGroup, RadioGroup } from "~/design/choice-group";
import { FileField } from "~/design/file-field";
import { Section } from "~/design/layout";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { PlaceField } from "~/domains/organisations";
import type { MapBase } from "~/domains/organisations/index.server";
import { useText } from "~/platform/i18n";
import { fieldOf, pointPart, type TypedFields, withoutPart } from "../answering";
import { messages } from "../messages";
import { otherKey, type Question, stepsOf, surveyLimits } from "../question";

type Props = {
	question: Question;
	typed: TypedFields;
	at(field: string): string | undefined;
	/** The map in which a place is chosen, the slug of the municipality, and the address of the form. */
	place: { map: MapBase | null; slug: string; action: string };
	/** The file that is attached already. */
	fileName?: string;
};

/** One question as fields of a form; every kind is answered with the browser's own fields. */
export function QuestionField({ question, typed, at, place, fileName }: Props) {
	const t = useText(messages);
	const name = fieldOf(question);
	const { title, kind, low, high, min, max } = question;
	const field = { name, label: title, hint: question.hint ?? undefined, error: at(name), optional: !question.required };
	const [value] = typed[name] ?? [];
	switch (kind) {
		case "single":
		case "multiple":
			return <Choices question={question} typed={typed} at={at} />;
		case "place":
			return (
				<Section id={`frage-${name}`} title={title} intro={question.hint}>
					<TextField {...field} label={t("form.place")} hint={t("form.placeHint")} value={value} />
					{place.map && (
						<PlaceField
							map={place.map}
							place={place.slug}
							prefix={`${name}-`}
							typed={{ [fieldOf(question, pointPart)]: typed[fieldOf(question, pointPart)]?.[0] ?? "" }}
							at={at}
							action={place.action}
						/>
					)}
				</Section>
			);
		case "file":
			return (
				<>
					<FileField
						{...field}
						hint={[question.hint, t("form.fileHint")].filter(Boolean).join(" ")}
						accept="image/jpeg,image/png,image/webp,image/avif,application/pdf"
						optional={!question.required || fileName !== undefined}
					/>
					{fileName !== undefined && (
						<>
							<p>{t("form.fileThere", { name: fileName })}</p>
							<Checkbox name={fieldOf(question, withoutPart)} label={t("form.fileWithout")} optional />
						</>
					)}
				</>
			);
		case "scale": {
			const ends = low && high ? t("form.scale", { low, high, top: String(max ?? 5) }) : null;
			return (
				<RadioGroup
					{...field}
					hint={[question.hint, ends].filter(Boolean).join(" ") || undefined}
					value={value}
					horizontal
					choices={stepsOf(question).map((step) => ({ value: String(step), label: String(step) }))}
				/>
			);
		}
		case "matrix":
			return (
				<Section id={`frage-${name}`} title={title} intro={question.hint}>
					{question.rows.map((row) => (
						<RadioGroup
							key={row.key}
							name={fieldOf(question, row.key)}
							label={row.label}
							optional={!question.required}
							error={at(fieldOf(question, row.key))}
							value={typed[fieldOf(question, row.key)]?.[0]}
							horizontal
							choices={question.options.map(({ key, label }) => ({ value: key, label }))}
						/>
					))}
				</Section>
			);
		case "ranking":
			return (
				<Section id={`frage-${name}`} title={title} intro={question.hint ?? t("form.rankHint")}>
					{question.options.map((option) => (
						<Select
							key={option.key}
							name={fieldOf(question, option.key)}
							label={option.label}
							optional={!question.required}
							error={at(fieldOf(question, option.key))}
							value={typed[fieldOf(question, option.key)]?.[0]}
							empty={t("choose")}
							options={question.options.map((_, index) => ({
								value: String(index + 1),
								label: t("rank", { rank: String(index + 1) }),
							}))}
						/>
					))}
				</Section>
			);
		case "number":
			return (
				<TextField {...field} value={value} inputMode={min !== null && min >= 0 ? "decimal" : "text"} width="short" />
			);
		case "text":
			return (max ?? surveyLimits.textMost) <= surveyLimits.words ? (
				<TextField {...field} value={value} />
			) : (
				<TextArea {...field} value={value} />
			);
	}
}

function Choices({ question, typed, at }: Omit<Props, "place" | "fileName">) {
	const t = useText(messages);
	const name = fieldOf(question);
	const choices = [
		...question.options.map(({ key, label }) => ({ value: key, label })),
		...(question.other ? [{ value: otherKey, label: t("other") }] : []),
	];
	const bounds =
		question.kind === "multiple" && (question.min !== null || question.max !== null)
			? question.min
				? t("form.chooseBetween", { least: String(question.min), most: String(question.max ?? choices.length) })
				: t("form.chooseMost", { most: String(question.max ?? choices.length) })
			: null;
	const field = {
		name,
		label: question.title,
		hint: [question.hint, bounds].filter(Boolean).join(" ") || undefined,
		error: at(name),
		optional: !question.required,
		choices,
	};
	return (
		<>
			{question.kind === "single" ? (
				<RadioGroup {...field} value={typed[name]?.[0]} />
			) : (
				<CheckboxGroup {...field} values={typed[name]} />
			)}
			{question.other && (
				<TextField
					name={fieldOf(question, otherKey)}
					label={t("otherWords")}
					optional
					value={typed[fieldOf(question, otherKey)]?.[0]}
					error={at(fieldOf(question, otherKey))}
				/>
			)}
		</>
	);
}
