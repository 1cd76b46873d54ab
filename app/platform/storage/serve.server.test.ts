import { stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { NotFound } from "~/platform/outcome";
import { pdf, StorageForTests } from "~tests/support/storage";
import { pictureWithPlace } from "~tests/support/upload-samples";

const house = new StorageForTests();

describe("handing out", () => {
	const get = (headers: Record<string, string> = {}) => new Request("http://localhost/dateien/x", { headers });

	test("a document is a download that no browser interprets", async () => {
		const file = await house.only("Übersicht.pdf", pdf);
		const response = await house.storage.serve(get(), file, { show: true });
		expect(Object.fromEntries(response.headers)).toMatchObject({
			"content-type": "application/pdf",
			"content-disposition": "attachment; filename=\"Uebersicht.pdf\"; filename*=UTF-8''%C3%9Cbersicht.pdf",
			"content-length": String(pdf.length),
			"content-security-policy": "default-src 'none'; sandbox",
			"x-content-type-options": "nosniff",
			"cache-control": "private, no-cache",
		});
		expect(await response.text()).toBe(pdf);
		const again = await house.storage.serve(get({ "If-None-Match": `"x", W/"${file.sha256}"` }), file);
		expect([again.status, await again.text()]).toEqual([304, ""]);
	});

	test("a picture may be shown, its preview has its own ETag", async () => {
		const file = await house.only("bild.jpg", await pictureWithPlace(600, 600));
		const shown = await house.storage.serve(get(), file, { show: true });
		expect(shown.headers.get("content-disposition")).toMatch(/^inline/);
		const preview = await house.storage.serve(get({ "If-None-Match": `"${file.sha256}"` }), file, {
			variant: "thumbnail",
			show: true,
		});
		expect([preview.status, preview.headers.get("content-type")]).toEqual([200, "image/webp"]);
		await preview.body?.cancel();
		await shown.body?.cancel();
	});

	test("a row that names a dangerous type is served as bytes", async () => {
		const file = await house.only("a.txt", "Hallo");
		const response = await house.storage.serve(get(), { ...file, mediaType: "text/html" }, { show: true });
		expect(response.headers.get("content-type")).toBe("application/octet-stream");
		expect(response.headers.get("content-disposition")).toMatch(/^attachment/);
		await response.body?.cancel();
	});

	test("what is removed, unknown or no id at all is not found", async () => {
		const file = await house.only("a.txt", "Hallo");
		await house.storage.remove(file.id);
		await house.storage.remove(file.id);
		await expect(house.storage.serve(get(), file)).rejects.toBeInstanceOf(NotFound);
		await expect(house.storage.open("../../../etc/passwd")).rejects.toBeInstanceOf(NotFound);
		await expect(house.storage.remove("../x")).rejects.toBeInstanceOf(NotFound);
		expect(await house.onDisk()).toEqual([]);
	});

	test("files and folders are ours alone, half-finished ones are swept", async () => {
		await house.only("a.txt", "Hallo");
		expect((await stat(path.join(house.directory, "incoming"))).mode & 0o077).toBe(0);
		await writeFile(path.join(house.directory, "incoming", "left-behind"), "x");
		expect(await house.storage.removeUnfinished(new Date(0))).toBe(0);
		expect(await house.storage.removeUnfinished(new Date(Date.now() + 60_000))).toBe(1);
		expect(await house.ids()).toHaveLength(1);
	});
});
