import type { Prisma } from "./database/generated/client";
import type { View } from "./world.server";

/** What the house remembers about itself under a key; the reader checks its shape. Undefined when nothing is stored. */
export async function readSetting(db: View["db"], key: string): Promise<unknown> {
	return (await db.houseSetting.findUnique({ where: { key } }))?.value;
}

export async function writeSetting(db: View["db"], key: string, value: Prisma.InputJsonValue): Promise<void> {
	await db.houseSetting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
