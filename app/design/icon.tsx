/** The icons of KERN-UX that we use (CSS masks, no download). */
export type IconName =
	| "account-circle"
	| "add"
	| "arrow-back"
	| "arrow-down"
	| "arrow-forward"
	| "arrow-up"
	| "calendar-today"
	| "check"
	| "chevron-left"
	| "chevron-right"
	| "close"
	| "content-copy"
	| "danger"
	| "dehaze"
	| "delete"
	| "download"
	| "draft"
	| "edit"
	| "help"
	| "home"
	| "info"
	| "language"
	| "logout"
	| "mail"
	| "open-in-new"
	| "search"
	| "success"
	| "visibility"
	| "warning";

/** A decorative icon: screen readers skip it, so a word must always stand beside it. */
export function Icon({ name, small }: { name: IconName; small?: boolean }) {
	return <span className={`kern-icon kern-icon--${name}${small ? " kern-icon--small" : ""}`} aria-hidden="true" />;
}
