import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type Look = "primary" | "secondary" | "tertiary" | "danger";
type Face = { children: ReactNode; look?: Look; icon?: IconName; small?: boolean; block?: boolean };

function classOf({ look = "primary", small, block }: Omit<Face, "children">): string {
	return [
		"kern-btn",
		`kern-btn--${look === "danger" ? "primary" : look}`,
		look === "danger" && "gw-btn--danger",
		small && "kern-btn--x-small",
		block && "kern-btn--block",
	]
		.filter(Boolean)
		.join(" ");
}

function Inside({ icon, children }: Pick<Face, "icon" | "children">) {
	return (
		<>
			{icon && <Icon name={icon} />}
			<span className="kern-label">{children}</span>
		</>
	);
}

/**
 * A button that sends its form. `label` names it for screen readers when its visible words alone are not enough;
 * it must then begin with the visible words (WCAG 2.5.3).
 */
export function Button({
	name,
	value,
	label,
	disabled,
	formAction,
	type = "submit",
	...face
}: Face & {
	name?: string;
	value?: string;
	label?: string;
	disabled?: boolean;
	formAction?: string;
	type?: "submit" | "button";
}) {
	return (
		<button
			type={type}
			name={name}
			value={value}
			formAction={formAction}
			disabled={disabled}
			aria-label={label}
			className={classOf(face)}
		>
			<Inside icon={face.icon}>{face.children}</Inside>
		</button>
	);
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
	href,
	label,
	download,
	...face
}: Face & { href: string; label?: string; download?: boolean }) {
	return (
		<a href={href} download={download} aria-label={label} className={classOf(face)}>
			<Inside icon={face.icon}>{face.children}</Inside>
		</a>
	);
}

/** Buttons side by side, below each other where there is no room; the main act comes first. */
export function ButtonRow({ children }: { children: ReactNode }) {
	return <div className="gw-buttons">{children}</div>;
}
