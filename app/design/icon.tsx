import type { ICONS } from "./kern-selection";

/** An icon of KERN-UX (CSS mask, no download). */
export type IconName = (typeof ICONS)[number];

/** A decorative icon: screen readers skip it, so a word must always stand beside it. */
export function Icon({ name, small }: { name: IconName; small?: boolean }) {
	return <span className={`kern-icon kern-icon--${name}${small ? " kern-icon--small" : ""}`} aria-hidden="true" />;
}
