import { type FieldProps, FieldShell, inputClass, useWiring } from "./field";

/**
 * A date, or a date with time. The browser's own control: it speaks the person's language, works with keyboard and
 * without JavaScript, and sends ISO (`2026-11-21`, `2026-11-21T18:30`). Browsers without it show a text input.
 */
export function DateField({
	value,
	withTime,
	min,
	max,
	autoComplete,
	...field
}: FieldProps & { value?: string; withTime?: boolean; min?: string; max?: string; autoComplete?: "bday" }) {
	const wiring = useWiring(field);
	return (
		<FieldShell wiring={wiring} {...field}>
			<input
				className={inputClass(field.error, "gw-width-medium")}
				id={wiring.id}
				name={field.name}
				type={withTime ? "datetime-local" : "date"}
				defaultValue={value}
				min={min}
				max={max}
				autoComplete={autoComplete}
				required={!field.optional}
				disabled={field.disabled}
				aria-describedby={wiring.described}
				aria-invalid={wiring.invalid}
			/>
		</FieldShell>
	);
}
