import { createHash } from "node:crypto";
import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

const found = resolve(import.meta.dirname, "../../test-results/found-in-order");

/**
 * Does a check unless this run has already found the same page in order, in whichever worker: the same with and without
 * JavaScript, or in another test. Pages count as the same that differ in numbers, codes and moments alone. A check that
 * throws is done again the next time.
 * @param check its name
 * @param html the page
 * @param more everything else that the result depends on
 */
export async function oncePerRun(check: string, html: string, more: unknown, work: () => Promise<void>): Promise<void> {
	const thing = withoutStamps(html, JSON.stringify(more));
	const file = join(found, createHash("sha256").update(`${check}\0${thing}`).digest("hex"));
	const known = await access(file).then(
		() => true,
		() => false,
	);
	if (known) return;
	await work();
	await mkdir(found, { recursive: true });
	await writeFile(file, "");
}

/** Ids, tokens, hashes, short codes, moments: what is new each time a journey is made. */
const stamps =
	/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b(?=[\w-]*\d)(?=[\w-]*[A-Z])[\w-]{12,}|\b[0-9a-f]{40,}\b|\b[0-9A-Z]{8}\b|\d{4,}|with(?:out)?-javascript/g;

/**
 * The page with its stamps numbered in the order in which they first appear, so that what refers to what is kept; its
 * nonces, and the digits in its text, are left out.
 */
export function withoutStamps(html: string, more: string): string {
	const seen = new Map<string, string>();
	const numbered = `${html.replace(/\bnonce="[^"]*"|<meta name="csp-nonce[^>]*>/g, "")}\0${more}`.replace(
		stamps,
		(stamp) => {
			const number = seen.get(stamp) ?? `§${String.fromCodePoint(0x4e00 + seen.size)}`;
			seen.set(stamp, number);
			return number;
		},
	);
	return numbered.replace(/>[^<]+</g, (text) => text.replace(/\d/g, "0"));
}

/** Forgets what was found in order; for the start of a run. */
export async function forgetWhatWasFound(): Promise<void> {
	await rm(found, { recursive: true, force: true });
}
