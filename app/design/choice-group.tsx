import type { ReactNode } from "react";
// The browser's own radio and tick, coloured by accent-color: KERN's drawn ones vanish in forced colours.
import { FieldError, type FieldProps, Hint, OptionalMark, useWiring } from "./field";

/** One choice of a group, with its own help sentence if it needs one. */
export type Choice = { value: string; label: ReactNode; hint?: string; disabled?: boolean };
type Wiring = ReturnType<typeof useWiring>;

function ChoiceRow({
	kind,
	choice,
	id,
	name,
	checked,
	disabled,
	error,
	described,
}: {
	kind: "radio" | "checkbox";
	choice: Choice;
	id: string;
	name: string;
	checked: boolean;
	disabled?: boolean;
	error?: string;
	described?: string;
}) {
	const hintId = `${id}-choice-hint`;
	return (
		<div className="gw-check">
			<input
				className="gw-check__input"
				type={kind}
				id={id}
				name={name}
				value={choice.value}
				defaultChecked={checked}
				disabled={disabled || choice.disabled}
				aria-describedby={[choice.hint && hintId, described].filter(Boolean).join(" ") || undefined}
				aria-invalid={kind === "checkbox" && error ? true : undefined}
			/>
			<label className="gw-check__label" htmlFor={id}>
				{choice.label}
			</label>
			{choice.hint && (
				<p className="kern-hint gw-hint gw-check__hint" id={hintId}>
					{choice.hint}
				</p>
			)}
		</div>
	);
}

function GroupInside({ wiring, field, horizontal, children }: GroupProps) {
	return (
		<>
			<legend className="kern-label">
				{field.label}
				{field.optional === true && <OptionalMark />}
			</legend>
			{field.hint && <Hint id={wiring.hintId}>{field.hint}</Hint>}
			{field.error && <FieldError id={wiring.errorId}>{field.error}</FieldError>}
			<div className={`kern-fieldset__body${horizontal ? " kern-fieldset__body--horizontal" : ""}`}>{children}</div>
		</>
	);
}

type GroupProps = { wiring: Wiring; field: FieldProps; horizontal?: boolean; children: ReactNode };

function groupClass(field: FieldProps): string {
	return `kern-fieldset${field.error ? " kern-fieldset--error" : ""}`;
}

/** The first input carries the field's id, so that the error summary leads there. */
function choiceId(wiring: Wiring, index: number): string {
	return index === 0 ? wiring.id : `${wiring.id}-${index + 1}`;
}

/** One of several. */
export function RadioGroup({
	value,
	choices,
	horizontal,
	...field
}: FieldProps & { value?: string; choices: readonly Choice[]; horizontal?: boolean }) {
	const wiring = useWiring(field);
	return (
		<fieldset
			className={groupClass(field)}
			// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows radiogroup here, and only so may it be aria-invalid
			role="radiogroup"
			aria-describedby={wiring.described}
			aria-invalid={wiring.invalid}
			aria-required={!field.optional}
		>
			<GroupInside wiring={wiring} field={field} horizontal={horizontal}>
				{choices.map((choice, index) => (
					<ChoiceRow
						key={choice.value}
						kind="radio"
						choice={choice}
						id={choiceId(wiring, index)}
						name={field.name}
						checked={choice.value === value}
						disabled={field.disabled}
						error={field.error}
					/>
				))}
			</GroupInside>
		</fieldset>
	);
}

/** Any number of several; sends the name once per ticked choice. */
export function CheckboxGroup({
	values = [],
	choices,
	...field
}: FieldProps & { values?: readonly string[]; choices: readonly Choice[] }) {
	const wiring = useWiring(field);
	return (
		<fieldset className={groupClass(field)} aria-describedby={wiring.described}>
			<GroupInside wiring={wiring} field={field}>
				{choices.map((choice, index) => (
					<ChoiceRow
						key={choice.value}
						kind="checkbox"
						choice={choice}
						id={choiceId(wiring, index)}
						name={field.name}
						checked={values.includes(choice.value)}
						disabled={field.disabled}
						error={field.error}
					/>
				))}
			</GroupInside>
		</fieldset>
	);
}

/** A single tick ("Ich habe … gelesen"); sends `value`, by default "on". */
export function Checkbox({
	value = "on",
	checked = false,
	...field
}: FieldProps & { value?: string; checked?: boolean }) {
	const wiring = useWiring(field);
	const label = (
		<>
			{field.label}
			{field.optional === true && <OptionalMark />}
		</>
	);
	return (
		<div className={field.error ? "gw-single-check gw-single-check--error" : "gw-single-check"}>
			<ChoiceRow
				kind="checkbox"
				choice={{ value, label, hint: field.hint }}
				id={wiring.id}
				name={field.name}
				checked={checked}
				disabled={field.disabled}
				error={field.error}
				described={field.error && wiring.errorId}
			/>
			{field.error && <FieldError id={wiring.errorId}>{field.error}</FieldError>}
		</div>
	);
}
