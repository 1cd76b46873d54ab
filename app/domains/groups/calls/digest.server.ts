import { createHash } from "node:crypto";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** What is published of a seed before the draw. */
export const seedHashOf = (seed: string): string => sha256(seed);

/** The digest by which a number stands in the order; anybody computes it with `printf %s "…" | sha256sum`. */
export function digestWith(seed: string, publicValue: string): (number: number) => string {
	return (number) => sha256(`${seed}:${publicValue}:${number}`);
}
