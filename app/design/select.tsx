import { useText } from "~/platform/i18n";
import { type FieldProps, FieldShell, useWiring } from "./field";
import { messages } from "./messages";

/** One choice; `group` gathers choices under a heading. */
export type Option = { value: string; label: string; group?: string };

/** A drop-down list. Without a chosen value it begins with `empty` ("Bitte wählen"); for up to five choices prefer RadioGroup. */
export function Select({
	value,
	options,
	empty,
	...field
}: FieldProps & { value?: string; options: readonly Option[]; empty?: string }) {
	const t = useText(messages);
	const wiring = useWiring(field);
	const groups = new Map<string, Option[]>();
	for (const option of options) {
		const group = option.group ?? "";
		groups.set(group, [...(groups.get(group) ?? []), option]);
	}
	const show = (option: Option) => (
		<option key={option.value} value={option.value}>
			{option.label}
		</option>
	);
	return (
		<FieldShell wiring={wiring} {...field}>
			<div className={`kern-form-input__select-wrapper${field.error ? " kern-form-input__select-wrapper--error" : ""}`}>
				<select
					className={`kern-form-input__select${field.error ? " kern-form-input__select--error" : ""}`}
					id={wiring.id}
					name={field.name}
					defaultValue={value ?? ""}
					required={!field.optional}
					disabled={field.disabled}
					aria-describedby={wiring.described}
					aria-invalid={wiring.invalid}
				>
					<option value="">{empty ?? t("field.choose")}</option>
					{[...groups].map(([group, members]) =>
						group ? (
							<optgroup key={group} label={group}>
								{members.map(show)}
							</optgroup>
						) : (
							members.map(show)
						),
					)}
				</select>
			</div>
		</FieldShell>
	);
}
