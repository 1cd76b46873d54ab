import { createHash } from "node:crypto";
import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

const found = resolve(import.meta.dirname, "../../test-results/found-in-order");

/**
 * Does a check unless this run has already found the very same thing in order, in whichever worker; the same page with
 * and without JavaScript is often the same to the last byte. A check that throws is done again the next time.
 * @param check its name
 * @param thing everything that the result depends on; nonces, which differ by request alone, are left out here
 */
export async function oncePerRun(check: string, thing: string, work: () => Promise<void>): Promise<void> {
	// quotes are escaped where the thing is JSON
	const withoutNonce = thing.replace(/\bnonce=\\?"[^"\\]*\\?"|<meta name=\\?"csp-nonce[^>]*>/g, "");
	const file = join(found, createHash("sha256").update(`${check}\0${withoutNonce}`).digest("hex"));
	const known = await access(file).then(
		() => true,
		() => false,
	);
	if (known) return;
	await work();
	await mkdir(found, { recursive: true });
	await writeFile(file, "");
}

/** Forgets what was found in order; for the start of a run. */
export async function forgetWhatWasFound(): Promise<void> {
	await rm(found, { recursive: true, force: true });
}
