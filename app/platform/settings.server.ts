import type { z } from "zod";
import type { Prisma } from "./database/generated/client";

type Db = Prisma.TransactionClient;

/** What the house remembers for itself under a key; null when there is nothing, or nothing of this shape. */
export async function readSetting<Value>(db: Db, key: string, shape: z.ZodType<Value>): Promise<Value | null> {
	const row = await db.houseSetting.findUnique({ where: { key } });
	const parsed = shape.safeParse(row?.value);
	return parsed.success ? parsed.data : null;
}

/** Remembers a value under a key, in place of the one before. */
export async function writeSetting(db: Db, key: string, value: Prisma.InputJsonValue): Promise<void> {
	await db.houseSetting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
