import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { freshDatabase } from "~tests/support/database";

/** `npm run dev` on a database without the demonstration, because it is about the pages alone. */
it("the development server shows the first page, made from the sources", async () => {
	const { url, appUrl } = await freshDatabase();
	const dataDir = await mkdtemp(path.join(os.tmpdir(), "gemeinwerk-dev-"));
	const { PATH, HOME, TMPDIR } = process.env; // nothing of the test run itself
	const child = spawn("npm", ["run", "--silent", "dev"], {
		env: { PATH, HOME, TMPDIR, PORT: "0", DATA_DIR: dataDir, DATABASE_URL: appUrl, MIGRATE_DATABASE_URL: url },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (piece: Buffer) => {
			output += piece.toString();
		});
	}
	const address = () => /Gemeinwerk läuft: (\S+)/.exec(output)?.[1];
	try {
		await expect.poll(() => address() ?? child.exitCode).not.toBeNull();
		const answer = await fetch(address() ?? "");
		const page = await answer.text();
		expect(answer.status, `${output}\n${page}`).toBe(200);
		expect(page).toContain('src="/app/islands/main.ts"');
	} finally {
		child.kill("SIGTERM");
		await exit;
		await rm(dataDir, { recursive: true, force: true });
	}
});
