import { type FieldProps, FieldShell, inputClass, useWiring } from "./field";

/**
 * Several lines of text. With `richText` the editor island sits down on it; without JavaScript it stays a textarea
 * for simple Markdown.
 */
export function TextArea({
	value,
	rows = 6,
	maxLength,
	richText,
	...field
}: FieldProps & { value?: string; rows?: number; maxLength?: number; richText?: boolean }) {
	const wiring = useWiring(field);
	return (
		<FieldShell wiring={wiring} {...field}>
			<textarea
				className={inputClass(field.error, "gw-textarea")}
				id={wiring.id}
				name={field.name}
				rows={rows}
				maxLength={maxLength}
				defaultValue={value}
				required={!field.optional}
				disabled={field.disabled}
				aria-describedby={wiring.described}
				aria-invalid={wiring.invalid}
				data-island={richText ? "rich-text" : undefined}
			/>
		</FieldShell>
	);
}
