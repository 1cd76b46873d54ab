import { createContext, type ReactNode, useContext } from "react";
import { useText } from "~/platform/i18n";
import { Icon } from "./icon";
import { messages } from "./messages";

/** What every field takes. `value` is what the person typed before, or what is stored. */
export type FieldProps = {
	/** Name in the form data; ids are derived from it. */
	name: string;
	label: string;
	hint?: string;
	/** What is wrong and what to do, one sentence. */
	error?: string;
	/**
	 * Fields are required unless they say so; optional ones are marked in words. "depends" is for what is needed only with
	 * some other choice, which the hint says: the browser does not ask for it, and nothing calls it optional.
	 */
	optional?: boolean | "depends";
	disabled?: boolean;
};

/** Prefix for ids when two forms on one page use the same field names; set by `Form`. */
export const FormScope = createContext("");

/** The scope of forms that narrow a list down: nothing in them is required, so nothing is marked. */
export const filterScope = "filter";

/** The id of a field's input: error summaries link to it. */
export function fieldId(name: string, scope = ""): string {
	return `${scope ? `${scope}-` : ""}f-${name.replace(/[^\w-]/g, "-")}`;
}

/** Ids and ARIA wiring of one field: hint first, then error, both only when they exist. */
export function useWiring({ name, hint, error }: Pick<FieldProps, "name" | "hint" | "error">) {
	const id = fieldId(name, useContext(FormScope));
	const hintId = `${id}-hint`;
	const errorId = `${id}-error`;
	const described = [hint && hintId, error && errorId].filter(Boolean).join(" ") || undefined;
	return { id, hintId, errorId, described, invalid: error ? (true as const) : undefined };
}

/** The marking of optional fields, in words because a star needs an explanation; filters and searches need none. */
export function OptionalMark() {
	const t = useText(messages);
	if (useContext(FormScope) === filterScope) return null;
	return <span className="kern-label__optional"> {t("field.optional")}</span>;
}

/** The help sentence of a field. */
export function Hint({ id, children }: { id: string; children: ReactNode }) {
	return (
		<p className="kern-hint gw-hint" id={id}>
			{children}
		</p>
	);
}

/** The error sentence of a field, with a word and an icon, not by colour alone. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
	const t = useText(messages);
	return (
		<p className="kern-error" id={id}>
			<Icon name="danger" />
			<span className="kern-body">
				<span className="kern-sr-only">{t("errors.prefix")} </span>
				{children}
			</span>
		</p>
	);
}

/** Label, hint, input and error of a field with one input, in reading order. */
export function FieldShell({
	wiring,
	label,
	hint,
	error,
	optional,
	children,
}: Omit<FieldProps, "name" | "disabled"> & { wiring: ReturnType<typeof useWiring>; children: ReactNode }) {
	return (
		<div className={`kern-form-input${error ? " kern-form-input--error" : ""}`}>
			<label className="kern-label" htmlFor={wiring.id}>
				{label}
				{optional === true && <OptionalMark />}
			</label>
			{hint && <Hint id={wiring.hintId}>{hint}</Hint>}
			{children}
			{error && <FieldError id={wiring.errorId}>{error}</FieldError>}
		</div>
	);
}

/** Class of an input element, with or without error. */
export function inputClass(error: string | undefined, ...more: string[]): string {
	return ["kern-form-input__input", error && "kern-form-input__input--error", ...more].filter(Boolean).join(" ");
}
