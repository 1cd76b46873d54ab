import { expect, test } from "vitest";
import { freshDatabase } from "~tests/support/database";
import { literally } from "./like-pattern.server";

test("percent, underscore and backslash are looked for as typed, by LIKE and by Prisma", async () => {
	const { db } = await freshDatabase();
	const labels = ["100 % Ökostrom", "100 Prozent Ökostrom", "a_b", "axb", "c\\d", "cd"];
	await db.houseSetting.createMany({ data: labels.map((key) => ({ key, value: 1 })) });
	for (const [words, expected] of [
		["100 % ö", ["100 % Ökostrom"]],
		["a_b", ["a_b"]],
		["c\\", ["c\\d"]],
	] as const) {
		const contains = { contains: literally(words), mode: "insensitive" } as const;
		const byPrisma = await db.houseSetting.findMany({ where: { key: contains }, select: { key: true } });
		const byLike = await db.$queryRaw<{ key: string }[]>`
			SELECT key FROM house_setting WHERE key ILIKE ${`%${literally(words)}%`}`;
		expect([byPrisma.map(({ key }) => key), byLike.map(({ key }) => key)]).toEqual([expected, expected]);
	}
});
