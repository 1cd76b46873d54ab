import { useText } from "~/platform/i18n";
import { type FieldProps, FieldShell, inputClass, useWiring } from "./field";
import { messages } from "./messages";

type Width = "short" | "medium" | "full";
type TextFieldProps = FieldProps & {
	value?: string;
	type?: "text" | "email" | "tel" | "url" | "number" | "search";
	/** Purpose of the field for browsers (WCAG 1.3.5), such as "email" or "postal-code". */
	autoComplete?: string;
	inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | "url";
	/** The visible width says how long the answer is. */
	width?: Width;
	maxLength?: number;
	/** Unit shown behind the input, such as "Euro". */
	suffix?: string;
	spellCheck?: boolean;
	/** Where the page is opened for typing here at once, as after "save and next"; also without JavaScript. At most one. */
	focus?: boolean;
};

/** One line of text, an address, a number. Amounts: `inputMode="decimal"`, type text, so that "1.234,50" can be typed. */
export function TextField({ value, type = "text", width = "full", suffix, ...field }: TextFieldProps) {
	const wiring = useWiring(field);
	const input = (
		<input
			// biome-ignore lint/a11y/noAutofocus: only where a form follows upon a form and hands are on the keyboard
			autoFocus={field.focus}
			className={inputClass(field.error, `gw-width-${width}`)}
			id={wiring.id}
			name={field.name}
			type={type}
			defaultValue={value}
			required={!field.optional}
			disabled={field.disabled}
			autoComplete={field.autoComplete}
			inputMode={field.inputMode}
			maxLength={field.maxLength}
			spellCheck={field.spellCheck}
			aria-describedby={wiring.described}
			aria-invalid={wiring.invalid}
		/>
	);
	return (
		<FieldShell wiring={wiring} {...field}>
			{suffix ? (
				<div className="gw-suffixed">
					{input}
					<span className="gw-suffix">{suffix}</span>
				</div>
			) : (
				input
			)}
		</FieldShell>
	);
}

/** A password; the value is never sent back to the page. With JavaScript it can be shown. */
export function PasswordField({
	autoComplete,
	...field
}: FieldProps & { autoComplete: "current-password" | "new-password" }) {
	const t = useText(messages);
	const wiring = useWiring(field);
	return (
		<FieldShell wiring={wiring} {...field}>
			<input
				className={inputClass(field.error, "gw-width-medium")}
				id={wiring.id}
				name={field.name}
				type="password"
				required={!field.optional}
				disabled={field.disabled}
				autoComplete={autoComplete}
				aria-describedby={wiring.described}
				aria-invalid={wiring.invalid}
				data-island="show-password"
				data-show={t("field.show")}
				data-hide={t("field.hide")}
			/>
		</FieldShell>
	);
}

/** A code that is typed from a mail, letter or authenticator: wide letters, digits keyboard, filled in by phones. */
export function CodeField({ value, length = 6, ...field }: FieldProps & { value?: string; length?: number }) {
	const wiring = useWiring(field);
	return (
		<FieldShell wiring={wiring} {...field}>
			<input
				className={inputClass(field.error, "gw-code")}
				id={wiring.id}
				name={field.name}
				type="text"
				inputMode="numeric"
				autoComplete="one-time-code"
				spellCheck={false}
				size={length + 2}
				defaultValue={value}
				required={!field.optional}
				disabled={field.disabled}
				aria-describedby={wiring.described}
				aria-invalid={wiring.invalid}
			/>
		</FieldShell>
	);
}
