<<<<<<< HEAD
import type { Prisma } from "./database/generated/client";
import type { View } from "./world.server";

/** What the house remembers about itself under a key; the reader checks its shape. Undefined when nothing is stored. */
export async function readSetting(db: View["db"], key: string): Promise<unknown> {
	return (await db.houseSetting.findUnique({ where: { key } }))?.value;
}

export async function writeSetting(db: View["db"], key: string, value: Prisma.InputJsonValue): Promise<void> {
=======
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
>>>>>>> notify
	await db.houseSetting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
