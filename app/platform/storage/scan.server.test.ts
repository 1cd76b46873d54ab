import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { StorageForTests, upload } from "~tests/support/storage";
import { createStorage, ordinaryLimits } from "./storage.server";

const house = new StorageForTests();

describe("with a malware scanner", () => {
	/** Speaks clamd's side of INSTREAM and finds a virus where the EICAR word stands. */
	async function scanner(answer?: string) {
		const server = createServer((socket) => {
			let received = Buffer.alloc(0);
			socket.on("error", () => {});
			socket.on("data", (chunk) => {
				received = Buffer.concat([received, chunk]);
				if (!received.subarray(-4).equals(Buffer.alloc(4))) return;
				socket.end(answer ?? (received.includes("EICAR") ? "stream: Eicar-Test FOUND\0" : "stream: OK\0"));
			});
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const address = server.address();
		const port = typeof address === "object" ? address?.port : 0;
		return { clamd: `127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) };
	}

	test("clean passes, infected is refused, a scanner in trouble or away refuses too", async () => {
		const { clamd, close } = await scanner();
		const guarded = createStorage({ directory: house.directory, clamd });
		expect(await guarded.receive(upload(["a.txt", "Hallo".repeat(50_000)]), ordinaryLimits)).toMatchObject({
			done: true,
		});
		const infected = await guarded.receive(upload(["a.txt", "X5O!P%@AP EICAR"]), ordinaryLimits);
		expect(infected).toMatchObject({ done: false, refusals: [{ code: "file-infected" }] });
		await close();
		const away = await guarded.receive(upload(["a.txt", "Hallo"]), ordinaryLimits);
		expect(away).toMatchObject({ done: false, refusals: [{ code: "scanner-away" }] });
		const troubled = await scanner("INSTREAM size limit exceeded. ERROR\0");
		const result = await createStorage({ directory: house.directory, clamd: troubled.clamd }).receive(
			upload(["a.txt", "Hallo"]),
			ordinaryLimits,
		);
		expect(result).toMatchObject({ done: false, refusals: [{ code: "scanner-away" }] });
		await troubled.close();
		expect(await house.onDisk()).toHaveLength(1);
	});
});
