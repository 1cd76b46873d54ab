import { beforeAll, describe, expect, it } from "vitest";
import { emptyDatabase } from "~tests/support/database";
import { externalDatabase } from "./external.server";

let urls: { url: string; appUrl: string };
beforeAll(async () => {
	urls = await emptyDatabase();
});

describe("a database of the operator's own", () => {
	it("serves as owner and application when only one connection is given", async () => {
		expect(await externalDatabase({ DATABASE_URL: urls.url })).toEqual({ ownerUrl: urls.url, appUrl: urls.url });
		expect(await externalDatabase({ DATABASE_URL: urls.appUrl, MIGRATE_DATABASE_URL: urls.url })).toEqual({
			ownerUrl: urls.url,
			appUrl: urls.appUrl,
		});
	});

	it("that does not answer is named with its variable and reason, without its password", async () => {
		const wrong = new URL(urls.url);
		wrong.password = "guessed";
		const refused = externalDatabase({ DATABASE_URL: urls.url, MIGRATE_DATABASE_URL: wrong.href });
		await expect(refused).rejects.toThrow(/MIGRATE_DATABASE_URL .*password authentication failed/);
		await expect(refused).rejects.not.toThrow(/guessed/);
		const nowhere = "postgres://app:guessed@127.0.0.1:1/gemeinwerk";
		await expect(externalDatabase({ DATABASE_URL: nowhere })).rejects.toThrow(/DATABASE_URL \(127\.0\.0\.1:1\)/);
	});
});
